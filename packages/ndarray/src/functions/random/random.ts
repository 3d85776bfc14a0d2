/**
 * `np.random`: NumPy's names for random numbers. There is no global state; everything hangs on a generator.
 *
 * Source: https://numpy.org/doc/stable/reference/random/index.html
 */
export { PCG64 } from "./bit_generator.ts";
export { Generator, default_rng } from "./generator.ts";
export { SeedSequence } from "./seed_sequence.ts";
