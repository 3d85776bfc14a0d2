import fc from "fast-check";
import { expect, test } from "vitest";
import * as np from "../index.ts";
import { HEAP_START, heapMemory } from "../memory/heap-memory.ts";
import { Heap, setHeap } from "../memory/heap.ts";
import { arrays, views } from "../testing/index.ts";

const MIB = 1024 * 1024;
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

/** What `run` gives in a heap of `mebibytes` of its own. */
function inHeapOf<T>(mebibytes: number, run: (heap: Heap) => T): T {
  const start = 1024 * MIB; // where no other test's arrays are
  const heap = new Heap(heapMemory()!, start, start + mebibytes * MIB);
  const before = setHeap(heap);
  try {
    return run(heap);
  } finally {
    setHeap(before);
  }
}

test("a loop that looks at the data of each result does not use the heap up", () => {
  inHeapOf(64, (heap) => {
    const ones = np.ones([MIB / 8]);
    const data: Float64Array[] = [];
    for (let k = 0; k < 200; k++) data.push(np.multiply(ones, k).data);
    expect(heap.topBytes - HEAP_START).toBeLessThan((1024 + 32) * MIB);
    expect(np.zeros([MIB / 8]).isInHeap).toBe(true);
    expect(data.every((values, k) => values.every((value) => value === k))).toBe(true);
  });
});

test("data is live, and no later array's, however much is pinned", () => {
  const names = fc.constantFrom(
    "bool",
    "uint8",
    "int16",
    "int64",
    "float32",
    "complex128" as const,
  );
  const lists = fc.array(fc.boolean().map(Number), { minLength: 1, maxLength: 9000 });
  inHeapOf(1, () => {
    fc.assert(
      fc.property(lists, names, fc.boolean(), (list, dtype, isSeen) => {
        const a = np.asarray(list).astype(dtype);
        const view = isSeen ? a.get("::2") : null;
        const seen = (isSeen ? a.reshape([1, -1]) : a) as np.NDArray;
        const before = a.tolist();
        const { data } = seen;
        np.ones([data.byteLength], { dtype: "uint8" });
        expect(a.tolist()).toEqual(before);
        a.set([0], 7);
        expect(Number(data[0])).toBe(dtype === "bool" ? 1 : 7);
        expect((view ?? a.get("::2")).tolist()).toEqual(a.get("::2").tolist());
        data.fill((typeof data[0] === "bigint" ? 0n : 0) as never);
        expect([a.any(), (view ?? a).any()]).toEqual([false, false]);
        expect([a.data.buffer === data.buffer, a.data.byteOffset]).toEqual([true, data.byteOffset]);
      }),
    );
  });
});
