/**
 * Random orders: shuffling in place, permutations, shuffling along one axis.
 *
 * Rules: https://numpy.org/doc/stable/reference/random/generator.html#permutations
 */
import { getIndex, setIndex } from "../../array/access.ts";
import { toArray } from "../../array/convert.ts";
import { emptyArray } from "../../array/make.ts";
import { NDArray } from "../../array/ndarray.ts";
import { int32, int64 } from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import { copyElements } from "../../kernels/copy.ts";
import { type Bounded, masked32, shuffleFrom } from "../../kernels/random/bounded.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { normalizeAxis } from "../../layout/axis.ts";
import { sameShape } from "../../layout/broadcast.ts";
import { forEachRow } from "../../kernels/nest.ts";
import { elements, putElements } from "../dense.ts";

/** See `Generator.shuffle`. */
export function shuffle(bits: Pcg64, x: unknown, axis: number): void {
  if (Array.isArray(x)) {
    if (axis !== 0) throw new TypeError("Axis argument is only supported on ndarray objects");
    shuffleFrom(
      bits,
      x.length,
      1,
      (i, j) => {
        const kept: unknown = x[i];
        x[i] = x[j];
        x[j] = kept;
      },
      masked32,
    );
    return;
  }
  if (!(x instanceof NDArray)) throw new TypeError("only arrays and lists can be shuffled");
  const along = normalizeAxis(axis, x.ndim);
  setIndex(x, ["..."], taken(x, shuffledPlaces(bits, x.shape[along]!), along)); // an index of places makes a copy
}

/** See `Generator.permutation`. */
export function permutation(bits: Pcg64, x: unknown, axis: number): NDArray {
  if (typeof x === "number" || typeof x === "bigint") {
    const n = Number(x);
    if (!Number.isInteger(n)) normalizeAxis(axis, 0); // NumPy takes a float for a 0-d array, which has no axis
    const result = emptyArray([Math.max(n, 0)], int64);
    const places = shuffledPlaces(bits, result.size);
    copyElements(places, result, result.shape);
    return result;
  }
  const a = toArray(x);
  const along = normalizeAxis(axis, a.ndim);
  return taken(a, shuffledPlaces(bits, a.shape[along]!), along);
}

/** See `Generator.permuted`. */
export function permuted(
  bits: Pcg64,
  x: unknown,
  axis: number | null,
  out: NDArray | null,
): NDArray {
  const a = toArray(x);
  const along = axis === null ? null : normalizeAxis(axis, a.ndim);
  if (a.ndim === 0) throw new TypeError("len() of unsized object");
  const result = emptyArray(a.shape, a.dtype);
  copyElements(a, result, a.shape);
  const data = elements(result) as Float64Array; // moved only, whatever they are
  const parts = a.dtype.components;
  const shuffleLine = (start: number, n: number, step: number): void =>
    shuffleFrom(
      bits,
      n,
      1,
      (i, j) => {
        for (let part = 0; part < parts; part++) {
          const p = start + i * step + part;
          const q = start + j * step + part;
          const kept = data[p]!;
          data[p] = data[q]!;
          data[q] = kept;
        }
      },
      masked32,
    );
  if (along === null) {
    shuffleLine(0, result.size, parts);
  } else {
    const strides = result.strides.map((s) => s / a.dtype.alignment);
    forEachRow(
      a.shape.toSpliced(along, 1),
      [{ offset: 0, strides: strides.toSpliced(along, 1) }],
      ([start]) => {
        shuffleLine(start!, a.shape[along]!, strides[along]!);
      },
    );
  }
  if (out === null) return result;
  if (!sameShape(out.shape, result.shape))
    throw new ValueError("out must have the same shape as x");
  setIndex(out, ["..."], result);
  return out;
}

/** The integers below `n` in random order, as indices. */
function shuffledPlaces(bits: Pcg64, n: number): NDArray {
  const places = Int32Array.from({ length: n }, (_, i) => i);
  shufflePlaces(bits, places, 1, masked32);
  const result = emptyArray([n], int32);
  putElements(result, places);
  return result;
}

/** Shuffles the places from `first` on, drawing the others from all before them. */
export function shufflePlaces(bits: Pcg64, places: Int32Array, first: number, draw: Bounded): void {
  shuffleFrom(
    bits,
    places.length,
    first,
    (i, j) => {
      const kept = places[i]!;
      places[i] = places[j]!;
      places[j] = kept;
    },
    draw,
  );
}

/** `a` with the entries at `places` along `axis`, as a copy. */
export function taken(a: NDArray, places: NDArray, axis: number): NDArray {
  return getIndex(a, [...Array.from({ length: axis }, () => ":"), places]);
}
