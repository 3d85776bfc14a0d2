/**
 * x ** y as C's `pow`, where JS's differs.
 *
 * C says 1 to any power is 1, and -1 to an infinite power is 1; JS says nan for both.
 */

/** C's `pow`. */
export function power(x: number, y: number): number {
  if (y === 2) return x * x; // the same, rounded once, without the search for a logarithm
  if (x === 1) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  return x ** y;
}
