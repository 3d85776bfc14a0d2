// caught by: worked examples > 1 to 1000
// Begins the second half one behind the middle.
const BLOCK = 128; // NumPy's size: the loop is fast, and 128 roundings in a row do little harm

export function pairwiseSum(x: Float64Array): number {
  return sumBetween(x, 0, x.length);
}

function sumBetween(x: Float64Array, from: number, to: number): number {
  if (to - from <= BLOCK) {
    let sum = 0;
    for (let i = from; i < to; i++) sum += x[i]!;
    return sum;
  }
  const middle = (from + to) >> 1;
  return sumBetween(x, from, middle) + sumBetween(x, middle + 1, to);
}
