import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import * as np from "../index.ts";
import { setTier } from "./tier.ts";

afterEach(() => {
  setTier(undefined);
});

const NAMES = ["bool", "int8", "uint16", "int32", "uint32", "int64", "uint64"] as const;
/** Few different values, so that many are equal. */
const whole = fc.array(fc.nat({ max: 5 }), { maxLength: 30 });
const floats = fc.array(fc.constantFrom(-Infinity, -1.5, -0, 0, 2.25, Infinity, NaN), {
  maxLength: 30,
});

/** Sorted and ranked as they are told to be: by value, equal ones as they came, nan last. */
function expected(values: readonly number[]): { sorted: number[]; order: number[] } {
  const before = (x: number, y: number): number =>
    Number.isNaN(x) || Number.isNaN(y)
      ? Number(Number.isNaN(x)) - Number(Number.isNaN(y))
      : x - y || 0;
  const order = values
    .map((_, k) => k)
    .sort((i, j) => (values[i] === values[j] ? 0 : before(values[i]!, values[j]!)));
  return { sorted: order.map((k) => values[k]!), order };
}

function check(list: readonly number[], dtype: np.DTypeName, step: string): void {
  const a = np.asarray(list).astype(dtype).get(step);
  const values = (a.tolist() as unknown[]).map(Number);
  const { sorted, order } = expected(values);
  expect((np.sort(a).tolist() as unknown[]).map(Number)).toEqual(sorted);
  expect(np.argsort(a).tolist()).toEqual(order);
  expect((a.tolist() as unknown[]).map(Number)).toEqual(values);
}

test.each(["wasm", "js"] as const)("short lines are sorted and ranked in the tier %s", (tier) => {
  const steps = fc.constantFrom("::", "::2", "1::3", "::-1");
  fc.assert(
    fc.property(whole, fc.constantFrom(...NAMES), steps, (list, dtype, step) => {
      setTier(tier);
      check(list, dtype, step);
    }),
  );
  fc.assert(
    fc.property(
      floats,
      fc.constantFrom("float32", "float64" as const),
      steps,
      (list, dtype, step) => {
        setTier(tier);
        check(list, dtype, step);
      },
    ),
  );
});
