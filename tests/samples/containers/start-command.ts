/** What a container of this Dockerfile starts; without brackets, that is a shell. */
export function startCommand(dockerfile: string): string[] {
	return ['ENTRYPOINT', 'CMD'].flatMap((instruction) => {
		const value = new RegExp(`^${instruction} (.*)$`, 'm').exec(dockerfile)?.[1];
		if (!value) return [];
		return value.startsWith('[') ? (JSON.parse(value) as string[]) : ['/bin/sh', '-c', value];
	});
}
