/** A connection pool, as drivers of databases have it. */
export interface Pool {
	query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
	end(): Promise<void>;
}
export declare const pool: Pool;
