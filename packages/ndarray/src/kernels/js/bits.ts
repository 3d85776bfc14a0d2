/**
 * Bit operations on scalars.
 *
 * A shift by as many bits as there are, or more, leaves nothing (or the sign); so does a negative one, which C
 * reads as a large unsigned number.
 */
import type { Rows } from "./rows.ts";

export const BITS: Rows = {
  bitwise_and: { bool: (x, y) => x & y, int: (x, y) => x & y, big: (x, y) => x & y },
  bitwise_or: { bool: (x, y) => x | y, int: (x, y) => x | y, big: (x, y) => x | y },
  bitwise_xor: { bool: (x, y) => x ^ y, int: (x, y) => x ^ y, big: (x, y) => x ^ y },
  invert: { bool: (x) => 1 - x, int: (x) => ~x, big: (x) => ~x },
  left_shift: {
    int: (x, y) => (y >= 0 && y < 32 ? x << y : 0),
    big: (x, y) => (y >= 0n && y < 64n ? x << y : 0n),
  },
  right_shift: {
    int: (x, y) => x >> (y >= 0 && y < 32 ? y : 31),
    uint: (x, y) => (y < 32 ? x >>> y : 0),
    big: (x, y) => x >> (y >= 0n && y < 64n ? y : 63n),
    ubig: (x, y) => (y < 64n ? x >> y : 0n),
  },
  bitwise_count: {
    int: (x) => count(Math.abs(x)),
    big: (x) => countBig(x < 0n ? -x : x),
  },
};

/** Bits that are set in the low 32 bits of `x`: pairs, then fours, then bytes are added side by side. */
function count(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function countBig(x: bigint): number {
  return count(Number(x & 0xffffffffn)) + count(Number((x >> 32n) & 0xffffffffn));
}
