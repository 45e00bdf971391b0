import type { Basis } from './evidence.ts';

/** The larger, the stronger. */
export const BASIS_STRENGTH: Readonly<Record<Basis, number>> = { measured: 2, derived: 1, declared: 0 };
