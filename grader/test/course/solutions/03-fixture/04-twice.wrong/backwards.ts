// caught by: the callback is called in order
export function repeat(step: (n: number) => void, times: number): void {
  for (let k = times - 1; k >= 0; k--) step(k);
}
