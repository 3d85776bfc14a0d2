import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { golden } from "../../test/golden.ts";
import { type Call, differenceFrom } from "../../test/calls.ts";
import { PLACES, enter, hasPlace, leave } from "../../test/places.ts";

describe.each(PLACES.filter(hasPlace))('in "%s", ufuncs answer as NumPy\'s do', (place) => {
  beforeAll(() => enter(place));
  afterAll(leave);

  const cases = golden<Call>("ufuncs.jsonl");
  const facts: Record<string, string> = {
    loop: "every loop, on special values",
    pair: "every pair of dtypes",
    scalar: "scalars beside arrays, which are weak",
    layout: "the layout of a fresh result",
    option: "out, where, dtype and casting, and what they refuse",
    method: "reduce, accumulate, reduceat and outer",
  };
  test.each(Object.entries(facts))(
    "%s: %s",
    (kind) => {
      const failures = cases
        .filter((c) => c.kind === kind)
        .map((c) => [c, differenceFrom(c)] as const)
        .filter(([, why]) => why !== null)
        .map(
          ([c, why]) =>
            `${c.fn} ${JSON.stringify(c.args).slice(0, 200)} ${JSON.stringify(c.kw ?? {})}: ${why}`,
        );
      expect(failures).toEqual([]);
    },
    60_000,
  ); // a full heap looks for room again and again
});
