// Does a fixed amount of work, so that profiles of two versions can be compared. ROUNDS makes it shorter or longer.
import { total } from './cart.mjs';

const cart = JSON.stringify(Array.from({ length: 200 }, (_, i) => ({ name: 'a thing of some length', price: i, count: 2 })));
const rounds = Number(process.env.ROUNDS ?? 40_000);
let sum = 0;
for (let i = 0; i < rounds; i++) sum += total(cart);
console.log(sum);
