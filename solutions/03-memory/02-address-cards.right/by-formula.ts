/** offset + Σ index * stride. */
const at = (offset: number, strides: readonly number[], index: readonly number[]): number =>
  index.reduce((byte, i, axis) => byte + i * strides[axis]!, offset);

export function answers(): number[] {
  return [
    at(0, [32, 8], [1, 2]),
    at(0, [8, 24], [1, 2]),
    at(0, [40, 10, 2], [2, 0, 1]),
    at(16, [16, 4], [0, 1]),
    at(16, [-4], [1]),
    at(0, [8, 32], [3, 1]),
    at(8, [96, 24], [1, 1]),
    at(0, [0, 4], [3, 2]),
    at(0, [16, 32], [1, 0]),
    at(4, [8], [2]),
  ];
}
