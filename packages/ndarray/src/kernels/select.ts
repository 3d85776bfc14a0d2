/**
 * Choosing the tier: kernels in WebAssembly where the operands lie in the heap and there is one, else the JS loops.
 *
 * Knows operands, shapes and which kernels exist; the JS kernels call this first and go on by themselves where it
 * says false.
 */
import { coalesce } from "../layout/coalesce.ts";
import type { Shape } from "../layout/layout.ts";
import { forEachRow } from "./nest.ts";
import type { Operand } from "./operand.ts";
import { SHORT, copyTransposed, nestArguments, runTiled, turnedAxis } from "./select-transposed.ts";
import { onTierChange } from "./tier.ts";
import { wasmTranspose } from "./wasm/families.ts";
import { type Loop, wasmLoop } from "./wasm/loops.ts";

const loops = new Map<string, Map<string, Loop | null>>();
onTierChange(() => loops.clear());

/** The compiled loop of `op` for the loop string `types`, remembered by both strings. */
function loopOf(op: string, types: string): Loop | null {
  const known = loops.get(op)?.get(types);
  if (known !== undefined) return known;
  const found = wasmLoop(op, types);
  let row = loops.get(op);
  if (row === undefined) loops.set(op, (row = new Map<string, Loop | null>()));
  row.set(types, found);
  return found;
}

function areInHeap(operands: readonly Operand[]): boolean {
  for (let k = 0; k < operands.length; k++) if (!operands[k]!.memory.isHeap) return false;
  return true;
}

/** Runs `op` in WebAssembly over every index of `shape` (no length is 0), or says false and does nothing. */
export function selectElementwise(
  op: string,
  types: string,
  operands: readonly Operand[],
  shape: Shape,
): boolean {
  const loop = loopOf(op, types);
  if (loop === null || operands.length > 4 || !areInHeap(operands)) return false;
  const n = flatLength(operands, shape);
  if (n >= 0) runFlat(loop, operands, shape.length - 1, n);
  else runNested(loop, operands, shape, false);
  return true;
}

/** Casts or copies in WebAssembly, or says false and does nothing. */
export function selectCopy(from: Operand, to: Operand, shape: Shape): boolean {
  const loop = castLoop(from, to);
  if (loop === null || !from.memory.isHeap || !to.memory.isHeap) return false;
  if (shape.length === 2 && isSmallPlane(from, to, shape)) {
    copyPlane(loop, from, to, shape);
    return true;
  }
  if (isTransposition(from, to, shape)) {
    const [m, n] = shape as [number, number]; // two axes
    wasmTranspose(to.dtype.itemsize)!.transpose!(
      from.address,
      from.strides[1]!,
      to.address,
      to.strides[0]!,
      m,
      n,
    ); // there is a tier, as there was a loop
    return true;
  }
  const operands = [from, to];
  const n = flatLength(operands, shape);
  if (n * to.dtype.itemsize >= LONG_BYTES && isDenseCopy(from, to, shape)) {
    to.memory.bytes.copyWithin(to.address, from.address, from.address + n * to.dtype.itemsize);
  } else if (n >= 0) runFlat(loop, operands, shape.length - 1, n);
  else runNested(loop, operands, shape, from.dtype === to.dtype);
  return true;
}

/** A matrix of rows that becomes one of columns: the commonest copy of all that are not flat. */
function isTransposition(from: Operand, to: Operand, shape: Shape): boolean {
  const { itemsize } = to.dtype;
  return (
    shape.length === 2 &&
    from.dtype === to.dtype &&
    from.strides[0] === itemsize &&
    to.strides[1] === itemsize &&
    from.strides[1]! >= shape[0]! * itemsize &&
    shape[0]! > 1 &&
    shape[1]! > 1
  );
}

/**
 * From here on a copy of bytes is the engine's own business. Set by timing both in turn on float64: at 2 KiB the
 * kernel is 1.1 times as fast, at 4 KiB the engine is 1.2, at 16 KiB 2.5 times.
 */
const LONG_BYTES = 4096;

function isDenseCopy(from: Operand, to: Operand, shape: Shape): boolean {
  const last = shape.length - 1;
  const { itemsize } = to.dtype;
  return (
    from.dtype === to.dtype &&
    last >= 0 &&
    from.strides[last] === itemsize &&
    to.strides[last] === itemsize
  );
}

/** Writes `yes` where `mask` (bool) is true and `no` elsewhere to `out`, all of one dtype; or says false and does nothing. */
export function selectWhere(
  mask: Operand,
  yes: Operand,
  no: Operand,
  out: Operand,
  shape: Shape,
): boolean {
  const { char } = out.dtype;
  return (
    mask.dtype.kind === "b" &&
    selectElementwise("where", `?${char}${char}->${char}`, [mask, yes, no, out], shape)
  );
}

/** Loops of casts by the numbers of both dtypes, so that a copy builds no string. */
const castLoops: (Loop | null | undefined)[] = [];
onTierChange(() => {
  castLoops.length = 0;
});

function castLoop(from: Operand, to: Operand): Loop | null {
  const key = from.dtype.num * 16 + to.dtype.num;
  const known = castLoops[key];
  if (known !== undefined) return known;
  return (castLoops[key] = wasmLoop("cast", `${from.dtype.char}->${to.dtype.char}`));
}

/** Two short axes that are not one: neither worth turning nor worth looking at twice. */
function isSmallPlane(from: Operand, to: Operand, shape: Shape): boolean {
  const [m, n] = [shape[0]!, shape[1]!];
  return (
    m < SHORT &&
    n < SHORT &&
    !(from.strides[0] === from.strides[1]! * n && to.strides[0] === to.strides[1]! * n)
  );
}

function copyPlane(loop: Loop, from: Operand, to: Operand, shape: Shape): void {
  const inner = shape[1]! >= shape[0]! ? 1 : 0;
  const [a, b] = [from.strides, to.strides];
  loop.nest(
    from.address,
    a[inner]!,
    to.address,
    b[inner]!,
    shape[inner]!,
    a[1 - inner]!,
    b[1 - inner]!,
    shape[1 - inner]!,
  );
}

/** The number of elements where every operand's elements lie equally far apart, else -1. */
function flatLength(operands: readonly Operand[], shape: Shape): number {
  const last = shape.length - 1;
  if (last < 0) return 1;
  let n = shape[last]!;
  for (let k = last - 1; k >= 0; k--) {
    for (let i = 0; i < operands.length; i++) {
      const { strides } = operands[i]!;
      if (strides[k] !== strides[last]! * n) return -1;
    }
    n *= shape[k]!;
  }
  return n;
}

function runFlat(loop: Loop, operands: readonly Operand[], last: number, n: number): void {
  const [a, b, c, d] = operands as readonly [Operand, Operand, Operand?, Operand?]; // an input and an output at least
  if (c === undefined) loop.row(a.address, stepOf(a, last), b.address, stepOf(b, last), n);
  else if (d === undefined)
    loop.row(a.address, stepOf(a, last), b.address, stepOf(b, last), c.address, stepOf(c, last), n);
  else
    loop.row(
      a.address,
      stepOf(a, last),
      b.address,
      stepOf(b, last),
      c.address,
      stepOf(c, last),
      d.address,
      stepOf(d, last),
      n,
    );
}

function stepOf({ strides }: Operand, last: number): number {
  return last < 0 ? 0 : strides[last]!;
}

/** Two axes, of which one is too short to be worth turning: nothing is looked at but which of them is the longer. */
function runPlane(loop: Loop, operands: readonly Operand[], shape: Shape): void {
  const inner = shape[1]! >= shape[0]! || shape[1]! >= SHORT / 2 ? 1 : 0;
  const args: number[] = [];
  for (const { address, strides } of operands) args.push(address, strides[inner]!);
  args.push(shape[inner]!);
  for (const { strides } of operands) args.push(strides[1 - inner]!);
  args.push(shape[1 - inner]!);
  Reflect.apply(loop.nest, undefined, args);
}

function runNested(loop: Loop, operands: readonly Operand[], shape: Shape, isCopy: boolean): void {
  if (shape.length === 2 && (shape[0]! < SHORT || shape[1]! < SHORT)) {
    runPlane(loop, operands, shape);
    return;
  }
  const coalesced = coalesce(
    shape,
    operands.map((o) => o.strides),
  );
  const sizes = operands.map((o) => o.dtype.itemsize);
  const turned = turnedAxis(coalesced, sizes);
  const nest = turned ?? coalesced;
  const inner = nest.shape.length - 1;
  const outer = nest.shape.slice(0, Math.max(0, inner - 1));
  const [n, m] = [nest.shape[inner] ?? 1, nest.shape[inner - 1] ?? 1];
  const steps = nest.strides.map((s) => s[inner] ?? 0);
  const rows = nest.strides.map((s) => s[inner - 1] ?? 0);
  const steppers = operands.map((o, k) => ({ offset: o.address, strides: nest.strides[k]! }));
  const args = nestArguments(steps, rows, n, m);
  forEachRow(outer, steppers, (at) => {
    if (turned === null) {
      for (let k = 0; k < at.length; k++) args[2 * k] = at[k]!;
      Reflect.apply(loop.nest, undefined, args);
    } else if (isCopy) copyTransposed(at, steps, rows, sizes[0]!, m, n);
    else runTiled(loop, at, steps, rows, sizes, m, n);
  });
}
