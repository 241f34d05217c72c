/** What Vitest tells its workers; an Astro that inherits it takes itself to be under test. */
const OF_VITEST = /^(?:VITEST|BASE_URL|MODE|DEV|PROD|SSR|NODE_ENV|TEST)(?:_|$)/;

/** The environment of somebody's terminal, without colours, plus the given variables. */
export function plainEnvironment(
	variables: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
	const own = Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name));
	return {
		...Object.fromEntries(own),
		NO_COLOR: '1',
		FORCE_COLOR: undefined,
		ASTRO_TELEMETRY_DISABLED: '1',
		...variables,
	};
}
