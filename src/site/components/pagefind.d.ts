declare module '@pagefind/default-ui' {
	/** The parts of Pagefind's options that the handbook uses: https://pagefind.app/docs/ui/ */
	interface Options {
		readonly element: string;
		readonly baseUrl: string;
		readonly bundlePath: string;
		readonly showImages: boolean;
		readonly showSubResults: boolean;
		/** https://pagefind.app/docs/ranking/ */
		readonly ranking: Readonly<Record<string, number>>;
		readonly translations: Readonly<Record<string, string>>;
	}

	export const PagefindUI: new (options: Options) => object;
}
