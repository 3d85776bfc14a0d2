/**
 * Size classes: the sizes that large regions come in, four an octave.
 *
 * Knows integers only. A region serves any array of its class, so a freed one is soon of use again; at most a
 * fifth of it is wasted.
 */

/** Where every element starts: no typed array needs more, and a SIMD load wants it. */
export const ALIGNMENT = 16;

/** Arrays up to this many bytes share slabs; larger ones have a region of their own. */
export const SMALL_BYTES = 16384;

const FIRST_OCTAVE = 31 - Math.clz32(SMALL_BYTES);

/** The class whose regions are the smallest to hold `nbytes` (more than SMALL_BYTES, less than 2^31). */
export function classOf(nbytes: number): number {
  const octave = 31 - Math.clz32(nbytes - 1);
  const quarter = (nbytes - 1) >>> (octave - 2); // 4 to 7: the leading three bits
  return (octave - FIRST_OCTAVE) * 4 + quarter - 3;
}

/** Bytes of the regions of class `index`; shifted, as V8 keeps the result of a power as a double. */
export function classBytes(index: number): number {
  return ((4 + (index & 3)) << (FIRST_OCTAVE - 2 + (index >> 2))) >>> 0;
}
