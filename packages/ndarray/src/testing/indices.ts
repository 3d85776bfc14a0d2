/**
 * Arbitraries of slices and indices, as `a.get(...index)` and `a.set(index, value)` take them.
 *
 * Knows shapes; the index arrays are nested lists and boolean lists, so a test can read them without the library.
 */
import fc from "fast-check";
import { Slice } from "../indexing/slice.ts";

/**
 * Slices for an axis of length `n`: each part open or not, bounds inside and outside, steps of both signs.
 *
 * @example fc.property(slices(5), (s) => { … s.start, s.stop, s.step … })
 */
export function slices(n: number): fc.Arbitrary<Slice> {
  const bound = fc.option(fc.integer({ min: -n - 2, max: n + 2 }), { nil: null, freq: 3 });
  const step = fc.option(fc.constantFrom(1, 2, 3, -1, -2, -3), { nil: null, freq: 3 });
  return fc.tuple(bound, bound, step).map(([from, to, by]) => new Slice(from, to, by));
}

/** A part of a basic index. */
export type BasicPart = number | Slice | null | "...";

/** Nested lists of whole numbers or booleans. */
export type IndexList = readonly (number | boolean | IndexList)[];

/** A part of any index. */
export type AnyPart = BasicPart | IndexList;

/** Which indices: with basic parts only, with at least one list of integers, or one mask of the whole shape. */
export type IndexKind = "basic" | "advanced" | "boolean";

/**
 * Indices for an array of this shape, all of them in bounds; of every kind unless told.
 *
 * @example fc.property(indices(a.shape, "basic"), (index) => { a.get(...index) … })
 */
export function indices(shape: readonly number[], kind?: IndexKind): fc.Arbitrary<AnyPart[]> {
  if (kind === "basic") return basicIndices(shape);
  if (kind === "advanced") return advancedIndices(shape);
  if (kind === "boolean") return booleanIndices(shape);
  return fc.oneof<fc.Arbitrary<AnyPart[]>[]>(
    basicIndices(shape),
    advancedIndices(shape),
    booleanIndices(shape),
  );
}

/** Indices of integers, slices, new axes and at most one "..."; not every axis need have a part. */
export function basicIndices(shape: readonly number[]): fc.Arbitrary<BasicPart[]> {
  return fc
    .tuple(fc.nat(shape.length), fc.nat(shape.length), fc.boolean())
    .chain(([used, cut, hasEllipsis]) => {
      const front = Math.min(cut, used);
      const named = hasEllipsis
        ? [...shape.slice(0, front), ...shape.slice(shape.length - (used - front))]
        : shape.slice(0, used);
      const parts = named.map((n): fc.Arbitrary<BasicPart[]> =>
        fc.tuple(fc.boolean(), axisPart(n)).map(([isNew, part]) => (isNew ? [null, part] : [part])),
      );
      if (hasEllipsis) parts.splice(front, 0, fc.constant(["..."]));
      return fc.tuple(...parts).map((lists) => lists.flat());
    });
}

function axisPart(n: number): fc.Arbitrary<BasicPart> {
  return n === 0
    ? slices(n)
    : fc.oneof<fc.Arbitrary<BasicPart>[]>(fc.integer({ min: -n, max: n - 1 }), slices(n));
}

/**
 * Indices with a list of integers on one axis, and lists or basic parts on the others. Lists broadcast together.
 *
 * An array with no axis gets a new one instead.
 */
function advancedIndices(shape: readonly number[]): fc.Arbitrary<AnyPart[]> {
  if (shape.length === 0) return fc.constant([null]);
  return fc
    .tuple(
      fc.nat(shape.length - 1),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
    )
    .chain(([must, grid]) => {
      const list = (n: number): fc.Arbitrary<IndexList> =>
        fc.boolean().chain((isLast) => integerLists(n, isLast ? grid.slice(-1) : grid));
      const parts = shape.map((n, k): fc.Arbitrary<AnyPart> => {
        if (k === must) return n === 0 ? fc.constant([]) : list(n);
        return shape.includes(0)
          ? slices(n)
          : fc.oneof<fc.Arbitrary<AnyPart>[]>(list(n), axisPart(n));
      });
      return fc.tuple(...parts);
    });
}

function integerLists(n: number, grid: readonly number[]): fc.Arbitrary<IndexList> {
  const [length = 0, ...rest] = grid;
  const item: fc.Arbitrary<number | IndexList> =
    rest.length > 0 ? integerLists(n, rest) : fc.integer({ min: -n, max: n - 1 });
  return fc.array(item, { minLength: length, maxLength: length });
}

/** One mask of the whole shape. An array with no axis or no element gets "...": empty lists are no masks. */
function booleanIndices(shape: readonly number[]): fc.Arbitrary<AnyPart[]> {
  if (shape.length === 0 || shape.includes(0)) return fc.constant(["..."]);
  const [length = 0, ...rest] = shape;
  return masks(length, rest).map((mask) => [mask]);
}

function masks(length: number, rest: readonly number[]): fc.Arbitrary<IndexList> {
  const [next, ...others] = rest;
  const item: fc.Arbitrary<boolean | IndexList> =
    next === undefined ? fc.boolean() : masks(next, others);
  return fc.array(item, { minLength: length, maxLength: length });
}
