// caught by: card 1: [1, 2] of float64 (3, 4), order C
// The sixth element, but 8 bytes each.
/**
 * 3.02 Cards: at which byte does it lie?
 */

export function answers(): number[] {
  return [
    6,
    1 * 8 + 2 * 24, // a column is 3 elements of 8 bytes
    2 * 40 + 0 * 10 + 1 * 2,
    16 + 1 * 4, // one row of 16 bytes is left out
    16 - 1 * 4, // begins at the last element, and walks back
    3 * 8 + 1 * 32, // the strides of (3, 4) are (32, 8), and change places
    8 + 1 * 96 + 1 * 24, // two rows of 48 bytes; three columns of 8
    3 * 0 + 2 * 4, // all four rows are the same bytes
    1 * 16,
    4 + 2 * 8, // 4 bytes behind the real part; the next number is 8 bytes on
  ];
}
