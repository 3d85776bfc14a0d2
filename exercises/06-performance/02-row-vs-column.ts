/**
 * Add up the columns of a matrix while reading its memory once, from front to back.
 *
 * NumPy's name for this is `a.sum(axis=0)`. The sums are the same in any order; the time is not.
 */

/**
 * The sum of each column of a C-ordered matrix.
 *
 * Memory comes to the processor in lines of 64 bytes: eight float64 numbers at a time. `02-row-vs-column.naive.ts`
 * goes down one column after the other and uses one number of each line it fetches; by the time it comes back for the
 * next number, the line has been thrown out. Read each line once instead. The limit, for 128 rows of 64 columns, is twice
 * the number of lines there are.
 *
 * @param a rows * cols numbers, row after row: cell (i, j) is `a[i * cols + j]`
 * @param rows number of rows; with 0 rows every sum is 0
 * @param cols number of columns, and the length of the result
 * @returns a fresh Float64Array of `cols` sums
 * @example columnSums(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3) // [5, 7, 9]
 */
export function columnSums(a: Float64Array, rows: number, cols: number): Float64Array {
  // TODO: which of the two loops, over rows or over columns, has to be the outer one?
  throw new Error("not implemented");
}
