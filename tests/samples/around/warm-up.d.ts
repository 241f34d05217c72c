export declare function warmUp(): Promise<void>;
