/**
 * Every elementwise kernel against the JS loop of the same name, on random and on special operands.
 */
import { afterEach, expect, test } from "vitest";
import { type DType, DTYPES, type TypedArray } from "../../dtype/dtype.ts";
import { heapMemory } from "../../memory/heap-memory.ts";
import { heldBytes, letGo } from "../held-bytes.ts";
import { jsLoop } from "../js/loops.ts";
import type { InnerLoop } from "../nest.ts";
import { type Loop, kernelOf, wasmLoop } from "./loops.ts";
import { randomElements } from "./random-elements.ts";

const memory = heapMemory()!.memory;

afterEach(letGo);

const CHARS = "?bBhHiIqQfdFD";
const BINARY =
  "add subtract multiply divide floor_divide remainder fmod minimum maximum fmin fmax bitwise_and bitwise_or bitwise_xor left_shift right_shift copysign".split(
    " ",
  );
const UNARY =
  "negative positive absolute fabs sign square reciprocal sqrt floor ceil trunc rint invert conjugate deg2rad rad2deg".split(
    " ",
  );
const RELATIONS =
  "equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor".split(
    " ",
  );
const QUESTIONS = "logical_not isnan isinf isfinite signbit".split(" ");

const byChar = new Map(DTYPES.map((d) => [d.char, d]));
const dtypeOf = (char: string): DType => byChar.get(char)!;

/** Every loop that both tiers have. */
function sharedLoops(): { name: string; types: string; wasm: Loop; js: InnerLoop }[] {
  const found: { name: string; types: string; wasm: Loop; js: InnerLoop }[] = [];
  const add = (name: string, types: string): void => {
    const wasm = kernelOf(name, types) === null ? null : wasmLoop(name, types);
    const js = jsLoopOrNull(name, types);
    if (wasm !== null && js !== null) found.push({ name, types, wasm, js });
  };
  const roundsOtherwise = (name: string, c: string): boolean =>
    c === "F" && (name === "multiply" || name === "square");
  for (const c of CHARS) {
    for (const name of BINARY) if (!roundsOtherwise(name, c)) add(name, `${c}${c}->${c}`);
    for (const name of UNARY) if (!roundsOtherwise(name, c)) add(name, `${c}->${c}`);
    for (const name of RELATIONS) add(name, `${c}${c}->?`);
    for (const name of QUESTIONS) add(name, `${c}->?`);
    if (c === "D" || c === "F") add("absolute", `${c}->${c === "D" ? "d" : "f"}`);
    if ("BHIQ".includes(c)) add("power", `${c}${c}->${c}`); // no exponent is negative
  }
  return found;
}

function jsLoopOrNull(name: string, types: string): InnerLoop | null {
  try {
    return jsLoop(name, types);
  } catch {
    return null; // the scalar tables have no such row
  }
}

/** An operand in the heap: `n` elements, `step` elements apart (0: one for all). */
function operand(
  char: string,
  n: number,
  step: number,
): { dtype: DType; address: number; step: number } {
  const dtype = dtypeOf(char);
  const count = Math.max(1, n * Math.abs(step)) + 1;
  const start = heldBytes(count * dtype.itemsize);
  randomElements(memory, dtype, start, count);
  return { dtype, address: step < 0 ? start + (n - 1) * -step * dtype.itemsize : start, step };
}

type Placed = ReturnType<typeof operand>;

function runJs(js: InnerLoop, operands: readonly Placed[], n: number): void {
  const data = operands.map((o): TypedArray => memory.view(o.dtype));
  js(
    data,
    operands.map((o) => o.address / o.dtype.alignment),
    operands.map((o) => o.step * o.dtype.components),
    n,
  );
}

function elements({ dtype, address, step }: Placed, n: number): unknown[] {
  const view = memory.view(dtype);
  const parts = Array.from({ length: dtype.components }, (_, c) => c);
  return Array.from({ length: n }, (_, k) =>
    parts.map((c) => view[address / dtype.alignment + k * step * dtype.components + c]),
  ).flat();
}

const loops = sharedLoops();

test("both tiers share hundreds of loops", () => {
  expect(loops.length).toBeGreaterThan(250);
});

/** Which zero a maximum of two zeros is, and the sign of a nan, are nobody's business. */
function comparable(x: unknown): unknown {
  return x === 0 ? 0 : x;
}

for (const { name, types, wasm, js } of loops) {
  test(`${name} ${types} gives what the JS loop gives`, () => {
    const chars = [...types.replace("->", "")];
    for (const [n, steps] of CASES) {
      const inputs = chars.slice(0, -1).map((c, k) => operand(c, n, steps[k]!));
      const results = [
        operand(chars.at(-1)!, n, steps[2]!),
        operand(chars.at(-1)!, n, steps[2]!),
      ] as const;
      wasm.row(
        ...[...inputs, results[0]].flatMap((o) => [o.address, o.step * o.dtype.itemsize]),
        n,
      );
      runJs(js, [...inputs, results[1]], n);
      expect(elements(results[0], n).map(comparable)).toEqual(
        elements(results[1], n).map(comparable),
      );
    }
  });
}

/** Lengths, and steps of two inputs and the output: contiguous, repeated, strided, backwards. */
const CASES: readonly (readonly [n: number, steps: readonly [number, number, number]])[] = [
  [0, [1, 1, 1]],
  [1, [1, 1, 1]],
  [67, [1, 1, 1]],
  [67, [0, 1, 1]],
  [67, [1, 0, 1]],
  [67, [0, 0, 1]],
  [35, [2, 3, 1]],
  [35, [-1, 1, 2]],
];

test("casts of many elements give what casts one by one give", () => {
  const n = 67;
  for (const from of CHARS) {
    for (const to of CHARS) {
      const a = operand(from, n, 1);
      const [whole, single] = [operand(to, n, 1), operand(to, n, 1)];
      const [size, outSize] = [a.dtype.itemsize, whole.dtype.itemsize];
      const { row } = wasmLoop("cast", `${from}->${to}`)!;
      row(a.address, size, whole.address, outSize, n);
      for (let k = 0; k < n; k++)
        row(a.address + k * size, size, single.address + k * outSize, outSize, 1);
      expect(elements(whole, n), `${from} to ${to}`).toEqual(elements(single, n));
    }
  }
});

test("a negative power of an integer is refused", () => {
  for (const [n, step] of [
    [1, 1],
    [16, 0],
  ] as const) {
    const [a, b, out] = [operand("i", n, 1), operand("i", n, 1), operand("i", n, 1)];
    (memory.view(b.dtype) as Int32Array).fill(-2, b.address / 4, b.address / 4 + n);
    const run = wasmLoop("power", "ii->i")!.row;
    expect(() => run(a.address, 4, b.address, 4 * step, out.address, 4, n)).toThrow(
      "Integers to negative integer powers are not allowed.",
    );
  }
});

test("a nest runs its rows one after the other", () => {
  const { wasm, js } = loops.find((l) => l.name === "subtract" && l.types === "dd->d")!;
  const [a, b] = [operand("d", 60, 1), operand("d", 60, 1)];
  const [out, row] = [operand("d", 60, 1), operand("d", 60, 1)];
  runJs(js, [a, b, row], 60);
  wasm.nest(a.address, 8, b.address, 8, out.address, 8, 12, 96, 96, 96, 5);
  expect(elements(out, 60)).toEqual(elements(row, 60));
});

test("an output may be one of the inputs", () => {
  const { wasm, js } = loops.find((l) => l.name === "multiply" && l.types === "ff->f")!;
  const [a, b, out] = [operand("f", 33, 1), operand("f", 33, 1), operand("f", 33, 1)];
  runJs(js, [a, b, out], 33);
  wasm.row(a.address, 4, b.address, 4, a.address, 4, 33);
  expect(elements(a, 33)).toEqual(elements(out, 33));
});

test("products of complex64 round in float32, as NumPy's do; the JS tier rounds once at the end", () => {
  const [a, b, out] = [operand("F", 21, 1), operand("F", 21, 1), operand("F", 21, 1)];
  const parts = (o: Placed): number[] => elements(o, 21) as number[]; // floats
  wasmLoop("multiply", "FF->F")!.row(a.address, 8, b.address, 8, out.address, 8, 21);
  const [x, y, z] = [parts(a), parts(b), parts(out)];
  const r = Math.fround;
  for (let k = 0; k < 42; k += 2) {
    const [xr, xi, yr, yi] = [x[k]!, x[k + 1]!, y[k]!, y[k + 1]!];
    expect([z[k], z[k + 1]].map(comparable)).toEqual(
      [r(r(xr * yr) - r(xi * yi)), r(r(xr * yi) + r(xi * yr))].map(comparable),
    );
  }
});
