/**
 * What a kernel works on: elements of one dtype at an address, with byte strides.
 *
 * An array is an operand (it has these four fields), so the fast path passes arrays as they are. The shape
 * travels beside the operands, since broadcasting gives all of them one.
 */
import type { DType, TypedArray } from "../dtype/dtype.ts";
import type { Memory } from "../memory/memory.ts";

export interface Operand {
  readonly memory: Memory;
  readonly dtype: DType;
  /** Byte address of the first element in `memory`. */
  readonly address: number;
  /** Bytes between neighbours along each axis; 0 where the axis is broadcast. */
  readonly strides: readonly number[];
}

/** True where a typed array can address the operand: address and strides are multiples of a component. */
export function isAligned({ dtype, address, strides }: Operand): boolean {
  const mask = dtype.alignment - 1;
  if ((address & mask) !== 0) return false;
  for (const stride of strides) if ((stride & mask) !== 0) return false;
  return true;
}

/** An operand as a JS loop sees it: here, and only here, bytes become counts of components. */
export interface Elements {
  readonly data: TypedArray;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** `operand` in components of its typed array; it must be aligned. */
export function elementsOf({ memory, dtype, address, strides }: Operand): Elements {
  const unit = dtype.alignment;
  return {
    data: memory.view(dtype),
    offset: address / unit,
    strides: strides.map((s) => s / unit),
  };
}
