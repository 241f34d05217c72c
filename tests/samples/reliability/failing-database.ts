/**
 * A `database.js` that keeps orders by their number, as PostgreSQL would: a second order of the same
 * number violates the primary key, and number 2 finds no database.
 */
export const FAILING_DATABASE = `
const orders = new Set();
export const pool = {
  async query(text, [id]) {
    if (id === 2 || id === '2') throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
    if (orders.has(id)) {
      const message = 'duplicate key value violates unique constraint "orders_pkey"';
      throw Object.assign(new Error(message), { code: '23505' });
    }
    orders.add(id);
    return { rows: [{ id }] };
  },
};
`;
