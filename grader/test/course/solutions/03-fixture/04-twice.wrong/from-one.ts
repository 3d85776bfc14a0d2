// caught by: the callback is called in order
export function repeat(step: (n: number) => void, times: number): void {
  for (let k = 1; k <= times; k++) step(k);
}
