/**
 * What NumPy answered, for every function that joins, cuts, sorts, searches, multiplies or counts. See `oracle/functions.py`.
 */
import { expect, test } from "vitest";
import { type Answer, difference } from "../../test/answers.ts";
import { golden } from "../../test/golden.ts";

const answers = golden<Answer>("functions.jsonl");

for (const [fn, cases] of Map.groupBy(answers, (a) => a.fn)) {
  test(`${fn} answers as NumPy does`, () => {
    const differences = cases
      .map((c) => ({ call: JSON.stringify([c.args, c.kw]), why: difference(c) }))
      .filter((d) => d.why !== null);
    expect(differences).toEqual([]);
  });
}
