let seen: number[] = [];

/** The callback: keeps what it is called with. */
export function record(n: number): void {
  seen.push(n);
}

/** What `record` was called with since the last look. */
export function take(): number[] {
  const taken = seen;
  seen = [];
  return taken;
}

/** Runs a learner's `repeat` with its own callback. */
export function sumOf(
  repeat: (step: (n: number) => void, times: number) => void,
  times: number,
): number {
  let sum = 0;
  repeat((n) => {
    sum += n;
  }, times);
  return sum;
}
