/**
 * The tiers agree: what runs in WebAssembly, with FMA and without, gives what the JS tier gives, in every layout.
 */
import fc from "fast-check";
import { afterEach, test } from "vitest";
import {
  DTYPES,
  bool,
  complex128,
  float32,
  float64,
  int32,
  int64,
  int8,
  uint8,
} from "../dtype/dtype.ts";
import { copyElements, copyWhere } from "./copy.ts";
import { runElementwise } from "./elementwise.ts";
import { letGo } from "./held-bytes.ts";
import { runMatmul } from "./matmul.ts";
import { runAccumulate, runReduce } from "./reduce.ts";
import { setTier } from "./tier.ts";
import { cases, compare, memory, operand, operandOfZeros, plain, small } from "./tier-cases.ts";

afterEach(() => {
  setTier(undefined);
  letGo();
});

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
