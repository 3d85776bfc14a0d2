import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import "../index.ts";
import { toArray, toNested, toValues } from "../array/convert.ts";
import { printf } from "./printf.ts";
import { fromstring, genfromtxt, loadtxt, savetxt, type SaveTextOptions, textOf } from "./text.ts";

const folder = mkdtempSync(path.join(tmpdir(), "text-"));
const text = (x: Parameters<typeof toArray>[0], options?: SaveTextOptions): string =>
  textOf(toArray(x), options);

test("a matrix is a line a row, a vector a column", () => {
  expect(
    text([
      [1, 2],
      [3, 4],
    ]),
  ).toBe(
    "1.000000000000000000e+00 2.000000000000000000e+00\n3.000000000000000000e+00 4.000000000000000000e+00\n",
  );
  expect(text([1, 2.5, NaN])).toBe("1.000000000000000000e+00\n2.500000000000000000e+00\nnan\n");
});

test("formats, delimiters, headers and footers", () => {
  const options = { fmt: "%d", delimiter: ",", header: "a\nb", footer: "end" };
  expect(
    text(
      [
        [1, 2],
        [3, 4],
      ],
      options,
    ),
  ).toBe("# a\n# b\n1,2\n3,4\n# end\n");
  expect(text([1, 2], { fmt: "%5.2f", newline: ";" })).toBe(" 1.00; 2.00;");
  expect(text([[1, 2]], { fmt: ["%d", "%.1f"], delimiter: "|" })).toBe("1|2.0\n");
  expect(text([[1, 2]], { fmt: "%d-%d" })).toBe("1-2\n");
  expect(text(Int16Array.of(10, 255), { fmt: "%#x" })).toBe("0xa\n0xff\n");
  expect(text(Float32Array.of(0.1, 8), { fmt: "%s" })).toBe("0.1\n8.0\n");
  expect(text([true, false], { fmt: "%s" })).toBe("True\nFalse\n");
  expect(() => text([1.5], { fmt: "%x" })).toThrow(
    "Mismatch between array dtype ('float64') and format specifier ('%x')",
  );
  expect(text([{ re: 1, im: -2 }], { fmt: "%.1f" })).toBe(" (1.0-2.0j)\n");
});

test("numbers are formatted as Python formats them", () => {
  expect(printf("%g %g %g %g %g", [100000, 1e6, 1e-5, 0.0001, 1.5])).toBe(
    "100000 1e+06 1e-05 0.0001 1.5",
  );
  expect(printf("[%5d] [%-5d] [%05d] [%+d] [%.3e]", [42, 42, -42, 42, 12345])).toBe(
    "[   42] [42   ] [-0042] [+42] [1.234e+04]",
  );
  expect(printf("%.0f %.1f %.2f %d", [2.5, 0.25, 1e21, 3.9])).toBe(
    "2 0.2 1000000000000000000000.00 3",
  );
  expect(printf("%g %.3g %G", [0, 1234, 1e-10])).toBe("0 1.23e+03 1E-10");
});

test("what savetxt writes, loadtxt reads", () => {
  const where = path.join(folder, "a.txt");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 2, maxLength: 9 }),
      (rows) => {
        savetxt(where, rows);
        expect(toNested(loadtxt(where))).toEqual(rows);
      },
    ),
    { numRuns: 30 },
  );
});

test("comments and blank lines are left out, axes of length 1 go", () => {
  expect(toNested(loadtxt(["# c", "1 2 # x", "", "3 4"]))).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(toNested(loadtxt(["1 2 3"], { usecols: [0, 2] }))).toEqual([1, 3]);
  expect(toNested(loadtxt(["1"]))).toBe(1);
  expect(toNested(loadtxt(["1", "2"], { ndmin: 2 }))).toEqual([[1], [2]]);
  expect(toNested(loadtxt(["a b", "1 2", "3 4"], { skiprows: 1, unpack: true }))).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(toNested(loadtxt(["1,2"], { delimiter: ",", dtype: "int64" }))).toEqual([1n, 2n]);
  expect(toNested(loadtxt(["1+2j -1.5e3j (3-4j)"], { dtype: "complex128" }))).toEqual([
    { re: 1, im: 2 },
    { re: 0, im: -1500 },
    { re: 3, im: -4 },
  ]);
  writeFileSync(path.join(folder, "crlf.txt"), "1 2\r\n3 4\r\n");
  expect(toNested(loadtxt(path.join(folder, "crlf.txt")))).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("what is no number is refused, with its place", () => {
  expect(() => loadtxt(["1 x"])).toThrow(
    "could not convert string 'x' to float64 at row 0, column 2.",
  );
  expect(() => loadtxt(["1 2", "3"])).toThrow(
    "the number of columns changed from 2 to 1 at row 2; use `usecols`",
  );
  expect(() => loadtxt(["300"], { dtype: "uint8" })).toThrow(
    "could not convert string '300' to uint8",
  );
  expect(() => loadtxt(["1.5"], { dtype: "int32" })).toThrow(
    "could not convert string '1.5' to int32",
  );
  expect(() => loadtxt(["0x10"])).toThrow("could not convert string");
  expect(() => loadtxt(["1 2"], { usecols: 5 })).toThrow(
    "invalid column index 5 at row 1 with 2 columns",
  );
  expect(() => text(3)).toThrow("Expected 1D or 2D array, got 0D array instead");
});

test("genfromtxt fills gaps", () => {
  expect(toNested(genfromtxt(["1,2", "3,"], { delimiter: "," }))).toEqual([
    [1, 2],
    [3, NaN],
  ]);
  expect(toNested(genfromtxt(["1,x"], { delimiter: ",", dtype: "int32" }))).toEqual([1, -1]);
  expect(toNested(genfromtxt(["1,", "3,4"], { delimiter: ",", filling_values: -1 }))).toEqual([
    [1, -1],
    [3, 4],
  ]);
  expect(() => genfromtxt(["1 2", "3"])).toThrow(
    "Some errors were detected !\n    Line #2 (got 1 columns instead of 2)",
  );
});

test("fromstring reads numbers between separators", () => {
  expect(toValues(fromstring("1, 2,3", { sep: ",", dtype: "int32" }))).toEqual([1, 2, 3]);
  expect(toValues(fromstring("1 2  3", { sep: " " }))).toEqual([1, 2, 3]);
  expect(() => fromstring("1,2,x", { sep: "," })).toThrow(
    "string or file could not be read to its end due to unmatched data",
  );
});

test("a file is written whole", () => {
  const where = path.join(folder, "b.txt");
  savetxt(where, [1], { fmt: "%d" });
  expect(readFileSync(where, "utf8")).toBe("1\n");
});
