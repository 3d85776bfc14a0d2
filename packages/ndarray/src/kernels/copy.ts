/**
 * Copying elements from one operand to another of the same shape, casting where the dtypes differ.
 *
 * Knows operands; the caller sees to it that they do not overlap. Unaligned operands are moved byte by byte.
 */
import type { DType, TypedArray } from "../dtype/dtype.ts";
import type { Shape } from "../layout/layout.ts";
import { coalesce } from "../layout/coalesce.ts";
import { sizeOf } from "../layout/layout.ts";
import { Memory } from "../memory/memory.ts";
import { converter } from "./convert.ts";
import { type InnerLoop, forEachRow, runNest } from "./nest.ts";
import { type Operand, isAligned } from "./operand.ts";
import { selectCopy, selectWhere } from "./select.ts";

/** Writes every element of `from` into `to`; both have `shape`. */
export function copyElements(from: Operand, to: Operand, shape: Shape): void {
  if (shape.includes(0)) return;
  if (selectCopy(from, to, shape)) return;
  if (from.dtype === to.dtype) copySame(from, to, shape);
  else copyCasting(aligned(from, shape), to, shape);
}

/** Writes the elements of `from` into `to` where `mask` (bool) is true; all three have `shape`, the values one dtype. */
export function copyWhere(from: Operand, mask: Operand, to: Operand, shape: Shape): void {
  if (shape.includes(0)) return;
  if (selectWhere(mask, from, to, to, shape)) return;
  const whole = aligned(to, shape);
  runNest(
    [aligned(from, shape), mask, whole],
    shape,
    from.dtype.components === 2 ? pairsWhere : rowWhere,
  );
  if (whole !== to) copySame(whole, to, shape);
}

/** `operand` itself where a typed array can address it, else an aligned copy in memory of its own. */
export function aligned(operand: Operand, shape: Shape): Operand {
  return isAligned(operand) ? operand : scratchCopy(operand, shape);
}

function scratchCopy(from: Operand, shape: Shape): Operand {
  const to = scratch(from.dtype, shape);
  copySame(from, to, shape);
  return to;
}

/** Fresh memory outside every count, for one operation: C-contiguous elements of `dtype`. */
export function scratch(dtype: DType, shape: Shape): Operand {
  const memory = new Memory(new ArrayBuffer(Math.max(16, sizeOf(shape) * dtype.itemsize)), false);
  const strides = shape.map(() => 0);
  let step = dtype.itemsize;
  for (let k = shape.length - 1; k >= 0; k--) {
    strides[k] = step;
    step *= shape[k]!;
  }
  return { memory, dtype, address: 0, strides };
}

function copySame(from: Operand, to: Operand, shape: Shape): void {
  const { itemsize } = from.dtype;
  const nest = coalesce(shape, [from.strides, to.strides]);
  const last = nest.shape.length - 1;
  const [fromStep, toStep] = nest.strides.map((s) => (last < 0 ? itemsize : s[last]!)) as [
    number,
    number,
  ]; // two operands
  const n = last < 0 ? 1 : nest.shape[last]!;
  if (fromStep === itemsize && toStep === itemsize) {
    const steppers = [from, to].map((o, k) => ({ offset: o.address, strides: nest.strides[k]! }));
    forEachRow(nest.shape.slice(0, Math.max(last, 0)), steppers, ([source, target]) => {
      to.memory.bytes.set(from.memory.bytes.subarray(source!, source! + n * itemsize), target!);
    });
  } else if (isAligned(from) && isAligned(to)) {
    runNest([from, to], shape, from.dtype.components === 2 ? copyPairs : copyRow);
  } else {
    const steppers = [from, to].map((o, k) => ({ offset: o.address, strides: nest.strides[k]! }));
    forEachRow(nest.shape, steppers, ([source, target]) => {
      to.memory.bytes.set(from.memory.bytes.subarray(source!, source! + itemsize), target!);
    });
  }
}

function copyCasting(from: Operand, to: Operand, shape: Shape): void {
  const whole = isAligned(to) ? to : scratch(to.dtype, shape);
  runNest([from, whole], shape, castLoop(from.dtype, to.dtype));
  if (whole !== to) copySame(whole, to, shape);
}

const copyRow: InnerLoop = ([from, to], [i, j], [di, dj], n) => {
  const a = from! as Float64Array; // same element type on both sides, whichever it is
  const b = to! as Float64Array;
  for (let k = 0, p = i!, q = j!; k < n; k++, p += di!, q += dj!) b[q] = a[p]!;
};

const copyPairs: InnerLoop = ([from, to], [i, j], [di, dj], n) => {
  const a = from! as Float64Array; // complex dtypes are floats in pairs
  const b = to! as Float64Array;
  for (let k = 0, p = i!, q = j!; k < n; k++, p += di!, q += dj!) {
    b[q] = a[p]!;
    b[q + 1] = a[p + 1]!;
  }
};

const rowWhere: InnerLoop = ([from, mask, to], [i, m, j], [di, dm, dj], n) => {
  const a = from! as Float64Array; // same element type on both sides, whichever it is
  const b = to! as Float64Array;
  for (let k = 0, p = i!, t = m!, q = j!; k < n; k++, p += di!, t += dm!, q += dj!)
    if (mask![t] !== 0) b[q] = a[p]!;
};

const pairsWhere: InnerLoop = ([from, mask, to], [i, m, j], [di, dm, dj], n) => {
  const a = from! as Float64Array; // complex dtypes are floats in pairs
  const b = to! as Float64Array;
  for (let k = 0, p = i!, t = m!, q = j!; k < n; k++, p += di!, t += dm!, q += dj!) {
    if (mask![t] === 0) continue;
    b[q] = a[p]!;
    b[q + 1] = a[p + 1]!;
  }
};

const castLoops = new Map<number, InnerLoop>();

function castLoop(from: DType, to: DType): InnerLoop {
  const key = from.num * 16 + to.num;
  let loop = castLoops.get(key);
  if (loop === undefined) castLoops.set(key, (loop = makeCastLoop(from, to)));
  return loop;
}

function makeCastLoop(from: DType, to: DType): InnerLoop {
  const convert = converter(from, to) ?? ((x): number | bigint => x);
  const fromPair = from.components === 2;
  const toPair = to.components === 2;
  if (to.kind === "b" && fromPair) {
    return eachElement((a, p, b, q) => {
      b[q] = Number(a[p] !== 0 || a[p + 1] !== 0);
    });
  }
  if (fromPair && toPair) return copyPairs;
  return eachElement((a, p, b, q) => {
    b[q] = convert(a[p]!) as number; // the converter gives what the target array holds
    if (toPair) b[q + 1] = 0;
  });
}

function eachElement(
  put: (a: Float64Array, p: number, b: Float64Array, q: number) => void,
): InnerLoop {
  return ([from, to], [i, j], [di, dj], n) => {
    for (let k = 0, p = i!, q = j!; k < n; k++, p += di!, q += dj!)
      put(asFloats(from!), p, asFloats(to!), q);
  };
}

/** Names one element type for loops whose converter already fits the real one. */
function asFloats(data: TypedArray): Float64Array {
  return data as Float64Array;
}
