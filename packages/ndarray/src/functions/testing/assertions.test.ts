import { expect, test } from "vitest";
import { type Spec, arrayOf, golden } from "../../../test/golden.ts";
import * as np from "../../index.ts";

const { testing } = np;

test("what agrees passes in silence", () => {
  testing.assert_allclose([1, NaN, Infinity], [1 + 1e-9, NaN, Infinity]);
  testing.assert_array_equal([0, NaN], [-0, NaN]);
  testing.assert_equal({ x: [1, 2n], y: np.arange(2) }, { x: [1n, 2], y: [0, 1] });
  testing.assert_almost_equal(1, 1 + 1e-9);
  testing.assert_array_less([1, 2], 3);
  testing.assert_(np.asarray(true));
});

test("an item that differs is named", () => {
  expect(() => testing.assert_equal([1, [2, 3]], [1, [2, 4]])).toThrow(
    "Items are not equal:\nitem=1\nitem=1\n\n ACTUAL: 3\n DESIRED: 4",
  );
  expect(() => testing.assert_equal({ a: 1 }, { a: 2 })).toThrow(
    "Items are not equal:\nkey='a'\n\n ACTUAL: 1\n DESIRED: 2",
  );
});

test("digits and representable numbers are counted", () => {
  const near = 1 + 2 ** -52;
  testing.assert_approx_equal(0.12345677777777e-20, 0.1234567e-20);
  testing.assert_array_almost_equal_nulp([1, 2], [near, 2]);
  expect(testing.assert_array_max_ulp([1, NaN, -0], [near, NaN, 0]).tolist()).toEqual([[1, 0, 0]]);
  expect(() => testing.assert_approx_equal(0.123, 0.124, 5)).toThrow(
    "\nItems are not equal to 5 significant digits:\n ACTUAL: 0.123\n DESIRED: 0.124",
  );
  expect(() => testing.assert_array_almost_equal_nulp([1, 2], [1, 3])).toThrow(
    "Arrays are not equal to 1 ULP (max is 2.2518e+15)",
  );
  expect(() => testing.assert_array_max_ulp([1], [2], 3)).toThrow(
    "Arrays are not almost equal up to 3 ULP (max difference is 4.5036e+15 ULP)",
  );
  expect(() => testing.assert_array_max_ulp([1], [1, 2])).toThrow(
    "Arrays do not have the same shape: (1, 1) - (1, 2)",
  );
});

test("assert_raises gives the error, and fails where none or another one comes", () => {
  const error = testing.assert_raises(np.ValueError, () => np.reshape([1], [2]));
  expect(error.message).toBe("cannot reshape array of size 1 into shape (2,)");
  expect(() => testing.assert_raises(np.ValueError, () => 1)).toThrow("ValueError not raised");
  expect(() => testing.assert_raises(np.IndexError, () => np.reshape([1], [2]))).toThrow(
    np.ValueError,
  );
  expect(() =>
    testing.assert_raises_regex(np.ValueError, /size 7/, () => np.reshape([1], [2])),
  ).toThrow(testing.AssertionError);
});

interface Told {
  readonly fn:
    | "assert_allclose"
    | "assert_array_equal"
    | "assert_array_almost_equal"
    | "assert_array_less";
  readonly actual: Spec;
  readonly desired: Spec;
  readonly kw: object;
  readonly message: string | null;
}

test("assertions fail where NumPy's do, and in the same words", () => {
  const differences = golden<Told>("assertions.jsonl").flatMap((c) => {
    const told = whatIsTold(c);
    return told === c.message ? [] : [{ fn: c.fn, kw: c.kw, told, message: c.message }];
  });
  expect(differences).toEqual([]);
});

function whatIsTold({ fn, actual, desired, kw }: Told): string | null {
  try {
    testing[fn](arrayOf(actual), arrayOf(desired), kw);
    return null;
  } catch (error) {
    return (error as Error).message; // an AssertionError
  }
}
