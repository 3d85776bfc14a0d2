/**
 * Edges that comparing random calls with NumPy brought up: one fact each.
 */
import { expect, test } from "vitest";
import * as np from "../src/index.ts";

test("a fold of unsigned integers by bits begins with all bits set", () => {
  expect(np.bitwise_and.reduce(np.asarray([255, 7], { dtype: "uint8" })).item()).toBe(7);
  expect(np.bitwise_and.reduce(np.zeros([0], { dtype: "uint64" })).item()).toBe(2n ** 64n - 1n);
});

test("each stretch of reduceat begins with its own first element", () => {
  expect(np.hypot.reduceat([-3, 4], [0, 1]).tolist()).toEqual([-3, 4]);
});

test("what a mask leaves out changes no difference and no quotient", () => {
  expect(np.subtract.reduce([5, 3], { initial: 2, where: [false, true] }).item()).toBe(-1);
  expect(np.divide.reduce([5, 2], { initial: 8, where: [false, true] }).item()).toBe(4);
});

test("a fold whose order matters takes one axis, whatever it begins with", () => {
  expect(() => np.subtract.reduce([[1]], { axis: [0, 1], initial: 0 })).toThrow(
    "reduction operation 'subtract' is not reorderable, so at most one axis may be specified",
  );
});

test("a fold gives no dtype that none of its loops gives", () => {
  expect(() => np.divide.reduce([1, 2], { dtype: "int64" })).toThrow(/^No loop matching/);
  expect(() => np.logical_or.reduce([1, 0], { dtype: "float64" })).toThrow(/^No loop matching/);
  expect(np.add.reduce([1, 2], { dtype: "bool" }).item()).toBe(true);
});

test("booleans have no difference, in cross and gradient as well", () => {
  const bits = np.asarray([true, false, true]);
  expect(() => np.cross(bits, bits)).toThrow(/^numpy boolean subtract/);
  expect(() => np.gradient(bits)).toThrow(/^numpy boolean subtract/);
});

test("the first power of a matrix is the matrix, and its diagonal is seen through diag", () => {
  const a = np.reshape(np.arange(4), [2, 2]);
  expect(np.linalg.matrix_power(a, 1)).toBe(a);
  const d = np.diag(a, 1);
  expect(np.shares_memory(a, d)).toBe(true);
  expect([d.item(), d.flags.writeable]).toEqual([1, false]);
});

test("arange of a whole dtype steps from its first to its second element, both made whole", () => {
  expect(np.arange(-1.25, 1, { dtype: "int16" }).tolist()).toEqual([-1, 0, 1]);
  expect(np.arange(0, 2, 0.5, { dtype: "int32" }).tolist()).toEqual([0, 0, 0, 0]);
});

test("axis 0 of a 0-d array is taken, repeated and sorted by position as if it were there", () => {
  const a = np.int32(7);
  expect(np.take(a, 0, { axis: 0 }).tolist()).toBe(7);
  expect(np.take(a, [0, -1], { axis: -1 }).tolist()).toEqual([7, 7]);
  expect(np.repeat(a, 2, { axis: 0 }).tolist()).toEqual([7, 7]);
  expect(np.nanargmax(np.float64(7), { axis: 0 }).item()).toBe(0);
  expect(np.argsort(a, { axis: 0 }).tolist()).toEqual([0]);
  expect(() => np.take(a, 0, { axis: 1 })).toThrow(np.AxisError);
});

test("i0 of integers is float64, however narrow they are", () => {
  expect(np.i0(np.int8([0])).dtype.name).toBe("float64");
});

test("axes of length 1 do not make joined arrays column-major", () => {
  const rows = np.asarray([1, 2, 3, 4, 5, 6]).get("::2");
  expect(np.vstack([rows, rows]).strides).toEqual([24, 8]);
});

test("what is not complex is its own conjugate", () => {
  const a = np.asarray([true, false]);
  expect(a.conj()).toBe(a);
  expect(
    np
      .asarray([{ re: 1, im: 2 }])
      .conjugate()
      .tolist(),
  ).toEqual([{ re: 1, im: -2 }]);
  expect(np.conj(a).dtype.name).toBe("int8");
});

test("bytes are swapped in a copy that lies in C order, or in Fortran order where the array does", () => {
  const a = np.zeros([2, 3, 4], { dtype: "int16" });
  expect(np.swapaxes(a, 0, 1).byteswap().strides).toEqual([16, 8, 2]);
  expect(a.T.byteswap().strides).toEqual([2, 8, 24]);
});

test("put and putmask say of themselves what they cannot write to", () => {
  const a = np.broadcast_to([1, 2], [2, 2]);
  expect(() => np.put(a, 0, 5)).toThrow("put: output array is read-only");
  expect(() => np.putmask(a, np.ones([2, 2], { dtype: "bool" }), 5)).toThrow(
    "putmask: output array is read-only",
  );
});
