import fc from "fast-check";
import { expect, test } from "vitest";
import * as np from "../index.ts";
import { arrays, views } from "../testing/index.ts";

const disposed = new np.ValueError("the array was disposed, and its memory given back");

test("a disposed array, and every view of it, throws when touched", () => {
  const a = np.arange(6);
  const view = a.get("1:3");
  a.dispose();
  for (const touch of [
    () => a.tolist(),
    () => view.tolist(),
    () => np.add(a, 1),
    () => view.set([0], 1),
    () => np.sum(view),
    () => a.data,
  ]) {
    expect(touch).toThrow(disposed);
  }
  expect([a.isDisposed, view.isDisposed, a.shape]).toEqual([true, true, [6]]);
});

test("disposing twice, or disposing a view, gives back nothing more", () => {
  const a = np.arange(6);
  a.get("1:3").dispose();
  expect(a.tolist()).toEqual([0, 1, 2, 3, 4, 5]);
  a.dispose();
  a.dispose();
});

test("using disposes at the end of the block", () => {
  let kept: np.NDArray;
  {
    using a = np.ones([3]);
    kept = a;
    expect(np.sum(a)).toBe(3);
  }
  expect(kept.isDisposed).toBe(true);
});

test("a scope frees what was made inside, except what it returns", () => {
  const inside: np.NDArray[] = [];
  const made = (x: np.NDArray): np.NDArray => {
    inside.push(x);
    return x;
  };
  const result = np.scope(() => {
    const product = made(np.multiply(np.arange(3), 2));
    return { sum: np.add(product, 1), rows: [np.ones([2, 2]).get(0)] };
  });
  expect(inside[0]!.isDisposed).toBe(true);
  expect([result.sum.tolist(), result.rows[0]!.tolist()]).toEqual([
    [1, 3, 5],
    [1, 1],
  ]);
});

test("scopes nest: what an inner one returns belongs to the outer one", () => {
  let inner: np.NDArray | null = null;
  const outer = np.scope(() => {
    inner = np.scope(() => np.zeros([2]));
    expect(inner.tolist()).toEqual([0, 0]);
    return np.add(inner, 1);
  });
  expect([inner!.isDisposed, outer.tolist()]).toEqual([true, [1, 1]]);
});

test("a scope that throws frees all the same", () => {
  let made: np.NDArray | null = null;
  expect(() =>
    np.scope(() => {
      made = np.zeros([2]);
      throw new Error("inside");
    }),
  ).toThrow("inside");
  expect(made!.isDisposed).toBe(true);
});

test("reusing memory never shows through another array", () => {
  fc.assert(
    fc.property(
      arrays({ dtype: "float64", writeable: true }),
      fc.integer({ min: 1, max: 40 }),
      (a, n) => {
        const before = a.tolist();
        for (let i = 0; i < n; i++) {
          using other = np.full([i, 7], -1);
          expect(other.size).toBe(7 * i);
        }
        expect(a.tolist()).toEqual(before);
      },
    ),
  );
});

test("a read-only owner has read-only views, and none can be made writeable", () => {
  fc.assert(
    fc.property(
      arrays({ writeable: true }).chain((a) => fc.tuple(fc.constant(a.copy()), fc.constant(null))),
      ([a]) => {
        a.flags.writeable = false;
        const view = a.T;
        expect(view.flags.writeable).toBe(false);
        expect(() => (view.flags.writeable = true)).toThrow(
          new np.ValueError("cannot set WRITEABLE flag to True of this array"),
        );
        expect(() => a.fill(0)).toThrow(new np.ValueError("assignment destination is read-only"));
      },
    ),
  );
});

test("counts follow from shapes: allocations, bytes, the peak, and elements read and written", () => {
  const { result, ...counts } = np.testing.count(() => {
    const a = np.ones([10]);
    const b = np.add(a, a);
    a.dispose();
    return np.multiply(b, b, { out: b });
  });
  expect(result.tolist()).toEqual(Array.from({ length: 10 }, () => 4));
  expect(counts).toEqual({ allocations: 2, bytes: 160, peakBytes: 160, reads: 40, writes: 30 });
});

test("views of generated arrays keep their owner alive", () => {
  fc.assert(
    fc.property(arrays().chain(views), (view) => {
      expect(view.isDisposed).toBe(false);
      expect(view.base!.size >= 0).toBe(true);
    }),
  );
});
