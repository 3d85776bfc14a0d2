/**
 * Arbitraries of shapes and axes.
 *
 * Knows lists of lengths only. Sizes stay small: a law that fails, fails on small arrays too.
 */
import fc from "fast-check";

/** Bounds of a generated shape. */
export interface ShapeLimits {
  /** Fewest axes; 0 unless told. */
  readonly minDims?: number;
  /** Most axes; 4 unless told. */
  readonly maxDims?: number;
  /** Shortest axis; 0 unless told, so that empty arrays come up. */
  readonly minSide?: number;
  /** Longest axis; 5 unless told. */
  readonly maxSide?: number;
}

/**
 * Shapes, 0-d and empty ones among them unless the limits say otherwise.
 *
 * @example fc.property(shapes({ minDims: 1, minSide: 1 }), (shape) => { … })
 */
export function shapes(limits: ShapeLimits = {}): fc.Arbitrary<number[]> {
  const {
    minDims = 0,
    maxDims = Math.max(4, limits.minDims ?? 0),
    minSide = 0,
    maxSide = Math.max(5, limits.minSide ?? 0),
  } = limits;
  // Length 1 is where broadcasting and strides go wrong, length 0 where loops do: 1 is common, 0 is not.
  const side = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: Math.max(1, minSide), max: Math.max(1, maxSide) }) },
    { weight: minSide <= 1 && maxSide >= 1 ? 2 : 0, arbitrary: fc.constant(1) },
    { weight: minSide === 0 ? 1 : 0, arbitrary: fc.constant(0) },
  );
  return fc.array(side, { minLength: minDims, maxLength: maxDims });
}

/**
 * Lists of `count` shapes that broadcast together, in every way: axes missing in front, axes of length 1.
 *
 * @example fc.property(broadcastableShapes(), ([a, b]) => { … })
 */
export function broadcastableShapes(count = 2, limits: ShapeLimits = {}): fc.Arbitrary<number[][]> {
  return shapes(limits).chain((whole) => {
    const one = fc
      .tuple(
        fc.nat(whole.length),
        fc.array(fc.boolean(), { minLength: whole.length, maxLength: whole.length }),
      )
      .map(([dropped, isOne]) => whole.map((n, k) => (isOne[k] ? 1 : n)).slice(dropped));
    return fc.array(one, { minLength: count, maxLength: count });
  });
}

/** One axis of an array with `ndim` dimensions, negative or not. `ndim` must not be 0. */
export function axes(ndim: number): fc.Arbitrary<number> {
  return fc.integer({ min: -ndim, max: ndim - 1 });
}

/** An order of `ndim` axes, as `transpose` takes it. */
export function permutations(ndim: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(
    Array.from({ length: ndim }, (_, k) => k),
    { minLength: ndim, maxLength: ndim },
  );
}
