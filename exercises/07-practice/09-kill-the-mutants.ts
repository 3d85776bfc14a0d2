/**
 * Write the tests this time. Right implementations must pass them, and twelve wrong ones, the mutants, must not.
 *
 * Mutation testing measures a test suite by the mistakes it notices. fast-check may be imported.
 */

/** The places that `range(n)[start:stop:step]` selects in Python, in order; null where a part is left out. */
export type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];

/** The shape that two shapes broadcast to (5.01), or null where they do not fit. */
export type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;

/** The shape that `size` elements get when `shape` is asked for, in which one length may be -1; or null where that cannot be. */
export type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

/**
 * Throws an Error, with a sentence that says what is wrong, if `slice` breaks a law of slicing.
 *
 * Steps are never 0 here. Think of: nothing given; bounds outside the axis; negative bounds; negative steps, and what a missing
 * bound means then; empty results; n = 0.
 */
export function sliceLaws(slice: SliceFn): void {
  // TODO: begin with one example: slice(5, 1, 4, null) is [1, 2, 3]. Then write the definition down once, and compare.
  throw new Error("not implemented");
}

/** Throws if `broadcast` breaks a law: alignment at the right, 1 stretches (to 0 too), symmetry, refusal. */
export function broadcastLaws(broadcast: BroadcastFn): void {
  throw new Error("not implemented");
}

/**
 * Throws if `reshape` breaks a law: the product of the lengths is the size; -1 is computed, once at most, and never when it could be
 * anything (other lengths with product 0) or does not divide; a fitting shape comes back as it was.
 */
export function reshapeLaws(reshape: ReshapeFn): void {
  throw new Error("not implemented");
}
