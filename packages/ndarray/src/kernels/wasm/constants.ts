/**
 * Constants of kernels: vectors that lie at the bottom of the heap's memory.
 *
 * Knows addresses below CONSTANT_BYTES, which no array ever has. V8 builds a `v128.const` anew at each use, but a
 * load from a fixed address is a memory operand of the instruction that needs it.
 */
import { CONSTANT_BYTES, heapMemory } from "../../memory/heap-memory.ts";
import { type Code, i32, load } from "./assembler.ts";

const addresses = new Map<bigint, number>();
/** The first bytes stay unused, so that address 0 is nobody's. */
let top = 64;

/** A vector that holds the 64 bits twice. */
export function repeated(bits: bigint): Code {
  const key = BigInt.asUintN(64, bits);
  let address = addresses.get(key);
  if (address === undefined) {
    address = top;
    top += 16;
    if (top > CONSTANT_BYTES) throw new Error("internal: no room for another constant");
    const view = new DataView(heapMemory()!.memory.buffer); // kernels are emitted only where there is a heap
    view.setBigUint64(address, key, true);
    view.setBigUint64(address + 8, key, true);
    addresses.set(key, address);
  }
  return load("v128.load", i32(0), address);
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
