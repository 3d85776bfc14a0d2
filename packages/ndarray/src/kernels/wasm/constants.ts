/**
 * Constants of kernels: vectors and tables that lie at the bottom of the heap's memory.
 *
 * Knows addresses below CONSTANT_BYTES, which no array ever has. V8 builds a `v128.const` anew at each use, but a
 * load from a fixed address is a memory operand of the instruction that needs it.
 */
import { CONSTANT_BYTES, heapMemory } from "../../memory/heap-memory.ts";
import { type Code, i32, load } from "./assembler.ts";

const addresses = new Map<string, number>();
/** The first bytes stay unused, so that address 0 is nobody's. */
let top = 64;

/** A vector that holds the 64 bits twice. */
export function repeated(bits: bigint): Code {
  return halves(bits, bits);
}

/** A vector of these 64 bits, low and high. */
export function halves(low: bigint, high: bigint): Code {
  const bits = [low, high].map((half) => BigInt.asUintN(64, half)) as [bigint, bigint]; // two in, two out
  const key = bits.join();
  let address = addresses.get(key);
  if (address === undefined) {
    address = take(16);
    const view = new DataView(heapMemory()!.memory.buffer); // kernels are emitted only where there is a heap
    view.setBigUint64(address, bits[0], true);
    view.setBigUint64(address + 8, bits[1], true);
    addresses.set(key, address);
  }
  return load("v128.load", i32(0), address);
}

const tables = new Map<string, number>();

/** The address of `bytes`, which lie there from the first call with this name on. */
export function table(name: string, bytes: ArrayLike<number>): number {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const address = take(bytes.length);
  heapMemory()!.memory.bytes.set(bytes, address); // kernels are emitted only where there is a heap
  tables.set(name, address);
  return address;
}

/** Room for `nbytes`, at a multiple of 16. */
function take(nbytes: number): number {
  const address = top;
  top += Math.ceil(nbytes / 16) * 16;
  if (top > CONSTANT_BYTES) throw new Error("internal: no room for another constant");
  return address;
}

const bits = new DataView(new ArrayBuffer(8));

/** A vector of two equal doubles. */
export function double(value: number): Code {
  bits.setFloat64(0, value);
  return repeated(bits.getBigUint64(0));
}

/** A vector of four equal floats. */
export function single(value: number): Code {
  bits.setFloat32(0, value);
  bits.setFloat32(4, value);
  return repeated(bits.getBigUint64(0));
}
