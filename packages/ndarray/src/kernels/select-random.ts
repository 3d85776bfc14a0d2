/**
 * Choosing the tier for random numbers: kernels that fill contiguous memory of the heap, else the caller's loop draws one by one.
 *
 * Knows a generator's state and operands. Where a function says false, it has done nothing.
 */
import type { Operand } from "./operand.ts";
import { patientFamily } from "./random/patience.ts";
import type { Pcg64 } from "./random/pcg64.ts";
import { EXPONENTIAL, EXPONENTIAL_FLOAT, NORMAL, NORMAL_FLOAT } from "./random/ziggurat.ts";
import {
  boundedFunction,
  floatFunction,
  narrowFunction,
  scaleFunction,
  wideBoundedFunction,
  wideFunctions,
} from "./wasm/draws.ts";
import { family } from "./wasm/families.ts";
import { rangeWords } from "./wasm/pcg64-state.ts";
import { shuffleFunctions } from "./wasm/shuffle.ts";
import type { Ziggurat } from "./wasm/ziggurat-width.ts";
import { ZIGGURAT_HOST, zigguratFunctions } from "./wasm/ziggurat.ts";

type Exports = ReturnType<typeof family>;

/** What the distributions without parameters draw, of either width. */
export type Standard = "random" | "standard_normal" | "standard_exponential";

const ziggurat = (key: string, n: number, layers: Ziggurat): Exports =>
  patientFamily(key, n, () => zigguratFunctions(layers), ZIGGURAT_HOST);

const STANDARD: Readonly<Record<Standard, Readonly<Record<string, (n: number) => Exports>>>> = {
  random: {
    d: (n) => patientFamily("random wide", n, wideFunctions),
    f: (n) => patientFamily("random float", n, () => [floatFunction()]),
  },
  standard_normal: {
    d: (n) => ziggurat("random normal d", n, NORMAL),
    f: (n) => ziggurat("random normal f", n, NORMAL_FLOAT),
  },
  standard_exponential: {
    d: (n) => ziggurat("random exponential d", n, EXPONENTIAL),
    f: (n) => ziggurat("random exponential f", n, EXPONENTIAL_FLOAT),
  },
};

/** Draws `n` floats of a standard distribution to `to`, which is contiguous. */
export function selectStandard(bits: Pcg64, name: Standard, to: Operand, n: number): boolean {
  const kernels = to.memory.isHeap ? STANDARD[name][to.dtype.char]!(n) : null;
  if (kernels === null) return false;
  const words = bits.lend();
  kernels["fill"]!(to.address, n);
  bits.takeBack(words);
  return true;
}

/** Makes each of `n` doubles its multiple by `factor`, plus `offset`. They lie in the heap, and there is a tier. */
export function scaleInHeap(to: Operand, n: number, offset: number, factor: number): void {
  family("random scale", () => [scaleFunction()])!["scale"]!(to.address, n, offset, factor);
}

/** Draws `n` whole numbers from `low` to `low + range` to `to`, which is contiguous and of an integer dtype or bool. */
export function selectBounded(
  bits: Pcg64,
  to: Operand,
  n: number,
  low: bigint,
  range: bigint,
): boolean {
  const kernels = to.memory.isHeap && range > 0n ? boundedKernels(to, n, range) : null;
  if (kernels === null) return false;
  const words = bits.lend();
  const ends = rangeWords();
  ends[0] = low;
  ends[1] = range;
  kernels["fill"]!(to.address, n);
  bits.takeBack(words);
  return true;
}

function boundedKernels({ dtype }: Operand, n: number, range: bigint): Exports {
  const { itemsize, kind } = dtype;
  if (itemsize >= 4) {
    if (range > 0xffffffffn)
      return patientFamily("random wide range", n, () => [wideBoundedFunction()]);
    return itemsize === 4
      ? patientFamily("random range 4", n, () => [boundedFunction("I")])
      : patientFamily("random range 8", n, () => [boundedFunction("Q")]);
  }
  if (kind === "b") return patientFamily("random narrow 1", n, () => [narrowFunction(1)]);
  return itemsize === 1
    ? patientFamily("random narrow 8", n, () => [narrowFunction(8)])
    : patientFamily("random narrow 16", n, () => [narrowFunction(16)]);
}

/** How a place is drawn: from as many bits as it has, or by Lemire's rule. */
export type PlaceDraw = "masked" | "bounded";

/** Moves elements `first` to `n` - 1 of `to`, which is contiguous, each to one of the places up to its own. */
export function selectShuffle(
  bits: Pcg64,
  to: Operand,
  n: number,
  first: number,
  draw: PlaceDraw,
): boolean {
  const { itemsize } = to.dtype;
  const kernels = to.memory.isHeap
    ? patientFamily(`random shuffle ${itemsize}`, n, () => shuffleFunctions(itemsize))
    : null;
  if (kernels === null) return false;
  const words = bits.lend();
  kernels[draw]!(to.address, first, n - 1);
  bits.takeBack(words);
  return true;
}
