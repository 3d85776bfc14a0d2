/**
 * The length of a vector of two, without overflow on the way.
 *
 * Squares are scaled by a power of two, which rounds nothing, and only where they might leave the range.
 */

const SCALE = 2 ** 600;

/** sqrt(x ** 2 + y ** 2); infinite where either is, even beside nan. */
export function hypot(x: number, y: number): number {
  const a = Math.abs(x);
  const b = Math.abs(y);
  const size = a > b ? a : b;
  if (size > 1e-140 && size < 1e150) return Math.sqrt(a * a + b * b); // a square that underflows is too small to matter
  if (a === Infinity || b === Infinity) return Infinity;
  if (size >= 1e150) return Math.sqrt((a / SCALE) ** 2 + (b / SCALE) ** 2) * SCALE;
  return Math.sqrt((a * SCALE) ** 2 + (b * SCALE) ** 2) / SCALE;
}
