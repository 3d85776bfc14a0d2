export function repeat(step: (n: number) => void, times: number): void {
  for (let k = 0; k < times; k++) step(k);
}
