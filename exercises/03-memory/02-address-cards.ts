/**
 * 3.02 Cards: at which byte does it lie? offset + Σ index * stride, by head.
 *
 * No function to write: replace each NaN by your answer. (The library is switched off here. It would know.)
 */

/**
 * The byte, counted from the first byte of the owner's memory, at which the element begins.
 *
 *  1. a[1, 2]        a: float64, shape (3, 4), fresh, order C
 *  2. a[1, 2]        a: float64, shape (3, 4), fresh, order F
 *  3. a[2, 0, 1]     a: int16, shape (3, 4, 5), fresh, order C
 *  4. b[0, 1]        b = a[1:], a: int32, shape (3, 4), order C
 *  5. b[1]           b = a[::-1], a: float32, shape (5,)
 *  6. b[3, 1]        b = a.T, a: float64, shape (3, 4), order C
 *  7. b[1, 1]        b = a[::2, 1::3], a: float64, shape (6, 6), order C
 *  8. b[3, 2]        b = a broadcast to (4, 3), a: int32, shape (3,)
 *  9. a[1, 0]        a: complex128, shape (2, 2), order F
 * 10. b[2]           b: the imaginary parts of a, a: complex64, shape (4,)
 */
export function answers(): number[] {
  // TODO: one line for each card.
  return [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN];
}
