/** A text without the full-width forms that some scripts are set with. '（８０）' // => '(80)' */
export function withoutFullWidth(text: string): string {
	// They stand in the order of ASCII.
	return text.replace(/[\uff01-\uff5e]/g, (form) =>
		String.fromCharCode(form.charCodeAt(0) - 0xfee0),
	);
}
