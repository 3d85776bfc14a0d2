/**
 * What the page of `browser.test.ts` runs: the library as a browser has it, and NumPy's answers replayed with it.
 *
 * Knows no file and no Node: the cases are handed in.
 */
import { currentTier } from "../src/kernels/tier.ts";
import * as np from "../src/index.ts";
import { type Call, differenceFrom } from "./calls.ts";

/** What the page finds under `ndarrayInPage`. */
export interface InPage {
  readonly tier: () => string;
  /** What differs from NumPy, case by case; empty where nothing does. */
  readonly replay: (cases: readonly Call[]) => string[];
  /** The last element after `times` additions of `size` elements that nobody disposes. */
  readonly forgetful: (times: number, size: number) => unknown;
}

const inPage: InPage = {
  tier: currentTier,
  replay: (cases) =>
    cases.flatMap((c, k) => {
      const why = differenceFrom(c);
      return why === null ? [] : [`${k} ${c.fn}: ${why}`];
    }),
  forgetful: (times, size) => {
    let sum: np.NDArray = np.zeros([size]);
    for (let k = 0; k < times; k++) sum = np.add(sum, 1);
    return sum.item(size - 1);
  },
};

Object.assign(globalThis, { ndarrayInPage: inPage });
