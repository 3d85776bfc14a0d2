import { describe, expect, test } from "vitest";
import * as np from "../index.ts";

describe("apply_along_axis", () => {
  const a = [
    [1, 2, 3],
    [4, 5, 6],
  ];

  test("a scalar takes the axis away", () => {
    expect(np.apply_along_axis((line) => np.sum(line), 0, a).tolist()).toEqual([5, 7, 9]);
    expect(np.apply_along_axis((line) => np.sum(line), 1, a).tolist()).toEqual([6, 15]);
  });

  test("an array takes the axis' place", () => {
    const twice = (line: np.NDArray): np.NDArray => np.concat([line, line]);
    expect(np.apply_along_axis(twice, 0, a).shape).toEqual([4, 3]);
    expect(np.apply_along_axis(twice, 1, a).shape).toEqual([2, 6]);
    expect(np.apply_along_axis((line) => np.diag(line), 0, a).shape).toEqual([2, 2, 3]);
  });

  test("further arguments reach the function", () => {
    expect(np.apply_along_axis((line, k) => line.item(k as number), 1, a, 2).tolist()).toEqual([
      3, 6,
    ]);
  });

  test("nothing to apply to is refused", () => {
    expect(() => np.apply_along_axis((line) => line, 1, np.zeros([0, 2]))).toThrow(
      "Cannot apply_along_axis when any iteration dimensions are 0",
    );
  });
});

describe("apply_over_axes", () => {
  test("an axis that is folded away comes back with length 1", () => {
    expect(np.apply_over_axes(np.sum, np.ones([2, 3, 4]), [0, -1]).shape).toEqual([1, 3, 1]);
  });

  test("a function that changes more is refused", () => {
    expect(() => np.apply_over_axes(() => 1, np.ones([2, 3, 4]), 0)).toThrow(
      "function is not returning an array of the correct shape",
    );
  });
});

describe("vectorize", () => {
  test("arguments broadcast, and elements come as JS values", () => {
    const add = np.vectorize((x, y) => Number(x) + Number(y));
    expect((add([[1], [2]], [10, 20]) as np.NDArray).tolist()).toEqual([
      [11, 21],
      [12, 22],
    ]);
  });

  test("a list of results gives a list of arrays", () => {
    const both = np.vectorize((x) => [x, Number(x) > 1]);
    const [same, isMore] = both([1, 2]) as np.NDArray[];
    expect(same!.tolist()).toEqual([1, 2]);
    expect(isMore!.dtype.name).toBe("bool");
  });

  test("otypes decides the dtype, also of nothing", () => {
    expect((np.vectorize((x) => x, { otypes: "int16" })([]) as np.NDArray).dtype.name).toBe(
      "int16",
    );
    expect(() => np.vectorize((x) => x)([])).toThrow(
      "cannot call `vectorize` on size 0 inputs unless `otypes` is set",
    );
  });
});

describe("piecewise", () => {
  test("functions get their elements, and the last is for everywhere else", () => {
    const x = np.asarray([-2, -1, 0, 1, 2]);
    expect(
      np
        .piecewise(x, [np.less(x, 0), np.greater(x, 1)], [(v: np.NDArray) => v.negative(), 10, 5])
        .tolist(),
    ).toEqual([2, 1, 5, 5, 10]);
  });

  test("as many functions as conditions are wanted, or one more", () => {
    expect(() => np.piecewise([1, 2], [[true, false]], [1, 2, 3])).toThrow(
      "with 1 condition(s), either 1 or 2 functions are expected",
    );
  });
});

describe("polynomials", () => {
  test("a polynomial through its own values is itself", () => {
    const p = [2, -1, 3];
    const x = np.arange(6);
    np.testing.assert_allclose(np.polyfit(x, np.polyval(p, x), 2), p, { rtol: 1e-10 });
  });

  test("a polynomial has the roots it is made of", () => {
    np.testing.assert_allclose(np.sort(np.roots(np.poly([1, 2, 4]))), [1, 2, 4], { rtol: 1e-10 });
    expect(np.roots([1, 0]).tolist()).toEqual([0]);
    expect(np.roots([0, 0]).tolist()).toEqual([]);
  });

  test("the derivative of an antiderivative is the polynomial", () => {
    expect(np.polyder(np.polyint([3, 2, 1], { k: 7 })).tolist()).toEqual([3, 2, 1]);
  });
});

test("vectors of length 2 lie in the plane", () => {
  expect(np.cross([1, 2], [3, 4]).tolist()).toBe(-2);
  expect(np.cross([1, 2], [3, 4, 5]).tolist()).toEqual([10, -5, -2]);
  expect(np.cross([1, 2, 3], [4, 5]).tolist()).toEqual([-15, 12, -3]);
});

test("bits that are packed come out again", () => {
  const bits = np.asarray(
    [
      [1, 0, 1, 1, 0],
      [0, 1, 1, 0, 0],
    ],
    { dtype: "uint8" },
  );
  for (const bitorder of ["big", "little"] as const) {
    expect(
      np
        .unpackbits(np.packbits(bits, { axis: 1, bitorder }), { axis: 1, count: 5, bitorder })
        .tolist(),
    ).toEqual(bits.tolist());
  }
});
