export interface User {
	id: string;
	name: string;
	email: string;
	role: 'customer' | 'admin';
	passwordHash: string;
}
export declare function findUser(id: string): Promise<User | undefined>;
export declare function saveUser(user: User): Promise<void>;
/** Id of the user with this name and password, if there is one. */
export declare function checkPassword(
	name: unknown,
	password: unknown,
): Promise<string | undefined>;
