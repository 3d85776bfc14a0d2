/** One more than `n`. */
export function addOne(n: number): number {
  // TODO: return n and one more
  throw new Error(`not implemented: ${n}`);
}
