/**
 * Transpose a matrix in memory, tile by tile, so that every cache line is fetched once.
 *
 * NumPy's name for this is `a.T.copy()`. (`a.T` alone moves nothing; here the numbers really change places.)
 */

/**
 * The transpose of an n × n matrix in C order, as a fresh array.
 *
 * Whoever reads along rows writes down columns, and the other way round. In `04-blocked-transpose.naive.ts` each
 * write fetches a line of eight numbers to place one of them; before it comes back for the next, the line is gone.
 * No order of two loops helps. Four loops do: cut the matrix into tiles small enough that the lines of one tile, read and written,
 * are all in the cache together.
 *
 * The limit counts lines fetched for n = 128, where a row is 1024 bytes: at most twice what is there to fetch.
 *
 * @param a n * n numbers, row after row
 * @param n any whole number from 0 up, also one that tiles do not divide
 * @returns a fresh Float64Array: cell (i, j) is cell (j, i) of `a`
 * @example transpose(Float64Array.of(1, 2, 3, 4), 2) // [1, 3, 2, 4]
 */
export function transpose(a: Float64Array, n: number): Float64Array {
  // TODO: how many numbers wide should a tile be, if a line holds eight of them?
  throw new Error("not implemented");
}
