// No recursion: sums of 1, 2, 4, 8 … blocks wait for a partner of their own size, as in a binary counter.
export function pairwiseSum(x: Float64Array): number {
  const waiting: number[] = [];
  const blockSize = 64;
  for (let block = 0; block * blockSize < x.length; block++) {
    let sum = 0;
    for (const v of x.subarray(block * blockSize, (block + 1) * blockSize)) sum += v;
    for (let level = block + 1; level % 2 === 0; level /= 2) sum += waiting.pop()!;
    waiting.push(sum);
  }
  return waiting.reverse().reduce((total, part) => total + part, 0);
}
