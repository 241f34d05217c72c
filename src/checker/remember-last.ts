/**
 * A function that answers again what it was asked last, as rules ask one after the other about one
 * page. A table by pages would hold each of them for as long as V8 keeps that table: it collects young
 * objects without asking whether anything else still holds the key of an entry.
 */
export function rememberLast<Subject, Answer>(
	tell: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
	let last: { readonly subject: Subject; readonly answer: Answer } | undefined;
	return (subject) => {
		if (last?.subject !== subject) last = { subject, answer: tell(subject) };
		return last.answer;
	};
}
