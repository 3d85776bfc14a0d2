/**
 * Thresholds: how much is few, where a plain loop and a kernel could both do the work.
 *
 * Knows numbers only. `npm run bench -- thresholds` moves each of them, times the same call on either side, and prints
 * where they cross. Lines and rows stand on the safe side of its figures. `smallProduct` and `copiedElements` lie below
 * what it prints: with the threshold held still, as in use, the kernel won earlier.
 */

export interface Thresholds {
  /** Elements up to which a line is sorted into another by comparing all with all. */
  rankedLine: number;
  /** Elements up to which a line is sorted by insertion. */
  sortedLine: number;
  /** The same for the positions that sort a line. */
  argsortedLine: number;
  /** Multiplications up to which matrices are multiplied where they lie. */
  smallProduct: number;
  /** Results in a row below which each is folded by itself. */
  foldedRow: number;
  /** Elements up to which a copy is a plain loop. */
  copiedElements: number;
}

export const thresholds: Thresholds = {
  rankedLine: 24,
  sortedLine: 32,
  argsortedLine: 24,
  smallProduct: 512,
  foldedRow: 8,
  copiedElements: 16,
};
