/**
 * Multiply matrices in tiles that fit a cache, so that every number fetched is used many times.
 *
 * This is what the libraries behind `a @ b` do first.
 */

/**
 * The matrix product of two n × n matrices in C order, for a cache of `cacheBytes`.
 *
 * The i-k-j order of 6.03 uses every number of a line, but reads the whole of `b` again for each row of `a`. When `b` is larger than
 * the cache, that is n times n * n numbers. Work on square tiles instead: a t × t tile of `a` and one of `b` make 2 t³ operations for
 * 2 t² numbers, so the larger the tile, the better, as long as three tiles (of a, b and c) stay in the cache together.
 *
 * The limit is set for n = 40 and a cache of 4096 bytes: at most half of the lines that i-k-j fetches.
 *
 * @param a n * n numbers, row after row
 * @param b n * n numbers, row after row
 * @param n any whole number from 0 up, also one that tiles do not divide
 * @param cacheBytes the size of the cache: choose the tile by it; 512 at least
 * @returns a fresh Float64Array of n * n numbers
 * @example matmul(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8), 2, 4096) // [19, 22, 43, 50]
 */
export function matmul(
  a: Float64Array,
  b: Float64Array,
  n: number,
  cacheBytes: number,
): Float64Array {
  // TODO: the largest t, a multiple of 8 if possible, with 3 * t * t * 8 <= cacheBytes. Then three loops over tiles.
  throw new Error("not implemented");
}
