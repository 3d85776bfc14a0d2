import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Call, differenceFrom } from "../../test/calls.ts";
import { golden } from "../../test/golden.ts";
import * as np from "../index.ts";

test("halves are rounded to the even neighbour", () => {
  expect(np.round([0.5, 1.5, 2.5, -0.5]).tolist()).toEqual([0, 2, 2, -0]);
});

test("integers stay integers, also before the point", () => {
  const rounded = np.round(np.asarray([15n, 25n, -15n]), -1);
  expect(rounded.dtype.name).toBe("int64");
  expect(rounded.tolist()).toEqual([20n, 20n, -20n]);
});

test("a limit beyond an integer dtype is none", () => {
  expect(np.clip(np.asarray([1, 5], { dtype: "uint8" }), -1, 300).tolist()).toEqual([1, 5]);
});

test("clipping needs a maximum and a minimum, and is idempotent", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double()),
      fc.integer({ min: -5, max: 0 }),
      fc.integer({ min: 0, max: 5 }),
      (values, low, high) => {
        const a = np.asarray(values, { dtype: "float64" });
        const clipped = np.clip(a, low, high);
        expect(clipped.tolist()).toEqual(np.minimum(np.maximum(a, low), high).tolist());
        expect(np.clip(clipped, low, high).tolist()).toEqual(clipped.tolist());
      },
    ),
  );
});

test("clipping into one of its limits reads the limit first", () => {
  const high = np.asarray([3, 3, 3]);
  np.clip([1, 5, 2], 2, high, { out: high });
  expect(high.tolist()).toEqual([2, 3, 2]);
});

test("rounding allocates its result alone", () => {
  const a = np.ones([5]);
  expect(np.testing.count(() => np.round(a, 2))).toMatchObject({
    allocations: 1,
    reads: 5,
    writes: 5,
  });
});

describe("functions of elements answer as NumPy's do", () => {
  const cases = golden<Call>("rounding.jsonl");
  test.each([...new Set(cases.map((c) => c.fn))])("%s", (fn) => {
    const failures = cases
      .filter((c) => c.fn === fn)
      .map((c) => [c, differenceFrom(c)] as const)
      .filter(([, why]) => why !== null)
      .map(
        ([c, why]) =>
          `${JSON.stringify(c.args).slice(0, 200)} ${JSON.stringify(c.kw ?? {})}: ${why}`,
      );
    expect(failures).toEqual([]);
  });
});
