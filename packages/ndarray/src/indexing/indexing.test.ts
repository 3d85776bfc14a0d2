import fc from "fast-check";
import { expect, test } from "vitest";
import { golden } from "../../test/golden.ts";
import { type Indexed, indexedDifference } from "../../test/indexed.ts";
import * as np from "../index.ts";
import { arrays, indices, slices } from "../testing/index.ts";
import { slicePositions } from "./slice.ts";

const table = (): np.NDArray => np.reshape(np.arange(12), [3, 4]);

test("integers give a 0-d view, slices a view, lists a copy", () => {
  const a = table();
  a.get(1, 2).set(["..."], 50);
  a.get("1:", "::2").set(["..."], -1);
  a.get([0, 1]).set(["..."], 99);
  expect(a.tolist()).toEqual([
    [0, 1, 2, 3],
    [-1, 5, -1, 7],
    [-1, 9, -1, 11],
  ]);
});

test("an ellipsis that stands for no axis still separates arrays", () => {
  const a = np.zeros([3, 4, 5]);
  expect(a.get(":", [0, 1], [0, 1]).shape).toEqual([3, 2]);
  expect(a.get(":", [0, 1], "...", [0, 1]).shape).toEqual([2, 3]);
});

test("a boolean adds an axis of length 1 or 0", () => {
  const a = table();
  expect([a.get(true).shape, a.get(false).shape, a.get(":", true).shape]).toEqual([
    [1, 3, 4],
    [0, 3, 4],
    [3, 1, 4],
  ]);
});

test("assigning overlapping parts is as if the value had been copied first", () => {
  const a = np.arange(6);
  a.set(["1:"], a.get(":-1"));
  expect(a.tolist()).toEqual([0, 0, 1, 2, 3, 4]);
  const b = np.arange(4);
  b.set([[3, 2, 1, 0]], b);
  expect(b.tolist()).toEqual([3, 2, 1, 0]);
});

test("a mask lets a value, or one for each true, through", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(["bool", "int8", "int64", "float32", "complex128"] as const)),
      fc.constantFrom("::", "::2", "::-1"),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
      (dtype, cut, truths) => {
        const root = np.zeros(2 * truths.length, { dtype });
        const a = root.get(cut === "::" ? `:${truths.length}` : cut === "::2" ? cut : "-1::-2");
        const rest = root.copy();
        a.set([np.asarray(truths)], 1);
        expect(a.astype("bool").tolist()).toEqual(truths);
        expect(np.count_nonzero(root)).toBe(np.count_nonzero(a));
        a.set([np.asarray(truths)], np.zeros(truths.filter(Boolean).length));
        expect(root.tolist()).toEqual(rest.tolist());
      },
    ),
  );
});

test("a mask as long as the axis is needed, and as many values as it has trues", () => {
  const a = np.zeros(4);
  const mask = np.asarray([true, false, true, false]);
  expect(() => a.set([mask.get(":3")], 1)).toThrow(
    new np.IndexError(
      "boolean index did not match indexed array along axis 0; size of axis is 4 but size of corresponding boolean axis is 3",
    ),
  );
  expect(() => a.set([mask], [1, 2, 3])).toThrow(
    new np.ValueError(
      "NumPy boolean array indexing assignment cannot assign 3 input values to the 2 output values where the mask is true",
    ),
  );
  expect(a.tolist()).toEqual([0, 0, 0, 0]);
});

test("of several values for one place the last stays", () => {
  const a = np.zeros(2);
  a.set([[0, 0, 1]], [1, 2, 3]);
  expect(a.tolist()).toEqual([2, 3]);
});

test("what lies outside is named with its axis and size", () => {
  const a = table();
  expect(() => a.get(3)).toThrow(
    new np.IndexError("index 3 is out of bounds for axis 0 with size 3"),
  );
  expect(() => a.get(":", [0, -5])).toThrow(
    new np.IndexError("index -5 is out of bounds for axis 1 with size 4"),
  );
  expect(() => a.get(0, 0, 0)).toThrow(
    new np.IndexError("too many indices for array: array is 2-dimensional, but 3 were indexed"),
  );
  expect(() => a.set([0], [1, 2])).toThrow(
    new np.ValueError("could not broadcast input array from shape (2,) into shape (4,)"),
  );
});

test("a slice picks what Python's range picks", () => {
  fc.assert(
    fc.property(
      fc.nat(8).chain((n) => fc.tuple(fc.constant(n), slices(n))),
      ([n, s]) => {
        const { start, step, count } = slicePositions(s, n);
        const picked = Array.from({ length: count }, (_, k) => start + k * step);
        const all = Array.from({ length: n }, (_, k) => k);
        const by = s.step ?? 1;
        const bound = (at: number | null, open: number): number =>
          at === null ? open : at < 0 ? at + n : at;
        const [from, to] =
          by > 0
            ? [bound(s.start, 0), bound(s.stop, n)]
            : [bound(s.start, n - 1), bound(s.stop, -1)];
        // Walk the whole line from the start; keep what is on the axis and before the stop.
        const first = by > 0 ? Math.max(from, 0) : Math.min(from, n - 1);
        const expected = all.filter(
          (i) =>
            (by > 0 ? i >= first && i < to : i <= first && i > (s.stop === null ? -1 : to)) &&
            (i - first) % by === 0,
        );
        expect(picked).toEqual(by > 0 ? expected : expected.toReversed());
      },
    ),
  );
});

test("a slice of a slice is the slice of its positions", () => {
  fc.assert(
    fc.property(
      fc.nat(9).chain((n) => fc.tuple(fc.constant(n), slices(n), slices(n))),
      ([n, s, t]) => {
        const list = Array.from({ length: n }, (_, k) => k);
        const cut = (x: readonly number[], by: np.Slice): number[] => {
          const { start, step, count } = slicePositions(by, x.length);
          return Array.from({ length: count }, (_, k) => x[start + k * step]!);
        };
        expect(np.arange(n).get(s).get(t).tolist()).toEqual(cut(cut(list, s), t));
      },
    ),
  );
});

test("positions pick the same whatever integers they are, and the first one outside is named", () => {
  const lines = arrays({ shape: { minDims: 1, maxDims: 1, minSide: 1 } });
  const integers = fc.constantFrom("int8", "int16", "int32", "int64", "uint8", "uint64" as const);
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.nat({ max: 120 }), { maxLength: 9 }),
      integers,
      (a, where, dtype) => {
        const positions = (list: readonly number[]): np.NDArray => np.asarray(list, { dtype });
        const inside = where.map((k) => k % a.size);
        const values = a.tolist() as unknown[];
        expect(a.get(positions(inside)).tolist()).toEqual(inside.map((k) => values[k]));
        expect(() => a.get(positions([...inside, a.size, a.size + 1]))).toThrow(
          new np.IndexError(`index ${a.size} is out of bounds for axis 0 with size ${a.size}`),
        );
      },
    ),
  );
});

test("what is written at an index is read there, and nowhere else does anything change", () => {
  const withIndex = arrays({ dtype: "int16", writeable: true }).chain((a) =>
    fc.tuple(fc.constant(a), indices(a.shape)),
  );
  fc.assert(
    fc.property(withIndex, ([a, index]) => {
      const before = a.copy();
      a.set(index, 1000);
      expect([...a.get(...index).flat].every((x) => x === 1000)).toBe(true);
      const touched = np.zeros(a.shape, { dtype: "bool" });
      touched.set(index, true);
      expect(np.where(touched, 0, a).tolist()).toEqual(np.where(touched, 0, before).tolist());
    }),
  );
});

test("an index means the same in every layout", () => {
  const withIndex = arrays({ dtype: ["int8", "float64", "complex64"] }).chain((a) =>
    fc.tuple(fc.constant(a), indices(a.shape)),
  );
  fc.assert(
    fc.property(withIndex, ([a, index]) => {
      expect(a.get(...index).tolist()).toEqual(
        a
          .copy()
          .get(...index)
          .tolist(),
      );
    }),
  );
});

test("NumPy reads and writes the same elements, and fails with the same words", () => {
  const differences = golden<Indexed>("indexing.jsonl")
    .map((c) => ({
      case: JSON.stringify([c.a.shape, c.a.dtype, c.index, c.value?.shape]).slice(0, 200),
      why: indexedDifference(c),
    }))
    .filter((d) => d.why !== null);
  expect(differences).toEqual([]);
});
