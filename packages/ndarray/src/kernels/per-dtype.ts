/**
 * A kernel for each dtype, looked up once and kept until the tier changes: a look-up by name takes as long as a small call.
 *
 * Knows tiers; no kernel in particular.
 */
import type { DType } from "../dtype/dtype.ts";
import { tierGeneration } from "./tier.ts";

/** `find`, which is given NumPy's letter of a dtype, with a memory. */
export function perDType<T>(find: (char: string) => T | null): (dtype: DType) => T | null {
  const known: (T | null | undefined)[] = [];
  let generation = -1;
  return ({ num, char }) => {
    if (generation !== tierGeneration()) {
      known.length = 0;
      generation = tierGeneration();
    }
    const found = known[num];
    return found === undefined ? (known[num] = find(char)) : found;
  };
}
