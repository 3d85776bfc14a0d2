import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Code,
  FunctionBuilder,
  type ValueType,
  assemble,
  call,
  choose,
  f64,
  i32,
  i64,
  op,
  whileLoop,
} from "./assembler.ts";
import { LANE_OPS, MEMORY_OPS, OPS, signed, unsigned } from "./opcodes.ts";

function run(
  functions: readonly FunctionBuilder[],
  host: Record<string, (x: number) => number> = {},
): Record<string, (...args: number[]) => number> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const imported = Object.keys(host).map((name) => ({
    name,
    params: ["f64"] as ValueType[],
    results: ["f64"] as ValueType[],
  }));
  const module = new WebAssembly.Module(assemble(functions, imported));
  return new WebAssembly.Instance(module, { env: { memory, ...host } }).exports as Record<
    string,
    (...args: number[]) => number
  >; // all are functions
}

function one(
  params: readonly ValueType[],
  results: readonly ValueType[],
  body: (...params: readonly Code[]) => Code,
): (...args: number[]) => number {
  const f = new FunctionBuilder("f", params, results);
  f.body = body(...f.params.map((p) => p.get));
  return run([f])["f"]!;
}

test("an expression is its operands, then one instruction", () => {
  expect(op("f64.add", 1, 2)).toEqual([[1, 2], [0xa0]]); // 1 and 2 stand for the operands' code
  expect(one(["f64", "f64"], ["f64"], (x, y) => op("f64.add", x!, y!))(1.5, 2)).toBe(3.5);
});

test("a loop runs as long as its condition holds", () => {
  const f = new FunctionBuilder("sum", ["i32"], ["i32"]);
  const n = f.params[0]!;
  const sum = f.local("i32");
  f.body = [whileLoop(n.get, [sum.advance(n.get), n.advance(i32(-1))]), sum.get];
  const exports = run([f]);
  expect([0, 1, 10].map((k) => exports["sum"]!(k))).toEqual([0, 1, 55]);
});

test("only the chosen side of a choice runs", () => {
  const divide = one(["i32", "i32"], ["i32"], (x, y) =>
    choose("i32", op("i32.eqz", y!), i32(-1), op("i32.div_s", x!, y!)),
  );
  expect([divide(7, 2), divide(7, 0)]).toEqual([3, -1]);
});

test("functions call each other and the host, imported ones being counted first", () => {
  const inner = new FunctionBuilder(null, ["f64"], ["f64"]);
  inner.body = call(0, inner.params[0]!.get);
  const outer = new FunctionBuilder("f", ["f64"], ["f64"]);
  outer.body = op("f64.add", call(1, outer.params[0]!.get), f64(0.5));
  expect(run([inner, outer], { twice: (x) => 2 * x })["f"]!(4)).toBe(8.5);
});

test("integers survive LEB128", () => {
  fc.assert(
    fc.property(fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (n, m) => {
      expect(one([], ["i32"], () => i32(n))()).toBe(n);
      expect(one([], ["i64"], () => i64(m))()).toBe(m);
    }),
    { numRuns: 50 },
  );
});

test("small numbers take one byte, and larger ones seven bits a byte", () => {
  expect([unsigned(127), unsigned(128), signed(-1n), signed(64n)]).toEqual([
    [127],
    [0x80, 1],
    [0x7f],
    [0xc0, 0],
  ]);
});

test("an unknown instruction is our own bug", () => {
  expect(() => op("f64.frobnicate")).toThrow("internal: no instruction f64.frobnicate");
});

test("no two instructions share their bytes", () => {
  const all = [...OPS, ...MEMORY_OPS, ...LANE_OPS].map(([, bytes]) => bytes.join(" "));
  expect(new Set(all).size).toBe(all.length);
});

test("landmarks of the instruction table", () => {
  const bytes = Object.fromEntries(OPS);
  expect(bytes["f64x2.trunc"]).toEqual([0xfd, 0x7a]);
  expect(bytes["i64x2.mul"]).toEqual([0xfd, 0xd5, 1]);
  expect(bytes["f64x2.pmax"]).toEqual([0xfd, 0xf7, 1]);
  expect(bytes["f64x2.relaxed_madd"]).toEqual([0xfd, 0x87, 2]);
  expect(bytes["f64.reinterpret_i64"]).toEqual([0xbf]);
});
