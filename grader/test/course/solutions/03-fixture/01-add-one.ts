export function addOne(n: number): number {
  return n + 1;
}
