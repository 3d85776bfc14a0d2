export function repeat(step: (n: number) => void, times: number): void {
  for (let left = times; left > 0; left--) step(times - left);
}
