import type { Finding } from '../checker/finding.ts';

/** Where not everything is shown, errors should be; each severity keeps its order. */
export function errorsFirst(findings: readonly Finding[]): Finding[] {
	const isError = ({ severity }: Finding): boolean => severity === 'error';
	return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
}
