/**
 * 3.02 Cards: at which byte does it lie? offset + Σ index * stride, by head.
 *
 * No function to write. (The library is switched off here. It would know.) Another seed deals other cards;
 * `npm run learn` asks yours.
 *
 * An answer is the byte, counted from the first byte of the memory's owner, at which the element begins:
 * - `a[3, 1] of int16 (4, 3) order C`: a is a fresh int16 array of shape (4, 3).
 * - `a.T[1, 3] of int16 (4, 3)`: an element of a view of a; a is fresh and in order C.
 * - `a.imag` are the imaginary parts of a complex array, as a view.
 */

/** Your answers, by card. */
export const answers: Record<string, number | "?"> = {
  // TODO: one card after the other: put the byte in place of "?".
  "a[3, 1] of int16 (4, 3) order C": "?",
  "a[1, 3] of float64 (2, 5) order F": "?",
  "a[1, 2, 3] of float32 (2, 3, 4) order C": "?",
  "a[3:][1, 2] of int16 (5, 3)": "?",
  "a[::-1][4] of int16 (6,)": "?",
  "a.T[1, 3] of int16 (4, 3)": "?",
  "a[1::3, 2::2][1, 1] of float32 (5, 5)": "?",
  "broadcast_to(a, (4, 3))[3, 2] of int32 (3,)": "?",
  "a[1, 3] of complex64 (2, 4) order C": "?",
  "a.imag[1] of complex128 (3,)": "?",
};
