/**
 * What NumPy answered, for every function that joins, cuts, sorts, searches, multiplies or counts. See `oracle/functions.py`.
 *
 * In both tiers: the kernels in WebAssembly, and the readable ones in JS.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, difference } from "../../test/answers.ts";
import { golden } from "../../test/golden.ts";
import { currentTier, setTier } from "../kernels/tier.ts";

const answers = golden<Answer>("functions.jsonl");

for (const tier of new Set([currentTier(), "js" as const])) {
  describe(`in the tier "${tier}"`, () => {
    beforeAll(() => setTier(tier));
    afterAll(() => setTier(undefined));

    for (const [fn, cases] of Map.groupBy(answers, (a) => a.fn)) {
      test(`${fn} answers as NumPy does`, () => {
        const differences = cases
          .map((c) => ({ call: JSON.stringify([c.args, c.kw]), why: difference(c) }))
          .filter((d) => d.why !== null);
        expect(differences).toEqual([]);
      });
    }
  });
}
