/**
 * Tiers: which loops run, the readable ones in JS or the fast ones in WebAssembly, with or without FMA.
 *
 * Knows what the machine offers, and no loop. The tier is probed at first use; tests force one.
 */
import { FunctionBuilder, assemble, lane, op } from "./wasm/assembler.ts";

/** "js" runs everywhere; "wasm" needs SIMD128; "wasm-fma" also relaxed SIMD's fused multiply-add. */
export type Tier = "js" | "wasm" | "wasm-fma";

/**
 * Whether a module with the given instruction on three vectors compiles. A page's policy may forbid compiling
 * altogether, which validation alone would not tell.
 */
function hasInstruction(...instruction: number[]): boolean {
  const body = [0, 0x20, 0, 0x20, 1, 0x20, 2, ...instruction, 0x0b];
  const code = [1, body.length, ...body];
  const header = [0, 97, 115, 109, 1, 0, 0, 0];
  const types = [1, 8, 1, 0x60, 3, 0x7b, 0x7b, 0x7b, 1, 0x7b];
  try {
    return (
      new WebAssembly.Module(
        Uint8Array.from([...header, ...types, 3, 2, 1, 0, 10, code.length, ...code]),
      ) instanceof WebAssembly.Module
    );
  } catch {
    return false;
  }
}

/** Whether f64x2.relaxed_madd is there and rounds once: where a processor has no FMA, it rounds twice. */
function hasFma(): boolean {
  if (!hasInstruction(0xfd, 0x87, 0x02)) return false;
  const f = new FunctionBuilder("madd", ["f64", "f64", "f64"], ["f64"]);
  const vectors = f.params.map((p) => op("f64x2.splat", p.get));
  f.body = lane("f64x2.extract_lane", 0, op("f64x2.relaxed_madd", ...vectors));
  const env = { memory: new WebAssembly.Memory({ initial: 0 }) };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble([f])), { env });
  const madd = exports["madd"] as (x: number, y: number, z: number) => number; // as just assembled
  const x = 1 + 2 ** -30;
  return madd(x, x, -(x * x)) !== 0;
}

let isPlain: boolean | undefined;

/**
 * Whether relaxed truncation gives what x86's own instruction does, which costs a fifth of the strict one: for nan, and for what
 * does not fit, the most negative integer.
 */
export function hasPlainTruncation(): boolean {
  return currentTier() === "wasm-fma" && (isPlain ??= truncatesPlainly());
}

function truncatesPlainly(): boolean {
  const functions = (["f32", "f64"] as const).map((type) => {
    const f = new FunctionBuilder(type, ["f64"], ["i32"]);
    const x = f.params[0]!.get;
    const truncated =
      type === "f64"
        ? op("i32x4.relaxed_trunc_f64x2_s_zero", op("f64x2.splat", x))
        : op("i32x4.relaxed_trunc_f32x4_s", op("f32x4.splat", op("f32.demote_f64", x)));
    f.body = lane("i32x4.extract_lane", 0, truncated);
    return f;
  });
  const env = { memory: new WebAssembly.Memory({ initial: 0 }) };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(functions)), {
    env,
  });
  return Object.values(exports).every((truncate) =>
    [NaN, Infinity, 2 ** 31, -(2 ** 40)].every(
      (x) => (truncate as (x: number) => number)(x) === -(2 ** 31), // as just assembled
    ),
  );
}

function probe(): Tier {
  if (typeof WebAssembly === "undefined") return "js";
  if (hasFma()) return "wasm-fma";
  return hasInstruction(0xfd, 0x52) ? "wasm" : "js"; // v128.bitselect
}

let tier: Tier | undefined;
const listeners: (() => void)[] = [];
let generation = 0;

/** The tier in use. */
export function currentTier(): Tier {
  return (tier ??= probe());
}

/** Forces a tier, or with undefined returns to the best one; what cached a loop hears of it. */
export function setTier(next: Tier | undefined): void {
  tier = next;
  generation++;
  for (const listener of listeners) listener();
}

/** Changes with the tier: who kept a loop compares it. */
export function tierGeneration(): number {
  return generation;
}

/** Calls `listener` after each change of the tier: caches of loops are then out of date. */
export function onTierChange(listener: () => void): void {
  listeners.push(listener);
}
