/**
 * Whole numbers in a range, without bias and nearly always without a division.
 *
 * Knows bits and typed arrays. Narrow integers are cut from one 32-bit number, several from each.
 * Rules: Lemire, Fast Random Integer Generation in an Interval, 2019
 */
import type { Pcg64 } from "./pcg64.ts";

/** Uniform in [0, range], `range` below 2^32. */
export function bounded32(bits: Pcg64, range: number): number {
  if (range === 0) return 0;
  if (range === 0xffffffff) return bits.next32();
  const count = range + 1;
  let word = bits.next32();
  let left = Math.imul(word, count) >>> 0;
  if (left < count) {
    const threshold = (0xffffffff - range) % count;
    while (left < threshold) {
      word = bits.next32();
      left = Math.imul(word, count) >>> 0;
    }
  }
  return upperHalf(word, count);
}

/** The upper 32 bits of the 64-bit product of two 32-bit numbers. */
function upperHalf(a: number, b: number): number {
  const carry = Math.floor(((a & 0xffff) * b) / 65536);
  return Math.floor(((a >>> 16) * b + carry) / 65536);
}

const MAX_64 = 0xffffffffffffffffn;

/** Uniform in [0, range], `range` below 2^64. Ranges of 32 bits take 32 bits of the stream. */
export function bounded64(bits: Pcg64, range: bigint): bigint {
  if (range <= 0xffffffffn) return BigInt(bounded32(bits, Number(range)));
  if (range === MAX_64) return bits.next64();
  const count = range + 1n;
  let product = bits.next64() * count;
  if ((product & MAX_64) < count) {
    const threshold = (MAX_64 - range) % count;
    while ((product & MAX_64) < threshold) product = bits.next64() * count;
  }
  return product >> 64n;
}

/** Uniform in [0, range] for numbers of 1, 8 or 16 bits, as many as fit taken from each 32-bit number. */
export class NarrowSource {
  readonly #bits: Pcg64;
  readonly #width: 1 | 8 | 16;
  #word = 0;
  #left = 0;

  constructor(bits: Pcg64, width: 1 | 8 | 16) {
    this.#bits = bits;
    this.#width = width;
  }

  next(range: number): number {
    if (range === 0) return 0;
    const width = this.#width;
    const max = 2 ** width - 1;
    if (range === max) return this.#piece();
    const count = range + 1;
    let product = this.#piece() * count;
    if ((product & max) < count) {
      const threshold = (max - range) % count;
      while ((product & max) < threshold) product = this.#piece() * count;
    }
    return product >>> width;
  }

  #piece(): number {
    if (this.#left === 0) {
      this.#word = this.#bits.next32();
      this.#left = 32 / this.#width;
    } else {
      this.#word >>>= this.#width;
    }
    this.#left -= 1;
    return this.#word & (2 ** this.#width - 1);
  }
}

/** Uniform in [0, range], `range` below 2^32: numbers of as many bits as `range` has, until one is no larger. */
export function masked32(bits: Pcg64, range: number): number {
  if (range === 0) return 0;
  const mask = 0xffffffff >>> Math.clz32(range);
  for (;;) {
    const word = (bits.next32() & mask) >>> 0;
    if (word <= range) return word;
  }
}

/** One whole number in [0, range]. */
export type Bounded = (bits: Pcg64, range: number) => number;

/** Moves the elements `first` and later to random places; `swap(i, j)` exchanges two of them. */
export function shuffleFrom(
  bits: Pcg64,
  n: number,
  first: number,
  swap: (i: number, j: number) => void,
  draw: Bounded,
): void {
  for (let i = n - 1; i >= first; i--) {
    const j = draw(bits, i);
    if (i !== j) swap(i, j);
  }
}
