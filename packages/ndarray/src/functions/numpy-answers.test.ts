/**
 * What NumPy answered, for every function that joins, cuts, sorts, searches, multiplies or counts. See `oracle/functions.py`.
 *
 * In every place: the kernels in WebAssembly, with FMA and without, the readable ones in JS, and when the heap is full.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, difference } from "../../test/answers.ts";
import { golden } from "../../test/golden.ts";
import { PLACES, enter, hasPlace, leave } from "../../test/places.ts";

const answers = golden<Answer>("functions.jsonl");

for (const place of PLACES.filter(hasPlace)) {
  describe(`in "${place}"`, () => {
    beforeAll(() => enter(place));
    afterAll(leave);

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
