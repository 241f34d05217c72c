/** Stands for the module of users that the samples of this chapter import: one user, in memory. */
export const USERS = `
const ada = { id: '1', name: 'Ada', email: 'ada@example.com', role: 'customer', passwordHash: 'x' };
export const findUser = async (id) => (id === '1' ? ada : undefined);
export const saveUser = async (user) => void Object.assign(ada, user);
export const checkPassword = async (name, password) => (password === 'correct' ? '1' : undefined);
`;
