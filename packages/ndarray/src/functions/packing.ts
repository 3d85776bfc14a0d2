/**
 * Bits packed into bytes, and taken out again.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.packbits.html
 */
import { toArray } from "../array/convert.ts";
import { emptyArray, freeScratch, scratchArray } from "../array/make.ts";
import type { NDArray } from "../array/ndarray.ts";
import { uint8 } from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";
import { copyElements } from "../kernels/copy.ts";
import { normalizeAxis } from "../layout/axis.ts";
import { noteTraffic } from "../memory/counter.ts";
import { readOptions } from "../options.ts";
import { axisLast, dense, elements, flat, freeDense } from "./dense.ts";

export interface PackOptions {
  /** Along which axis; all elements flat unless told. */
  readonly axis?: number | null | undefined;
  /** "big": the first bit is the highest; "little": the lowest. "big" unless told. */
  readonly bitorder?: "big" | "little" | undefined;
}

/**
 * Whether elements are zero, eight of them in each byte (uint8); the last byte is filled up with zeros.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.packbits.html
 *
 * @throws {TypeError} when `a` holds neither integers nor booleans
 * @throws {ValueError} when `bitorder` is neither
 * @example packbits([true, false, true]) // [160]
 */
export function packbits(a: unknown, options: PackOptions = {}): NDArray<"uint8"> {
  readOptions("packbits", options, ["axis", "bitorder"]);
  const given = toArray(a);
  checkOrder(options.bitorder, "'order' must be either 'little' or 'big'");
  if (!"biu".includes(given.dtype.kind))
    throw new TypeError("Expected an input array of integer or boolean data type");
  const place = bitPlaces(options.bitorder);
  const { x, axis } = lined(given, options.axis);
  const lines = axisLast(x, axis);
  const n = lines.shape.at(-1)!;
  const source = dense(lines);
  const bits = elements(source);
  const width = Math.ceil(n / 8);
  return filled(x, axis, width, (bytes) => {
    bytes.fill(0);
    for (let k = 0; k < bits.length; k++) {
      const [line, at] = [Math.floor(k / n), k % n];
      if (Number(bits[k]) !== 0) bytes[line * width + (at >> 3)]! |= 1 << place(at & 7);
    }
    freeDense(source, lines);
  });
}

/**
 * The bits of each byte as elements 0 and 1 (uint8), eight times as many along the axis.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.unpackbits.html
 *
 * @throws {TypeError} when `a` is not uint8
 * @throws {ValueError} when `bitorder` is neither, or more bits are left out than there are
 * @example unpackbits(asarray([160], { dtype: "uint8" }), { count: 3 }) // [1, 0, 1]
 */
export function unpackbits(
  a: unknown,
  options: PackOptions & {
    /** How many bits to give along the axis; negative, how many to leave out at the end. */
    readonly count?: number | null | undefined;
  } = {},
): NDArray<"uint8"> {
  readOptions("unpackbits", options, ["axis", "bitorder", "count"]);
  const given = toArray(a);
  checkOrder(options.bitorder, "'order' must begin with 'l' or 'b'");
  if (given.dtype !== uint8)
    throw new TypeError("Expected an input array of unsigned byte data type");
  const place = bitPlaces(options.bitorder);
  const { x, axis } = lined(given, options.axis);
  const lines = axisLast(x, axis);
  const n = lines.shape.at(-1)!;
  const count = options.count ?? 8 * n;
  const width = count >= 0 ? count : 8 * n + count;
  if (width < 0) throw new ValueError("-count larger than number of elements");
  const source = dense(lines);
  const bytes = elements(source) as Uint8Array; // uint8, as checked
  return filled(x, axis, width, (bits) => {
    for (let k = 0; k < bits.length; k++) {
      const [line, at] = [Math.floor(k / width), k % width];
      bits[k] = at < 8 * n ? (bytes[line * n + (at >> 3)]! >> place(at & 7)) & 1 : 0;
    }
    freeDense(source, lines);
  });
}

function checkOrder(order: string = "big", sentence: string): void {
  if (order !== "big" && order !== "little") throw new ValueError(sentence);
}

function bitPlaces(order: string = "big"): (bit: number) => number {
  return order === "little" ? (bit) => bit : (bit) => 7 - bit;
}

function lined(a: NDArray, axis: number | null | undefined): { x: NDArray; axis: number } {
  if (axis === undefined || axis === null) return { x: flat(a), axis: 0 };
  return { x: a, axis: normalizeAxis(axis, a.ndim) };
}

/** A uint8 array like `x` with another length along the axis; `fill` gets its lines one after the other. */
function filled(
  x: NDArray,
  axis: number,
  width: number,
  fill: (line: Uint8Array) => void,
): NDArray<"uint8"> {
  const result = emptyArray(x.shape.with(axis, width), uint8);
  const target = axisLast(result, axis);
  const aside = scratchArray(target.shape, uint8);
  fill(elements(aside) as Uint8Array); // uint8, as made
  copyElements(aside, target, target.shape);
  freeScratch(aside);
  noteTraffic(x.size, result.size);
  return result;
}
