import fc from "fast-check";
import { expect, test } from "vitest";
import { golden, number, scalar, type Spec } from "../../test/golden.ts";
import { dtype as dtypeNamed, int32 } from "../dtype/dtype.ts";
import { arrayText } from "./array2string.ts";
import { reprText, strText } from "./array_text.ts";
import { shortestDigits } from "./digits.ts";
import { positionalText, scientificText } from "./float_text.ts";
import { get_printoptions, printoptions, type PrintOptionsLike } from "./options.ts";
import type { Printable } from "./printable.ts";

function printable({ dtype, shape, data }: Spec): Printable {
  return {
    dtype: dtypeNamed(dtype),
    shape,
    element: (index) =>
      scalar(data[index.reduce((at, i, axis) => at * shape[axis]! + i, 0)], dtype),
  };
}

test("elements are aligned and separated by blanks", () => {
  expect(strText(printable({ dtype: "float64", shape: [2, 2], data: [1, 2.5, -3, 4] }))).toBe(
    "[[ 1.   2.5]\n [-3.   4. ]]",
  );
});

test("repr has commas, and the dtype where the elements do not tell it", () => {
  expect(reprText(printable({ dtype: "int64", shape: [2], data: [1, 2] }))).toBe("array([1, 2])");
  expect(reprText(printable({ dtype: "int32", shape: [2], data: [1, 2] }))).toBe(
    "array([1, 2], dtype=int32)",
  );
});

test("no element is read but those shown", () => {
  const a: Printable = {
    dtype: int32,
    shape: [10_000],
    element: ([i = 0]) => {
      if (i >= 3 && i < 9997) throw new Error(`element ${i} is not shown`);
      return i;
    },
  };
  expect(reprText(a)).toBe(
    "array([   0,    1,    2, ..., 9997, 9998, 9999],\n      shape=(10000,), dtype=int32)",
  );
});

test("separator, prefix and suffix take part in the width", () => {
  const a = printable({ dtype: "int32", shape: [5], data: [1, 2, 3, 4, 5] });
  expect(arrayText(a, { separator: "; ", prefix: "xy", max_line_width: 10 })).toBe(
    "[1; 2;\n   3; 4;\n   5]",
  );
});

test("a formatter makes the text of its kind of element", () => {
  const a = printable({ dtype: "float64", shape: [2], data: [1, 2] });
  expect(arrayText(a, { formatter: { float_kind: (x) => `<${x}>` } })).toBe("[<1> <2>]");
});

test("options are put back, whatever happens in between", () => {
  const before = get_printoptions();
  expect(() =>
    printoptions({ precision: 2 }, () => {
      throw new Error("on purpose");
    }),
  ).toThrow("on purpose");
  expect(get_printoptions()).toEqual(before);
});

test("wrong options are refused in NumPy's words", () => {
  const a = printable({ dtype: "float64", shape: [1], data: [1] });
  const sign: unknown = "x";
  expect(() => arrayText(a, { sign: sign as "+" })).toThrow(
    "sign option must be one of ' ', '+', or '-'",
  );
  expect(() => arrayText(a, { threshold: NaN })).toThrow("threshold must be non-NAN");
  expect(() => arrayText(a, { precision: 1.5 })).toThrow("precision must be an integer");
});

test("the shortest digits of a float read back as that float", () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true, min: 0 }), (x) => {
      const { digits, exponent } = shortestDigits(x, "float32");
      expect(Math.fround(Number(`${digits}e${exponent - digits.length + 1}`))).toBe(
        x === 0 ? 0 : x,
      );
    }),
  );
});

test("arrays print as NumPy prints them", () => {
  const cases = golden<{
    a: Spec;
    str: string;
    repr: string;
    options?: PrintOptionsLike;
  }>("printing.jsonl");
  for (const { a, str, repr, options = {} } of cases) {
    const label = JSON.stringify({ options, dtype: a.dtype, shape: a.shape });
    printoptions(options, () => {
      expect(strText(printable(a)), label).toBe(str);
      expect(reprText(printable(a)), label).toBe(repr);
    });
  }
});

test("floats become text as NumPy's do", () => {
  const cases = golden<{
    dtype: "float16";
    x: unknown;
    fn: string;
    kw: object;
    text: string;
  }>("float_text.jsonl");
  for (const { dtype, x, fn, kw, text } of cases) {
    const made =
      fn === "positional"
        ? positionalText(number(x), dtype, kw)
        : scientificText(number(x), dtype, kw);
    expect(made, JSON.stringify({ x, dtype, fn, kw })).toBe(text);
  }
});
