// caught by: card: stretched by broadcasting
// Imagines that the rows were written out.
export const answers: Record<string, number> = {
  // The last index walks by one element; a step of the first skips a row.
  "a[1, 2] of float64 (3, 4) order C": 1 * 32 + 2 * 8,
  "a[1, 3] of float64 (2, 5) order C": 1 * 40 + 3 * 8,
  "a[2, 1] of int32 (3, 4) order C": 2 * 16 + 1 * 4,
  "a[3, 1] of int16 (4, 3) order C": 3 * 6 + 1 * 2,
  // The first index walks by one element; a step of the last skips a column.
  "a[1, 2] of float64 (3, 4) order F": 1 * 8 + 2 * 24,
  "a[1, 3] of float64 (2, 5) order F": 1 * 8 + 3 * 16,
  "a[2, 1] of int32 (3, 4) order F": 2 * 4 + 1 * 12,
  "a[3, 1] of int16 (4, 3) order F": 3 * 2 + 1 * 8,
  // The stride of an axis is the size of all that lies behind it.
  "a[2, 0, 1] of int16 (3, 4, 5) order C": 2 * 40 + 0 * 10 + 1 * 2,
  "a[1, 2, 3] of float32 (2, 3, 4) order C": 1 * 48 + 2 * 16 + 3 * 4,
  "a[1, 4, 7] of int8 (2, 5, 10) order C": 1 * 50 + 4 * 10 + 7 * 1,
  "a[3, 1, 0] of float64 (4, 2, 3) order C": 3 * 48 + 1 * 24 + 0 * 8,
  // The view begins as many rows later.
  "a[1:][0, 1] of int32 (3, 4)": 16 + 0 * 16 + 1 * 4,
  "a[2:][1, 1] of float64 (4, 2)": 32 + 1 * 16 + 1 * 8,
  "a[3:][1, 2] of int16 (5, 3)": 18 + 1 * 6 + 2 * 2,
  "a[1:][1, 0] of float32 (3, 5)": 20 + 1 * 20 + 0 * 4,
  // The view begins at the last element and walks back.
  "a[::-1][1] of float32 (5,)": 16 - 1 * 4,
  "a[::-1][0] of float64 (4,)": 24 - 0 * 8,
  "a[::-1][4] of int16 (6,)": 10 - 4 * 2,
  "a[::-1][2] of int32 (7,)": 24 - 2 * 4,
  // Nothing moves: the strides change places.
  "a.T[3, 1] of float64 (3, 4)": 3 * 8 + 1 * 32,
  "a.T[4, 1] of int32 (2, 5)": 4 * 4 + 1 * 20,
  "a.T[1, 3] of int16 (4, 3)": 1 * 2 + 3 * 6,
  "a.T[0, 3] of float32 (5, 2)": 0 * 4 + 3 * 8,
  // A step multiplies the stride; the start adds to the offset.
  "a[::2, 1::3][1, 1] of float64 (6, 6)": 8 + 1 * 96 + 1 * 24,
  "a[1::2, ::2][1, 2] of int32 (4, 6)": 24 + 1 * 48 + 2 * 8,
  "a[::3, 1::2][1, 1] of int16 (6, 4)": 2 + 1 * 24 + 1 * 4,
  "a[1::3, 2::2][1, 1] of float32 (5, 5)": 28 + 1 * 60 + 1 * 8,
  // All rows are the same bytes: stride 0.
  "broadcast_to(a, (4, 3))[3, 2] of int32 (3,)": 44,
  "broadcast_to(a, (5, 2))[4, 1] of float64 (2,)": 72,
  "broadcast_to(a, (3, 4))[2, 3] of int16 (4,)": 22,
  "broadcast_to(a, (2, 5))[1, 4] of float32 (5,)": 36,
  // complex64 has 8 bytes, complex128 16.
  "a[1, 0] of complex128 (2, 3) order C": 1 * 48 + 0 * 16,
  "a[2, 1] of complex64 (3, 2) order C": 2 * 16 + 1 * 8,
  "a[3, 0] of complex128 (4, 1) order C": 3 * 16 + 0 * 16,
  "a[1, 3] of complex64 (2, 4) order C": 1 * 32 + 3 * 8,
  // Each lies behind its real part; the next number begins after both.
  "a.imag[2] of complex64 (4,)": 4 + 2 * 8,
  "a.imag[1] of complex128 (3,)": 8 + 1 * 16,
  "a.imag[5] of complex64 (6,)": 4 + 5 * 8,
  "a.imag[4] of complex128 (5,)": 8 + 4 * 16,
};
