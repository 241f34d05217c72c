import type { Inventory } from '../inventory.ts';
import type { Rule } from '../rule.ts';
import { pageMissing } from './page-missing.ts';
import { pageOrphan } from './page-orphan.ts';

/** Which pages exist at all. */
export const inventoryRules: readonly Rule<Inventory>[] = [pageMissing, pageOrphan];
