import fc from "fast-check";
import { expect, test } from "vitest";
import { type Spec, arrayOf, golden, scalars } from "../../test/golden.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import * as np from "../index.ts";
import { arrays, axes, basicIndices, permutations, shapes, views } from "../testing/index.ts";

test("a view shares memory with its owner, and a view of a view has the same owner", () => {
  const a = np.reshape(np.arange(24), [2, 3, 4]);
  const owner = a.base!;
  const view = a.T.get("::2", 1).reshape(1, -1);
  expect(view.base).toBe(view.flags.owndata ? null : owner);
  expect(np.transpose(a.get(1)).base).toBe(owner);
});

test("reshape copies only where strides cannot show the shape", () => {
  const a = np.reshape(np.arange(6), [2, 3]);
  expect(np.shares_memory(a.reshape(3, 2), a)).toBe(true);
  expect(np.shares_memory(a.T.reshape(6), a)).toBe(false);
  expect(() => np.reshape(a.T, [6], { copy: false })).toThrow(
    new np.ValueError("Unable to avoid creating a copy while reshaping."),
  );
  expect(() => a.reshape(4)).toThrow(
    new np.ValueError("cannot reshape array of size 6 into shape (4,)"),
  );
  expect(() => a.reshape(-1, -1)).toThrow(
    new np.ValueError("can only specify one unknown dimension"),
  );
});

test("interleaved views share no memory, though their bounds overlap", () => {
  const a = np.arange(10);
  const [even, odd] = [a.get("::2"), a.get("1::2")];
  expect([np.may_share_memory(even, odd), np.shares_memory(even, odd)]).toEqual([true, false]);
});

test("broadcast_to, diagonal and windows are read-only", () => {
  const a = np.reshape(np.arange(4), [2, 2]);
  const readOnly = [
    np.broadcast_to(a, [3, 2, 2]),
    np.diagonal(a),
    np.lib.stride_tricks.sliding_window_view(a, [1, 1]),
  ];
  for (const view of readOnly) {
    expect(view.flags.writeable).toBe(false);
    expect(() => view.fill(1)).toThrow(new np.ValueError("assignment destination is read-only"));
  }
});

test("as_strided is checked against the owner's memory", () => {
  const a = np.arange(4);
  const { as_strided } = np.lib.stride_tricks;
  expect(as_strided(a, { shape: [3, 2], strides: [4, 4] }).tolist()).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(as_strided(a.get("1:"), { shape: [2], strides: [-4] }).tolist()).toEqual([1, 0]);
  expect(() => as_strided(a, { shape: [5], strides: [4] })).toThrow(np.ValueError);
  expect(() => as_strided(a, { shape: [2], strides: [-4] })).toThrow(np.ValueError);
});

test("data is live, pinned, and covers exactly the elements", () => {
  const a = np.arange(6, { dtype: "float64" });
  const part = a.get("2:4").data;
  part[0] = 20;
  expect([part.length, a.tolist()]).toEqual([2, [0, 1, 20, 3, 4, 5]]);
  expect(() => a.get("::2").data).toThrow(np.ValueError);
  expect(np.zeros([2], { dtype: "complex64" }).data).toEqual(new Float32Array(4));
  expect(np.ones([2], { dtype: "bool" }).data).toEqual(Uint8Array.of(1, 1));
  const kept = np.full([4], 7).data;
  for (let i = 0; i < 200; i++) np.zeros([4]);
  expect([...kept]).toEqual([7, 7, 7, 7]);
});

test("data outlives dispose: the memory is never given to another array", () => {
  const a = np.full([3000], 7);
  const { data } = a;
  a.dispose();
  for (let i = 0; i < 20; i++) np.zeros([3000]);
  expect(data.every((x) => x === 7)).toBe(true);
  expect(() => a.tolist()).toThrow(np.ValueError);
});

test("the real and imaginary parts are views", () => {
  const z = np.asarray([
    { re: 1, im: 2 },
    { re: 3, im: 4 },
  ]);
  z.imag.set([0], 9);
  expect([z.real.tolist(), z.imag.tolist(), z.imag.strides]).toEqual([[1, 3], [9, 4], [16]]);
  expect(np.arange(2).imag.flags.writeable).toBe(false);
});

test("flat walks in C order whatever the layout, and writes through", () => {
  const a = np.reshape(np.arange(6), [2, 3]).T;
  expect([...a.flat]).toEqual([0, 3, 1, 4, 2, 5]);
  a.flat.set([0, -1], 9);
  expect([a.flat.get("1:3").tolist(), a.tolist()]).toEqual([
    [3, 1],
    [
      [9, 3],
      [1, 4],
      [2, 9],
    ],
  ]);
});

test("an unknown option is named", () => {
  // @ts-expect-error -- no such option
  expect(() => np.reshape([1, 2], [2], { ordr: "C" })).toThrow(
    new TypeError("reshape() got an unexpected keyword argument 'ordr'"),
  );
});

const withAxis = arrays({ shape: { minDims: 1 } }).chain((a) =>
  fc.tuple(fc.constant(a), axes(a.ndim), axes(a.ndim)),
);

test("exchanging two axes, or flipping one, twice changes nothing", () => {
  fc.assert(
    fc.property(withAxis, ([a, i, j]) => {
      const back = np.swapaxes(np.swapaxes(a, i, j), i, j);
      expect([back.shape, back.strides, back.offset]).toEqual([a.shape, a.strides, a.offset]);
      expect(np.flip(np.flip(a, { axis: i }), { axis: i }).strides).toEqual(a.strides);
      expect(np.moveaxis(np.moveaxis(a, i, j), j, i).tolist()).toEqual(a.tolist());
    }),
  );
});

test("transposing by an order and by its inverse changes nothing", () => {
  fc.assert(
    fc.property(
      arrays().chain((a) => fc.tuple(fc.constant(a), permutations(a.ndim))),
      ([a, order]) => {
        const inverse = order.map((_, k) => order.indexOf(k));
        expect(np.transpose(np.transpose(a, order), inverse).strides).toEqual(a.strides);
      },
    ),
  );
});

test("reshape keeps the elements in order, C and F, there and back", () => {
  fc.assert(
    fc.property(arrays(), fc.constantFrom("C", "F"), (a, order) => {
      const line = np.ravel(a, { order });
      expect(np.reshape(line, a.shape, { order }).tolist()).toEqual(a.tolist());
      expect(np.ravel(a.T, { order: "C" }).tolist()).toEqual(np.ravel(a, { order: "F" }).tolist());
    }),
  );
});

test("four quarter turns change nothing", () => {
  fc.assert(
    fc.property(arrays({ shape: { minDims: 2 } }), fc.nat(3), (a, k) => {
      const back = np.rot90(np.rot90(a, k), 4 - k);
      expect([back.shape, back.strides, back.offset]).toEqual([a.shape, a.strides, a.offset]);
    }),
  );
});

test("no view allocates or moves an element", () => {
  fc.assert(
    fc.property(
      arrays().chain((a) => fc.tuple(fc.constant(a), basicIndices(a.shape))),
      ([a, index]) => {
        const { allocations, reads, writes } = np.testing.count(() => [
          a.get(...index),
          a.T,
          np.expand_dims(a, { axis: 0 }),
          np.broadcast_to(a, [2, ...a.shape]),
        ]);
        expect([allocations, reads, writes]).toEqual([0, 0, 0]);
      },
    ),
  );
});

test("shares_memory is the intersection of the bytes", () => {
  const bytesOf = (a: np.NDArray): Set<number> => {
    const found = new Set<number>();
    const visit = (axis: number, at: number): void => {
      if (axis === a.ndim) for (let b = 0; b < a.itemsize; b++) found.add(at + b);
      else for (let i = 0; i < a.shape[axis]!; i++) visit(axis + 1, at + i * a.strides[axis]!);
    };
    visit(0, a.offset);
    return found;
  };
  const pairs = arrays({ dtype: ["int8", "int32", "complex64"] }).chain((a) =>
    fc.tuple(views(a), views(a)),
  );
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(np.shares_memory(a, b)).toBe(!bytesOf(a).isDisjointFrom(bytesOf(b)));
    }),
  );
});

test("a copy has the elements, memory of its own, and the layout that was asked for", () => {
  fc.assert(
    fc.property(arrays(), (a) => {
      for (const order of ["C", "F", "A", "K"] as const) {
        const copy = a.copy({ order });
        expect([copy.tolist(), copy.base, np.shares_memory(copy, a)]).toEqual([
          a.tolist(),
          null,
          false,
        ]);
        expect(
          order === "C" ? copy.flags.c_contiguous : order === "F" ? copy.flags.f_contiguous : true,
        ).toBe(true);
      }
    }),
  );
});

test("the contiguity flags say whether addresses are consecutive", () => {
  fc.assert(
    fc.property(arrays(), (a) => {
      const isConsecutive = (order: readonly number[]): boolean => {
        let expected = a.itemsize;
        return order.every((k) => {
          const fits = a.shape[k] === 1 || a.strides[k] === expected;
          expected *= a.shape[k]!;
          return fits;
        });
      };
      const ascending = [...a.shape.keys()];
      expect(a.flags.f_contiguous).toBe(a.size === 0 || isConsecutive(ascending));
      expect(a.flags.c_contiguous).toBe(a.size === 0 || isConsecutive(ascending.toReversed()));
    }),
  );
});

test("zeros of any shape read as zeros", () => {
  fc.assert(
    fc.property(shapes(), (shape) => {
      expect(np.zeros(shape).flatten().tolist()).toEqual(
        Array.from({ length: shape.reduce((n, s) => n * s, 1) }, () => 0),
      );
    }),
  );
});

interface Chain {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly order: "C" | "F";
  readonly steps: readonly (readonly [string, readonly unknown[]])[];
  readonly expect?: Spec & {
    readonly shares: boolean;
    readonly writeable: boolean;
    readonly c: boolean;
    readonly f: boolean;
    readonly strides?: readonly (number | null)[];
    readonly offset?: number;
  };
  readonly error?: string;
  readonly message?: string;
}

function follow(root: np.NDArray, { steps }: Chain): np.NDArray {
  const attributes: Record<string, (a: np.NDArray) => np.NDArray> = {
    T: (a) => a.T,
    mT: (a) => a.mT,
    real: (a) => a.real,
    imag: (a) => a.imag,
  };
  const table = np as unknown as Record<string, (...args: unknown[]) => np.NDArray>; // called by name
  return steps.reduce((a, [name, args]) => {
    if (name in attributes) return attributes[name]!(a);
    if (name === "get") return a.get(...args);
    if (name === "view") return a.view(args[0] as DTypeName); // as the oracle writes it
    if (name === "windows")
      return np.lib.stride_tricks.sliding_window_view(
        a,
        args[0] as number,
        args[1] as { axis: number },
      ); // likewise
    return table[name]!(a, ...args);
  }, root);
}

function chainDifference(c: Chain): string | null {
  const size = c.shape.reduce((n, s) => n * s, 1);
  const kind = np.dtype(c.dtype).kind;
  const data = Array.from({ length: size }, (_, n) =>
    kind === "b" ? n > 0 : kind === "c" ? [n, 0] : n,
  );
  const flat = arrayOf({ dtype: c.dtype, shape: [size], data });
  const root = np.reshape(flat, c.shape, { order: c.order });
  try {
    const a = follow(root, c);
    const want = c.expect;
    if (want === undefined) return `threw nothing, NumPy ${c.error}`;
    const shares = np.shares_memory(a, root);
    const facts = [
      a.dtype.name,
      a.shape.join(),
      shares,
      a.flags.writeable,
      a.flags.c_contiguous,
      a.flags.f_contiguous,
    ].join(" ");
    const expected = [
      want.dtype,
      want.shape.join(),
      want.shares,
      want.writeable,
      want.c,
      want.f,
    ].join(" ");
    if (facts !== expected) return `${facts}, NumPy ${expected}`;
    const strides = want.strides?.map((s, k) => s ?? a.strides[k]);
    if (shares && strides?.join() !== a.strides.join())
      return `strides ${a.strides.join()}, NumPy ${want.strides?.join()}`;
    if (shares && a.offset - root.offset !== want.offset)
      return `offset ${a.offset - root.offset}, NumPy ${want.offset}`;
    expect([a.tolist()].flat(Infinity)).toEqual(scalars(want));
    return null;
  } catch (error) {
    const { name, message } = error as Error; // whatever was thrown, it has both
    return name === c.error && message === c.message
      ? null
      : `threw ${name}: ${message}, NumPy ${c.error}: ${c.message}`;
  }
}

test("NumPy's views have the same strides, offset, flags and elements", () => {
  const differences = golden<Chain>("views.jsonl")
    .map((c) => ({
      case: JSON.stringify([c.dtype, c.shape, c.order, c.steps]),
      why: chainDifference(c),
    }))
    .filter((d) => d.why !== null);
  expect(differences).toEqual([]);
});

test("what leaves an array as JS values was read", () => {
  const a = np.arange(6).reshape([2, 3]);
  const counts = (run: () => unknown): number[] => {
    const { reads, writes } = np.testing.count(run);
    return [reads, writes];
  };
  expect(counts(() => a.item(1, 2))).toEqual([1, 0]);
  expect(counts(() => a.T.tolist())).toEqual([6, 0]);
  expect(counts(() => [...a.flat])).toEqual([6, 0]);
});
