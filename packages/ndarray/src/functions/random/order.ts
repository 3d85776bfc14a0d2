/**
 * Random orders: shuffling in place, permutations, shuffling along one axis.
 *
 * Rules: https://numpy.org/doc/stable/reference/random/generator.html#permutations
 */
import { getIndex, setIndex } from "../../array/access.ts";
import { toArray } from "../../array/convert.ts";
import { copyAs } from "../../array/copy.ts";
import { emptyArray } from "../../array/make.ts";
import { NDArray } from "../../array/ndarray.ts";
import { int32, int64 } from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import { fillLine } from "../../kernels/line.ts";
import { type Operand, isAligned } from "../../kernels/operand.ts";
import { type Bounded, bounded32, masked32, shuffleFrom } from "../../kernels/random/bounded.ts";
import type { Pcg64 } from "../../kernels/random/pcg64.ts";
import { normalizeAxis } from "../../layout/axis.ts";
import { sameShape } from "../../layout/broadcast.ts";
import { forEachRow } from "../../kernels/nest.ts";
import { type PlaceDraw, selectShuffle } from "../../kernels/select-random.ts";
import { noteTraffic } from "../../memory/counter.ts";

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
  if (x.ndim === 1 && x.layout.isC && x.isWriteable && isAligned(x)) {
    shuffleElements(bits, x, 1, "masked");
    noteTraffic(x.size, x.size);
    return;
  }
  setIndex(x, ["..."], taken(x, shuffledPlaces(bits, x.shape[along]!), along)); // an index of places makes a copy
}

/** See `Generator.permutation`. */
export function permutation(bits: Pcg64, x: unknown, axis: number): NDArray {
  if (typeof x === "number" || typeof x === "bigint") {
    const n = Number(x);
    if (!Number.isInteger(n)) normalizeAxis(axis, 0); // NumPy takes a float for a 0-d array, which has no axis
    const result = emptyArray([Math.max(n, 0)], int64);
    fillLine(result, result.size, 0, 1);
    shuffleElements(bits, result, 1, "masked");
    return result;
  }
  const a = toArray(x);
  const along = normalizeAxis(axis, a.ndim);
  if (a.ndim === 1) {
    const result = copyAs(a, a.dtype, "C");
    shuffleElements(bits, result, 1, "masked");
    return result;
  }
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
  const kept = copyAs(
    a,
    a.dtype,
    out === null ? "K" : out.layout.isF && !out.layout.isC ? "F" : "C",
  );
  const isLine = kept.layout.isC || kept.layout.isF;
  const result = along !== null || isLine ? kept : copyAs(a, a.dtype, "C");
  if (along === null) {
    shuffleElements(bits, result, 1, "masked"); // in the order of memory, as NumPy does
    if (result !== kept) setIndex(kept, ["..."], result);
  } else {
    const [n, step] = [a.shape[along]!, result.strides[along]!];
    const outer = { offset: result.address, strides: result.strides.toSpliced(along, 1) };
    forEachRow(a.shape.toSpliced(along, 1), [outer], ([address]) => {
      const { memory, dtype } = result;
      shuffleLine(bits, { memory, dtype, address: address!, strides: [step] }, n, 1, "masked");
    });
  }
  if (out === null) return kept;
  if (!sameShape(out.shape, result.shape))
    throw new ValueError("out must have the same shape as x");
  setIndex(out, ["..."], result);
  return out;
}

/** The integers below `n` in random order, as indices. */
function shuffledPlaces(bits: Pcg64, n: number): NDArray {
  const result = emptyArray([n], int32);
  fillLine(result, n, 0, 1);
  shuffleElements(bits, result, 1, "masked");
  return result;
}

/** Moves the elements of `a`, which lies in C order, from place `first` on, each to one of the places up to its own. */
export function shuffleElements(
  bits: Pcg64,
  { memory, dtype, address, size }: NDArray,
  first: number,
  draw: PlaceDraw,
): void {
  shuffleLine(bits, { memory, dtype, address, strides: [dtype.itemsize] }, size, first, draw);
}

/** NumPy draws places in one way for shuffling and in another for sampling. */
const DRAWS: Readonly<Record<PlaceDraw, Bounded>> = { masked: masked32, bounded: bounded32 };

/** The same for the `n` elements of a line. */
function shuffleLine(bits: Pcg64, line: Operand, n: number, first: number, draw: PlaceDraw): void {
  const { memory, dtype, address, strides } = line;
  if (strides[0] === dtype.itemsize && selectShuffle(bits, line, n, first, draw)) return;
  const data = memory.view(dtype) as Float64Array; // moved only, whatever they are
  const [start, step] = [address / dtype.alignment, strides[0]! / dtype.alignment];
  shuffleFrom(
    bits,
    n,
    first,
    (i, j) => {
      for (let part = 0; part < dtype.components; part++) {
        const [p, q] = [start + i * step + part, start + j * step + part];
        const kept = data[p]!;
        data[p] = data[q]!;
        data[q] = kept;
      }
    },
    DRAWS[draw],
  );
}

/** `a` with the entries at `places` along `axis`, as a copy. */
export function taken(a: NDArray, places: NDArray, axis: number): NDArray {
  return getIndex(a, [...Array.from({ length: axis }, () => ":"), places]);
}
