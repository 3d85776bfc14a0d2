/**
 * Replays `oracle/indexing.py`: an array, an index, and what NumPy reads there, or has after writing there.
 */
import type { NDArray } from "../src/index.ts";
import { type Spec, arrayOf } from "./golden.ts";
import { type LaidOut, laidOut, resultDifference } from "./answers.ts";

export interface Indexed {
  readonly a: LaidOut;
  readonly index: readonly unknown[];
  readonly value?: Spec;
  readonly expect?: Spec;
  readonly error?: string;
  readonly message?: string;
}

/** In what our answer differs from NumPy's, or null. */
export function indexedDifference(c: Indexed): string | null {
  const a = laidOut(c.a);
  let got: NDArray;
  try {
    const index = c.index.map(part);
    if (c.value === undefined) got = a.get(...index);
    else {
      a.set(index, arrayOf(c.value));
      got = a;
    }
  } catch (error) {
    const { name, message } = error as Error; // whatever was thrown, it has both
    if (c.error === undefined) return `threw ${name}: ${message}`;
    return name === c.error && message === c.message
      ? null
      : `threw ${name}: ${message}\n  NumPy ${c.error}: ${c.message}`;
  }
  return c.expect === undefined
    ? `threw nothing, NumPy ${c.error}: ${c.message}`
    : resultDifference(got, c.expect, false);
}

function part(x: unknown): unknown {
  return typeof x === "object" && x !== null && "array" in x ? arrayOf(x.array as Spec) : x; // as the oracle writes it
}
