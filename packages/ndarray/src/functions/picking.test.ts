/**
 * What NumPy answered, for every function that makes, picks, writes by position or compares. See `oracle/picking.py`.
 */
import { expect, test } from "vitest";
import { type Answer, difference } from "../../test/answers.ts";
import { golden } from "../../test/golden.ts";

for (const [fn, cases] of Map.groupBy(golden<Answer>("picking.jsonl"), (a) => a.fn)) {
  test(`${fn} answers as NumPy does`, () => {
    const differences = cases
      .map((c) => ({ call: JSON.stringify([c.args, c.kw]), why: difference(c) }))
      .filter((d) => d.why !== null);
    expect(differences).toEqual([]);
  });
}
