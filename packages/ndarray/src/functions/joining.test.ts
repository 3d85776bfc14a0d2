import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as np from "../index.ts";
import { arrays } from "../testing/index.ts";

describe("worked examples", () => {
  test("arrays are joined along an axis they have, or along a new one", () => {
    expect(np.concat([[[1, 2]], [[3, 4]]]).tolist()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(np.concat([[[1, 2]], [[3, 4]]], { axis: 1 }).tolist()).toEqual([[1, 2, 3, 4]]);
    expect(
      np
        .stack(
          [
            [1, 2],
            [3, 4],
          ],
          { axis: 1 },
        )
        .tolist(),
    ).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test("columns first stay columns first", () => {
    const a = np.asarray(
      [
        [1, 2],
        [3, 4],
      ],
      { order: "F" },
    );
    expect(np.concat([a, a]).flags.f_contiguous).toBe(true);
    expect(np.concat([a, a.copy()]).flags.c_contiguous).toBe(true);
  });

  test("shapes that do not fit are told with the numbers", () => {
    expect(() => np.concat([np.zeros([2, 2]), np.zeros([1, 3])])).toThrow(
      "all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 2 and the array at index 1 has size 3",
    );
    expect(() => np.concat([])).toThrow("need at least one array to concatenate");
    expect(() => np.stack([[1], [1, 2]].map((x) => np.asarray(x)))).toThrow(
      "all input arrays must have the same shape",
    );
  });

  test("blocks of unequal width fit below each other", () => {
    const part = (x: unknown): np.NDArray => np.asarray(x);
    expect(np.block([[part([[1]]), part([[2, 3]])], [part([[4, 5, 6]])]]).tolist()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test("out takes the result, though it overlaps an input", () => {
    const a = np.asarray([1, 2, 3, 4]);
    np.concat([a.get("2:"), a.get(":2")], { out: a });
    expect(a.tolist()).toEqual([3, 4, 1, 2]);
  });

  test("a callback fills margins in place", () => {
    const fill = (line: np.NDArray, [before, after]: readonly [number, number]): void => {
      line.set([`:${before}`], 10);
      line.set([`${line.size - after}:`], 20);
    };
    expect(np.pad([1, 2], 1, { mode: fill }).tolist()).toEqual([10, 1, 2, 20]);
  });
});

const any = arrays({ shape: { minDims: 1, maxDims: 3 }, elements: "any" });

describe("laws", () => {
  test("what is split and joined again is the same", () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 5 }), (a, parts) => {
        for (let axis = 0; axis < a.ndim; axis++) {
          expect(np.concat(np.array_split(a, parts, { axis }), { axis }).tolist()).toEqual(
            a.tolist(),
          );
        }
      }),
    );
  });

  test("what is unstacked and stacked again is the same", () => {
    fc.assert(
      fc.property(arrays({ shape: { minDims: 1, maxDims: 3, minSide: 1 } }), (a) => {
        for (let axis = 0; axis < a.ndim; axis++) {
          expect(np.stack(np.unstack(a, { axis }), { axis }).tolist()).toEqual(a.tolist());
        }
      }),
    );
  });

  test("rolling there and back changes nothing", () => {
    fc.assert(
      fc.property(any, fc.integer({ min: -9, max: 9 }), (a, shift) => {
        expect(np.roll(np.roll(a, shift, { axis: 0 }), -shift, { axis: 0 }).tolist()).toEqual(
          a.tolist(),
        );
        expect(np.roll(np.roll(a, shift), -shift).tolist()).toEqual(a.tolist());
      }),
    );
  });

  test("tiling is joining with itself", () => {
    fc.assert(
      fc.property(any, (a) => {
        const reps = a.shape.map(() => 1);
        reps[0] = 2;
        expect(np.tile(a, reps).tolist()).toEqual(np.concat([a, a]).tolist());
      }),
    );
  });

  test("inside its margins a padded array is the array", () => {
    const modes = [
      "constant",
      "edge",
      "linear_ramp",
      "maximum",
      "mean",
      "median",
      "minimum",
      "reflect",
      "symmetric",
      "wrap",
      "empty",
    ] as const;
    fc.assert(
      fc.property(
        arrays({ dtype: ["int16", "float64"], shape: { minDims: 1, maxDims: 3, minSide: 1 } }),
        fc.constantFrom(...modes),
        fc.nat(7),
        fc.nat(7),
        (a, mode, before, after) => {
          const padded = np.pad(a, [[before, after]], { mode });
          expect(padded.shape).toEqual(a.shape.map((n) => n + before + after));
          expect(padded.get(...a.shape.map((n) => np.slice(before, before + n))).tolist()).toEqual(
            a.tolist(),
          );
        },
      ),
    );
  });

  test("arrays join the same way with an axis named and without", () => {
    const list = arrays({
      shape: { minDims: 1, maxDims: 3, maxSide: 3 },
      dtype: fc.constantFrom("int8", "float64"),
    }).chain((a) =>
      fc.tuple(
        fc.constant(a),
        fc.constantFrom(a, np.negative(a), a.astype("float64"), a.get("::-1"), a.get(":1")),
      ),
    );
    fc.assert(
      fc.property(list, ([a, b]) => {
        const pairs: [() => np.NDArray, () => np.NDArray][] = [
          [() => np.concat([a, b]), () => np.concat([a, b], { axis: 0 })],
          [() => np.stack([a, b]), () => np.stack([a, b], { axis: 0 })],
          [() => np.vstack([a, b]), () => np.vstack([a, b], { casting: "same_kind" })],
        ];
        for (const [plain, named] of pairs) {
          expect(outcome(plain)).toEqual(outcome(named));
        }
      }),
    );
  });

  test("what is inserted and deleted again leaves no trace", () => {
    fc.assert(
      fc.property(
        arrays({ shape: { minDims: 1, maxDims: 3, minSide: 1 } }),
        fc.nat(),
        (a, place) => {
          const at = place % (a.shape[0]! + 1);
          expect(
            np.delete(np.insert(a, at, a.get(0), { axis: 0 }), at, { axis: 0 }).tolist(),
          ).toEqual(a.tolist());
        },
      ),
    );
  });

  test("sums of differences give the elements back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (line) => {
        expect(np.cumsum(np.diff(line, { prepend: 0 })).tolist()).toEqual(line);
      }),
    );
  });
});

function outcome(run: () => np.NDArray): unknown {
  try {
    const { dtype, shape, strides, base } = run();
    return { dtype, shape, strides, base, values: run().tolist() };
  } catch (error) {
    return String(error);
  }
}
