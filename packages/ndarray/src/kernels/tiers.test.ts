/**
 * The tiers agree: what runs in WebAssembly, with FMA and without, gives what the JS tier gives, in every layout.
 */
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import {
  type DType,
  DTYPES,
  bool,
  complex128,
  float32,
  float64,
  int32,
  int64,
  int8,
  uint32,
  uint8,
} from "../dtype/dtype.ts";
import { heapMemory } from "../memory/heap-memory.ts";
import { argsortLines } from "./argsort.ts";
import { runArgument } from "./argument.ts";
import { countNumbers, largestUnsigned } from "./bincount.ts";
import { copyElements, copyWhere } from "./copy.ts";
import { runElementwise } from "./elementwise.ts";
import { heldBytes, letGo } from "./held-bytes.ts";
import { runMatmul } from "./matmul.ts";
import { countTrueRow, writePlaces } from "./nonzero.ts";
import type { Operand } from "./operand.ts";
import { runAccumulate, runReduce } from "./reduce.ts";
import { searchLine } from "./search.ts";
import { sortLines } from "./sort.ts";
import { type Tier, setTier } from "./tier.ts";
import { randomElements } from "./wasm/random-elements.ts";

const memory = heapMemory()!.memory;
const TIERS: readonly Tier[] = ["wasm", "wasm-fma"];

afterEach(() => {
  setTier(undefined);
  letGo();
});

/** How an operand lies: the order of its axes in memory, the gaps between elements, and which axes run backwards. */
interface Lie {
  readonly order: readonly number[];
  readonly gap: number;
  readonly backwards: readonly boolean[];
  readonly repeated: readonly boolean[];
}

const lies = (ndim: number): fc.Arbitrary<Lie> =>
  fc.record({
    order: fc.shuffledSubarray([...Array(ndim).keys()], { minLength: ndim }),
    gap: fc.constantFrom(1, 1, 2),
    backwards: fc.array(fc.boolean(), { minLength: ndim, maxLength: ndim }),
    repeated: fc.array(fc.constantFrom(false, false, true), { minLength: ndim, maxLength: ndim }),
  });

const shapes = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 130 }), { minLength: 1, maxLength: 1 }),
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 2 }),
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 0, maxLength: 4 }),
);

function operand(
  dtype: DType,
  shape: readonly number[],
  { order, gap, backwards, repeated }: Lie,
  mayRepeat: boolean,
): Operand {
  const strides = shape.map(() => 0);
  let step = dtype.itemsize;
  for (const k of order) {
    strides[k] = step * gap;
    step *= Math.max(1, shape[k]!) * gap;
  }
  const start = heldBytes(step);
  randomElements(memory, dtype, start, step / dtype.itemsize);
  let address = start;
  for (let k = 0; k < shape.length; k++) {
    if (mayRepeat && repeated[k]!) strides[k] = 0;
    else if (backwards[k]!) {
      address += Math.max(0, shape[k]! - 1) * strides[k]!;
      strides[k] = -strides[k]!;
    }
  }
  return { memory, dtype, address, strides };
}

const plain = (ndim: number): Lie => ({
  order: [...Array(ndim).keys()].reverse(),
  gap: 1,
  backwards: Array(ndim).fill(false),
  repeated: Array(ndim).fill(false),
});

function values({ dtype, address, strides }: Operand, shape: readonly number[]): unknown[] {
  const view = memory.view(dtype);
  let places = [address];
  for (let k = 0; k < shape.length; k++)
    places = places.flatMap((p) =>
      Array.from({ length: shape[k]! }, (_, i) => p + i * strides[k]!),
    );
  const parts = Array.from({ length: dtype.components }, (_, c) => c);
  // Which zero, and which nan, is compared elsewhere.
  return places
    .flatMap((p) => parts.map((c) => view[p / dtype.alignment + c]))
    .map((x) => (x === 0 ? 0 : x));
}

/** Runs the same on each tier, each time into a fresh result, and compares with the JS tier. */
function compare(
  dtype: DType,
  shape: readonly number[],
  lie: Lie,
  run: (out: Operand) => void,
): void {
  const results = (["js", ...TIERS] as const).map((tier) => {
    setTier(tier);
    const out = operand(dtype, shape, lie, false);
    run(out);
    return values(out, shape);
  });
  for (const result of results.slice(1)) expect(result).toEqual(results[0]);
}

const cases = shapes.chain((shape) =>
  fc.tuple(fc.constant(shape), lies(shape.length), lies(shape.length), lies(shape.length)),
);

test.each([
  ["add", "dd->d", float64, float64],
  ["multiply", "ii->i", int32, int32],
  ["subtract", "bb->b", int8, int8],
  ["less", "ff->?", float32, bool],
  ["add", "DD->D", complex128, complex128],
])("%s %s in any layout", (op, types, input, output) => {
  fc.assert(
    fc.property(cases, ([shape, x, y, z]) => {
      const [a, b] = [operand(input, shape, x, true), operand(input, shape, y, true)];
      compare(output, shape, z, (out) => {
        runElementwise(op, types, [a, b, out], shape);
      });
    }),
    { numRuns: 60 },
  );
});

test("copies and casts between any two dtypes, in any layout", () => {
  const any = fc.constantFrom(...DTYPES);
  fc.assert(
    fc.property(any, any, cases, (from, to, [shape, x, , z]) => {
      // What a float becomes that no integer can hold is up to the processor.
      fc.pre(!("fc".includes(from.kind) && "iu".includes(to.kind)));
      const a = operand(from, shape, x, true);
      compare(to, shape, z, (out) => {
        copyElements(a, out, shape);
      });
    }),
    { numRuns: 300 },
  );
});

test("copies through a mask", () => {
  fc.assert(
    fc.property(fc.constantFrom(float64, uint8, complex128), cases, (dtype, [shape, x, y, z]) => {
      const [a, mask] = [operand(dtype, shape, x, true), operand(bool, shape, y, true)];
      compare(dtype, shape, z, (out) => {
        copyElements(operandOfZeros(dtype, shape), out, shape);
        copyWhere(a, mask, out, shape);
      });
    }),
    { numRuns: 100 },
  );
});

function operandOfZeros(dtype: DType, shape: readonly number[]): Operand {
  const zero = heldBytes(16);
  memory.bytes.fill(0, zero, zero + 16);
  return { memory, dtype, address: zero, strides: shape.map(() => 0) };
}

test.each([
  ["add", int64],
  ["multiply", int32],
  ["maximum", float64],
  ["fmin", float32],
  ["bitwise_and", uint8],
])("%s of %o folded along any axes", (op, dtype) => {
  const axes = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(cases, axes, ([shape, x], goes) => {
      const a = operand(dtype, shape, x, true);
      const outShape = shape.map((n, k) => (goes[k]! ? Math.min(1, n) : n));
      compare(dtype, outShape, plain(shape.length), (out) => {
        copyElements(a, out, outShape);
        const folded = {
          memory,
          dtype,
          address: out.address,
          strides: out.strides.map((s, k) => (goes[k]! ? 0 : s)),
        };
        runReduce(op, `${dtype.char}${dtype.char}->${dtype.char}`, a, folded, shape, true);
      });
    }),
    { numRuns: 60 },
  );
});

test("sums of floats are the same to the last bit where they run along memory", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(float64, complex128),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 3 }),
      (dtype, n, gap) => {
        const a = operand(dtype, [n], { ...plain(1), gap }, false);
        compare(dtype, [], plain(0), (out) => {
          copyElements(operandOfZeros(dtype, []), out, []);
          runReduce(
            "add",
            `${dtype.char}${dtype.char}->${dtype.char}`,
            a,
            { ...out, strides: [0] },
            [n],
            true,
          );
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("the places of a mask's true elements, however rare", () => {
  const lengths = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(lengths, fc.constantFrom(1, 2, 9, 90), fc.nat(7), (n, rarity, start) => {
      const bytes = operand(uint8, [n + 7], plain(1), false);
      const mask = { ...bytes, dtype: bool, address: bytes.address + start };
      for (let k = 0; k < n; k++)
        memory.bytes[mask.address + k] = memory.bytes[mask.address + k]! % rarity === 0 ? 1 : 0;
      const count = countTrueRow(mask, n);
      compare(int32, [count], plain(1), (out) => {
        expect(countTrueRow(mask, n)).toBe(count);
        writePlaces(mask, out, count);
      });
    }),
    { numRuns: 200 },
  );
});

test("where the extreme of each row lies", () => {
  const real = DTYPES.filter((d) => d.kind !== "c");
  const lengths = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      lengths.chain((shape) => fc.tuple(fc.constant(shape), lies(2))),
      fc.constantFrom("max" as const, "min" as const),
      fc.boolean(),
      (dtype, [shape, x], which, isOfFew) => {
        const a = isOfFew ? small(dtype, shape, { ...x, gap: 1 }) : operand(dtype, shape, x, true);
        compare(int32, [shape[0]], plain(1), (out) => {
          runArgument(which, a, out, shape);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test("where values would go in a sorted line", () => {
  const lengths = fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...DTYPES),
      lengths,
      fc.boolean(),
      fc.boolean(),
      (dtype, [n, m], isRight, isOfFew) => {
        const make = isOfFew ? small : operandOf;
        const [line, wanted] = [make(dtype, [n], plain(1)), make(dtype, [m], plain(1))];
        sortLines(line, [n], 0, false);
        compare(int32, [m], plain(1), (out) => {
          searchLine(line, n, wanted, m, out, isRight, null);
        });
      },
    ),
    { numRuns: 300 },
  );
});

function operandOf(dtype: DType, shape: readonly number[], lie: Lie): Operand {
  return operand(dtype, shape, lie, false);
}

test("how often each number occurs", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 });
  fc.assert(
    fc.property(digits, (list) => {
      const numbers = operand(int32, [list.length], plain(1), false);
      (memory.view(int32) as Int32Array).set(list, numbers.address / 4);
      compare(int32, [10], plain(1), (out) => {
        copyElements(operandOfZeros(int32, [10]), out, [10]);
        expect(largestUnsigned(numbers, list.length)).toBe(Math.max(0, ...list));
        countNumbers(numbers, list.length, out);
        expect(values(out, [10])).toEqual(
          Array.from({ length: 10 }, (_, d) => list.filter((x) => x === d).length),
        );
      });
    }),
  );
});

test("running folds along the last axis", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(float64, int8, int64),
      fc.constantFrom("add", "multiply", "maximum"),
      cases,
      (dtype, op, [shape, x, , z]) => {
        fc.pre(shape.length > 0);
        const a = operand(dtype, shape, x, true);
        compare(dtype, shape, z, (out) => {
          const first = shape.with(-1, Math.min(1, shape.at(-1)!));
          copyElements(a, out, first);
          runAccumulate(op, `${dtype.char}${dtype.char}->${dtype.char}`, a, out, shape);
        });
      },
    ),
    { numRuns: 100 },
  );
});

test("sorting and ranking along any axis, either way", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DTYPES),
      cases,
      fc.nat(),
      fc.boolean(),
      (dtype, [shape, x, , z], at, descending) => {
        fc.pre(shape.length > 0);
        const axis = at % shape.length;
        const a = operand(dtype, shape, x, true);
        compare(dtype, shape, z, (out) => {
          copyElements(a, out, shape);
          sortLines(out, shape, axis, descending);
        });
        compare(int32, shape, z, (out) => {
          argsortLines(a, out, shape, axis, descending);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test.each([float32, int32, uint32])("long lines of %s are sorted by longer digits", (dtype) => {
  const n = 5000;
  for (const descending of [false, true]) {
    const a = operand(dtype, [n], plain(1), false);
    compare(dtype, [n], plain(1), (out) => {
      copyElements(a, out, [n]);
      sortLines(out, [n], 0, descending);
    });
    compare(int32, [n], plain(1), (out) => {
      argsortLines(a, out, [n], 0, descending);
    });
  }
});

test("products of small whole numbers", () => {
  const extents = fc.record({
    m: fc.integer({ min: 1, max: 20 }),
    k: fc.integer({ min: 0, max: 20 }),
    n: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(float64, float32, int32, int64, complex128, bool),
      extents,
      fc.boolean(),
      (dtype, { m, k, n }, isTurned) => {
        const lie = { ...plain(2), order: isTurned ? [0, 1] : [1, 0] };
        const [a, b] = [small(dtype, [m, k], lie), small(dtype, [k, n], lie)];
        compare(dtype, [m, n], plain(2), (out) => {
          runMatmul(a, b, out, [], { m, k, n });
        });
      },
    ),
    { numRuns: 100 },
  );
});

/** Elements from 0 to 9, so that no sum rounds. */
function small(dtype: DType, shape: readonly number[], lie: Lie): Operand {
  const digits = operand(uint8, shape, plain(shape.length), false);
  const size = shape.reduce((x, y) => x * y, 1);
  for (let k = 0; k < size; k++) memory.bytes[digits.address + k]! %= 10;
  const out = operand(dtype, shape, lie, false);
  copyElements(digits, out, shape);
  return out;
}
