import { addOne } from "./01-add-one.ts";

export function repeat(step: (n: number) => void, times: number): void {
  let n = -1;
  for (let k = 0; k < times; k++) {
    n = addOne(n);
    step(n);
  }
}
