import * as np from "@deep-dive/ndarray";
import { arrays, broadcastableShapes } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addInto } from "./05-out-and-where.ts";

const always = (): np.NDArray => np.asarray(true);

/** Operands and mask that fit an output, each in a layout of its own. */
const call = broadcastableShapes(3).chain((shapes) => {
  const ndim = Math.max(...shapes.map((s) => s.length));
  const whole = Array.from(
    { length: ndim },
    (_, k) => shapes.map((s) => s.at(k - ndim) ?? 1).find((n) => n !== 1) ?? 1,
  );
  return fc.tuple(
    arrays({ dtype: "float64", shape: shapes[0]! }),
    arrays({ dtype: "float64", shape: shapes[1]! }),
    arrays({ dtype: "float64", shape: whole, writeable: true }),
    arrays({ dtype: "bool", shape: shapes[2]! }),
  );
});

describe("worked examples", () => {
  test("only where the mask is true", () => {
    const out = np.asarray([9, 9, 9]);
    addInto(np.asarray([1, 2, 3]), np.asarray([10, 10, 10]), out, np.asarray([true, false, true]));
    expect(out.tolist()).toEqual([11, 9, 13]);
  });

  test("operands stretch to the shape of out", () => {
    const out = np.zeros([2, 2]);
    addInto(np.asarray([[1], [2]]), np.asarray([10, 20]), out, always());
    expect(out.tolist()).toEqual([
      [11, 21],
      [12, 22],
    ]);
  });

  test("out may be an operand", () => {
    const a = np.asarray([1, 2, 3]);
    addInto(a, np.asarray(1), a, always());
    expect(a.tolist()).toEqual([2, 3, 4]);
  });
});

describe("edge cases", () => {
  test("running sums do not creep in: a[1:] = a[1:] + a[:-1] reads the old a", () => {
    const a = np.asarray([1, 1, 1, 1, 1]);
    addInto(a.get("1:"), a.get(":-1"), a.get("1:"), always());
    expect(a.tolist()).toEqual([1, 2, 2, 2, 2]);
  });

  test("the same where the overlap is with the first operand", () => {
    const a = np.asarray([1, 1, 1, 1, 1]);
    addInto(a.get(":-1"), a.get("1:"), a.get("1:"), always());
    expect(a.tolist()).toEqual([1, 2, 2, 2, 2]);
  });

  test("a matrix plus its own transpose", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    addInto(a, a.T, a, always());
    expect(a.tolist()).toEqual([
      [2, 5],
      [5, 8],
    ]);
  });

  test("a cube plus itself with two axes exchanged: one of its strides is out's", () => {
    const a = np.arange(8, { dtype: "float64" }).reshape([2, 2, 2]);
    addInto(a, np.swapaxes(a, 0, 1), a, always());
    expect(a.tolist()).toEqual([
      [
        [0, 2],
        [6, 8],
      ],
      [
        [6, 8],
        [12, 14],
      ],
    ]);
  });

  test("a list plus itself backwards", () => {
    const a = np.asarray([1, 2, 3]);
    addInto(a, a.get("::-1"), a, always());
    expect(a.tolist()).toEqual([4, 4, 4]);
  });

  test("out does not stretch", () => {
    expect(() => addInto(np.zeros([2, 3]), np.zeros([3]), np.zeros([3]), always())).toThrow(
      np.ValueError,
    );
    expect(() => addInto(np.zeros([3]), np.zeros([3]), np.zeros([1]), always())).toThrow(
      np.ValueError,
    );
  });

  test("a 0-d and an empty out", () => {
    const out = np.asarray(5);
    addInto(np.asarray(1), np.asarray(2), out, always());
    expect(out.item()).toBe(3);
    expect([...addInto(np.zeros([0]), np.asarray(1), np.zeros([0]), always()).shape]).toEqual([0]);
  });
});

describe("laws", () => {
  test("out becomes the sum where the mask is true, and keeps what it had elsewhere, in every layout", () => {
    fc.assert(
      fc.property(call, ([a, b, out, mask]) => {
        const expected = np.where(mask, np.add(a, b), out).tolist();
        addInto(a, b, out, mask);
        expect(out.tolist()).toEqual(expected);
      }),
    );
  });

  test("what is returned is out", () => {
    fc.assert(
      fc.property(call, ([a, b, out, mask]) => {
        const result = addInto(a, b, out, mask);
        expect([...result.strides]).toEqual([...out.strides]);
        if (out.size > 0)
          expect(np.shares_memory(result, out), "shares memory with out").toBe(true);
      }),
    );
  });

  test("the elements around a sliced out are left alone", () => {
    const whole = np.zeros([6]);
    addInto(np.asarray(1), np.asarray(1), whole.get("1::2"), always());
    expect(whole.tolist()).toEqual([0, 2, 0, 2, 0, 2]);
  });
});
