/**
 * Steps of PCG64 in WebAssembly, which has the 64-bit products that JS lacks.
 *
 * Knows one small memory of its own: four words of state and increment, then the numbers. Generators share it, and copy what
 * they need in and out.
 */
import { heapMemory } from "../../memory/heap-memory.ts";
import {
  type Code,
  FunctionBuilder,
  assemble,
  i32,
  i64,
  load,
  op,
  store,
  whileLoop,
} from "./assembler.ts";

/** The most numbers one call makes. */
export const BLOCK = 512;
const FIRST = 32; // bytes that the state and the increment take

/** Makes `count` numbers after `state`, which moves on; each is two words of `out`, the lower one first. */
export type PcgFill = (
  state: Uint32Array,
  increment: Uint32Array,
  out: Uint32Array,
  count: number,
) => void;

let shared: PcgFill | null | undefined;

/** The compiled steps, or null where there is no WebAssembly. */
export function wasmPcgFill(): PcgFill | null {
  return (shared ??= heapMemory() === null ? null : compileFill());
}

function compileFill(): PcgFill {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const module = new WebAssembly.Module(assemble([fillFunction()]));
  const { fill } = new WebAssembly.Instance(module, { env: { memory } }).exports as {
    fill: (count: number) => void;
  }; // its one export
  const words = new Uint32Array(memory.buffer);
  return (state, increment, out, count) => {
    words.set(state);
    words.set(increment, 4);
    fill(count);
    state.set(words.subarray(0, 4));
    out.set(words.subarray(FIRST / 4, FIRST / 4 + 2 * count));
  };
}

const MULTIPLIER_LOW = 0x4385df649fccf645n;
const MULTIPLIER_HIGH = 0x2360ed051fc65da4n;
const MASK = 0xffffffffn;

function fillFunction(): FunctionBuilder {
  const f = new FunctionBuilder("fill", ["i32"]);
  const end = f.params[0]!;
  const at = f.local("i32");
  const low = f.local("i64");
  const high = f.local("i64");
  const addLow = f.local("i64");
  const addHigh = f.local("i64");
  const body: Code[] = [];
  const lower = (x: Code): Code => op("i64.and", x, i64(MASK));
  const upper = (x: Code): Code => op("i64.shr_u", x, i64(32n));
  // The upper half of low * MULTIPLIER_LOW, from products of 32-bit halves.
  const p00 = op("i64.mul", lower(low.get), i64(MULTIPLIER_LOW & MASK));
  const p01 = f.keep("i64", op("i64.mul", lower(low.get), i64(MULTIPLIER_LOW >> 32n)), body);
  const p10 = f.keep("i64", op("i64.mul", upper(low.get), i64(MULTIPLIER_LOW & MASK)), body);
  const p11 = op("i64.mul", upper(low.get), i64(MULTIPLIER_LOW >> 32n));
  const middle = op("i64.add", upper(p00), op("i64.add", lower(p01), lower(p10)));
  const carried = op(
    "i64.add",
    op("i64.add", p11, upper(middle)),
    op("i64.add", upper(p01), upper(p10)),
  );
  const crossed = op(
    "i64.add",
    op("i64.mul", low.get, i64(MULTIPLIER_HIGH)),
    op("i64.mul", high.get, i64(MULTIPLIER_LOW)),
  );
  body.push(
    high.set(op("i64.add", op("i64.add", carried, crossed), addHigh.get)),
    low.set(op("i64.add", op("i64.mul", low.get, i64(MULTIPLIER_LOW)), addLow.get)),
    high.set(op("i64.add", high.get, op("i64.extend_i32_u", op("i64.lt_u", low.get, addLow.get)))),
    store(
      "i64.store",
      at.get,
      op("i64.rotr", op("i64.xor", high.get, low.get), op("i64.shr_u", high.get, i64(58n))),
    ),
    at.advance(i32(8)),
  );
  f.body = [
    low.set(load("i64.load", i32(0))),
    high.set(load("i64.load", i32(0), 8)),
    addLow.set(load("i64.load", i32(0), 16)),
    addHigh.set(load("i64.load", i32(0), 24)),
    at.set(i32(FIRST)),
    end.set(op("i32.add", i32(FIRST), op("i32.shl", end.get, i32(3)))),
    whileLoop(op("i32.lt_u", at.get, end.get), body),
    store("i64.store", i32(0), low.get),
    store("i64.store", i32(0), high.get, 8),
  ];
  return f;
}
