import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import * as np from "../index.ts";
import { setTier } from "../kernels/tier.ts";
import { arrays, laidOut, LAYOUTS, views } from "../testing/index.ts";
import type { BinaryUfunc, UnaryUfunc } from "./ufunc.ts";

const UNARY: readonly UnaryUfunc[] = [
  np.negative,
  np.square,
  np.absolute,
  np.sqrt,
  np.isfinite,
  np.floor,
  np.exp,
];
const BINARY: readonly BinaryUfunc[] = [
  np.add,
  np.multiply,
  np.maximum,
  np.less,
  np.divide,
  np.arctan2,
  np.floor_divide,
];
const REAL = ["int8", "uint16", "int32", "int64", "float16", "float32", "float64"] as const;

afterEach(() => {
  setTier(undefined);
});

const layouts = (): fc.Arbitrary<(typeof LAYOUTS)[number]> => fc.constantFrom(...LAYOUTS);

/** The same values, laid out in some other way. */
function relaid(a: np.NDArray, layout: (typeof LAYOUTS)[number]): np.NDArray {
  const values = np.ravel(a).tolist() as np.Scalar[];
  return layout === "broadcast" ? a : laidOut(values, a.shape, a.dtype, layout);
}

test("a ufunc sees values, not how they lie in memory", () => {
  fc.assert(
    fc.property(
      arrays({ dtype: fc.constantFrom(...REAL) }),
      layouts(),
      fc.constantFrom(...UNARY),
      (a, layout, ufunc) => {
        expect(ufunc(relaid(a, layout)).tolist()).toEqual(ufunc(a).tolist());
      },
    ),
  );
});

test("two operands may lie in two ways", () => {
  fc.assert(
    fc.property(
      arrays({ dtype: fc.constantFrom(...REAL) }),
      layouts(),
      layouts(),
      fc.constantFrom(...BINARY),
      (a, one, other, ufunc) => {
        const b = np.flip(a);
        expect(ufunc(relaid(a, one), relaid(b, other)).tolist()).toEqual(
          ufunc(a.copy(), b.copy()).tolist(),
        );
      },
    ),
  );
});

test("an output that overlaps the inputs gets what a fresh one would", () => {
  fc.assert(
    fc.property(
      arrays({ dtype: fc.constantFrom("int32", "float64") }).chain((root) =>
        fc.tuple(fc.constant(root), views(root), views(root)),
      ),
      fc.constantFrom(np.add, np.multiply, np.maximum),
      ([root, x, out], ufunc) => {
        if (!out.flags.writeable || root.size === 0) return;
        const y = np.broadcast_to(np.ravel(root).get(0), out.shape);
        let wanted: unknown;
        try {
          wanted = np.broadcast_to(ufunc(x.copy(), y.copy()), out.shape).tolist();
        } catch {
          return; // shapes that do not line up
        }
        if (ufunc(x, y).ndim > out.ndim || np.shares_memory(out, out) !== out.size > 0) return;
        ufunc(x, y, { out });
        expect(out.tolist()).toEqual(wanted);
      },
    ),
  );
});

test("an output that is a window on the inputs' own line gets what a fresh one would", () => {
  const start = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(
      fc.constantFrom("int32", "float64", "bool"),
      fc.tuple(start, start, start),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(np.add, np.maximum, np.less, np.logical_and),
      fc.boolean(),
      (dtype, [i, j, k], n, ufunc, isScalar) => {
        const line = np
          .arange(n + 6)
          .remainder(5)
          .astype(dtype);
        const window = (at: number): np.NDArray => line.get(`${at}:${at + n}`);
        const y = isScalar ? 3 : window(j);
        const wanted = ufunc(window(i).copy(), isScalar ? 3 : window(j).copy());
        const out = window(k);
        if (!np.can_cast(wanted.dtype, out.dtype, "same_kind")) return;
        expect(ufunc(window(i), y, { out })).toBe(out);
        expect(out.tolist()).toEqual(wanted.astype(dtype).tolist());
      },
    ),
  );
});

test("a read-only or disposed output is refused", () => {
  const a = np.arange(4, { dtype: "float64" });
  const frozen = np.zeros(4);
  frozen.flags.writeable = false;
  expect(() => np.add(a, a, { out: frozen })).toThrow("output array is read-only");
  const gone = np.zeros(4);
  gone.dispose();
  expect(() => np.add(a, 1, { out: gone })).toThrow("disposed");
});

test("where leaves alone what it masks", () => {
  fc.assert(
    fc.property(arrays({ dtype: fc.constant("float64" as const) }), (a) => {
      const mask = np.less(a, 1);
      const out = np.full(a.shape, 7);
      np.multiply(a, 2, { out, where: mask });
      expect(out.tolist()).toEqual(np.where(mask, np.multiply(a, 2), np.full(a.shape, 7)).tolist());
    }),
  );
});

test("the tiers agree", () => {
  fc.assert(
    fc.property(
      arrays({ dtype: fc.constantFrom(...REAL) }),
      layouts(),
      fc.constantFrom(np.add, np.multiply, np.maximum, np.less, np.floor_divide),
      (a, layout, ufunc) => {
        const b = relaid(np.flip(a), layout);
        setTier("js");
        const slow = [
          ufunc(a, b).tolist(),
          np.sum(a),
          np.max(np.ones([1, ...a.shape]), { axis: 0 }).tolist(),
        ];
        setTier(undefined);
        expect([
          ufunc(a, b).tolist(),
          np.sum(a),
          np.max(np.ones([1, ...a.shape]), { axis: 0 }).tolist(),
        ]).toEqual(slow);
      },
    ),
  );
});

describe("at", () => {
  test("counts a place twice that is named twice", () => {
    const a = np.zeros([3]);
    np.add.at(a, [[0, 0, 2]], 1);
    expect(a.tolist()).toEqual([2, 0, 1]);
  });

  test("takes several parts, and values that stretch", () => {
    const a = np.zeros([2, 3]);
    np.subtract.at(a, [[0, 1, 1], 2], [1, 2, 3]);
    np.negative.at(a, [0]);
    expect(a.tolist()).toEqual([
      [-0, -0, 1],
      [0, 0, -5],
    ]);
  });

  test("applies a function of one argument as often as a place is named", () => {
    const a = np.asarray([2, 3]);
    np.square.at(a, [[0, 0, 1]]);
    expect(a.tolist()).toEqual([16, 9]);
  });

  test("reads its values before it writes, and casts them", () => {
    const a = np.arange(4);
    np.add.at(a, [np.slice(null, null, -1)], a);
    expect(a.tolist()).toEqual([3, 3, 3, 3]);
    const whole = np.arange(3);
    np.add.at(whole, [[1, 1]], 1.75); // unlike a call, `at` cuts off what does not fit, each time
    expect(whole.tolist()).toEqual([0, 3, 2]);
    const b = np.zeros([2], { dtype: "float32" });
    np.add.at(b, [[0, 0]], np.asarray([1.5, 2]));
    expect(b.tolist()).toEqual([3.5, 0]);
  });

  test("needs an index that is inside", () => {
    expect(() => np.add.at(np.zeros([2]), [[5]], 1)).toThrow(
      "index 5 is out of bounds for axis 0 with size 2",
    );
  });
});

describe("counting", () => {
  test("a ufunc allocates its result, reads its inputs and writes its outputs", () => {
    const a = np.ones([4, 5]);
    const counts = (run: () => unknown): object => {
      const { allocations, bytes, reads, writes } = np.testing.count(run);
      return { allocations, bytes, reads, writes };
    };
    expect(counts(() => np.add(a, a))).toEqual({
      allocations: 1,
      bytes: 160,
      reads: 40,
      writes: 20,
    });
    expect(counts(() => np.add(a, 1))).toEqual({
      allocations: 1,
      bytes: 160,
      reads: 40,
      writes: 20,
    });
    const b = np.ones([5]);
    expect(counts(() => np.add(a, b, { out: a }))).toEqual({
      allocations: 0,
      bytes: 0,
      reads: 40,
      writes: 20,
    });
    const one = np.asarray(1n);
    expect(counts(() => np.add(a, one))).toEqual({
      allocations: 1,
      bytes: 160,
      reads: 40,
      writes: 20,
    });
    expect(counts(() => np.divmod(a, 2))).toMatchObject({
      allocations: 2,
      bytes: 320,
      reads: 40,
      writes: 40,
    });
    expect(counts(() => np.sqrt(a))).toEqual({ allocations: 1, bytes: 160, reads: 20, writes: 20 });
  });
});

test("an option that does not exist is refused", () => {
  const options = { outt: null } as unknown as { out: null };
  expect(() => np.add([1], [2], options)).toThrow(
    "add() got an unexpected keyword argument 'outt'",
  );
});

test("writing into a broadcast view is refused", () => {
  expect(() => np.add(1, 2, { out: np.broadcast_to(np.zeros([]), [3]) })).toThrow(
    "output array is read-only",
  );
});
