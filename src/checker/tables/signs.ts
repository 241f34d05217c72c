/** A sign that stands for a word. */
export interface Sign {
	/** As it is written: `✅`, `:x:` */
	readonly written: string;
	readonly meaning: 'yes' | 'no' | 'caution';
}

const SIGN =
	/(?<yes>[✅✓✔☑🟢]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|green_circle):)|(?<no>[❌✗✘✖✕🔴🚫⛔]|:(?:x|heavy_multiplication_x|red_circle|no_entry|no_entry_sign):)|[⚠🟡]|:(?:warning|yellow_circle):/gu;

/** What a text without signs need not be searched for; code units are told in half the time. */
export const MAY_HOLD_SIGN = /:[bghnrwxy]|[\u2611-\u27bf]|\ud83d[\udd34-\udfe2]/;

/** All signs of a text that say yes, no or almost, in its order. Other pictures are decoration. */
export function signsIn(text: string): Sign[] {
	if (!MAY_HOLD_SIGN.test(text)) return [];
	return [...text.matchAll(SIGN)].map(({ 0: written, groups }) => ({
		written,
		meaning: groups?.yes ? 'yes' : groups?.no ? 'no' : 'caution',
	}));
}
