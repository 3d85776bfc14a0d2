/**
 * Order keys: unsigned words that compare as the elements do.
 *
 * Knows typed arrays and the order NumPy sorts in: nan last whichever the direction, -0 equal to 0, complex
 * numbers by class (which part is nan), then real part, then imaginary part.
 */
import type { DType, TypedArray } from "../dtype/dtype.ts";

/** One unsigned key for each element: `hi`, then `lo` where 32 bits are not enough. */
export interface Keys {
  readonly hi: Uint32Array;
  readonly lo: Uint32Array | null;
}

const NAN_WORD = 0xffffffff;

/**
 * Keys of `n` elements from `at`, `step` components apart, least significant first: one after the other, each
 * sorts stably.
 */
export function orderKeys(
  data: TypedArray,
  dtype: DType,
  at: number,
  step: number,
  n: number,
  descending: boolean,
): Keys[] {
  if (dtype.kind !== "c") return [realKeys(data, dtype, at, step, n, descending)];
  const part = (shift: number): Keys => realKeys(data, dtype, at + shift, step, n, descending);
  const classes = new Uint32Array(n);
  let isAnyNan = 0;
  for (let k = 0, p = at; k < n; k++, p += step) {
    const word = Number(Number.isNaN(data[p])) * 2 + Number(Number.isNaN(data[p + 1]));
    classes[k] = word;
    isAnyNan |= word;
  }
  return [part(1), part(0), ...(isAnyNan === 0 ? [] : [{ hi: classes, lo: null }])];
}

function realKeys(
  data: TypedArray,
  { kind, itemsize, components }: DType,
  at: number,
  step: number,
  n: number,
  descending: boolean,
): Keys {
  if (kind === "f" || kind === "c") {
    return itemsize / components === 8
      ? doubleKeys(data as Float64Array, at, step, n, descending) // 8-byte floats
      : floatKeys(data as Float32Array, at, step, n, descending); // or Float16Array, which reads the same
  }
  const flip = (kind === "i" ? 0x80000000 : 0) ^ (descending ? -1 : 0);
  if (itemsize === 8) return bigKeys(data as BigInt64Array, at, step, n, flip, descending); // either sign: only bits count
  const small = data as Int32Array; // any integer of up to 32 bits
  const hi = new Uint32Array(n);
  for (let k = 0, p = at; k < n; k++, p += step) hi[k] = small[p]! ^ flip;
  return { hi, lo: null };
}

function bigKeys(
  data: BigInt64Array,
  at: number,
  step: number,
  n: number,
  flip: number,
  descending: boolean,
): Keys {
  const words = new Int32Array(data.buffer);
  const first = data.byteOffset / 4;
  const hi = new Uint32Array(n);
  const lo = new Uint32Array(n);
  const flipLow = descending ? -1 : 0;
  for (let k = 0, p = first + 2 * at; k < n; k++, p += 2 * step) {
    lo[k] = words[p]! ^ flipLow;
    hi[k] = words[p + 1]! ^ flip;
  }
  return { hi, lo };
}

function doubleKeys(
  data: Float64Array,
  at: number,
  step: number,
  n: number,
  descending: boolean,
): Keys {
  const words = new Int32Array(data.buffer);
  const first = data.byteOffset / 4;
  const hi = new Uint32Array(n);
  const lo = new Uint32Array(n);
  const turn = descending ? -1 : 0;
  for (let k = 0, p = at; k < n; k++, p += step) {
    const x = data[p]!;
    if (Number.isNaN(x)) {
      hi[k] = lo[k] = NAN_WORD;
    } else if (x === 0) {
      hi[k] = 0x80000000 ^ turn;
      lo[k] = turn;
    } else {
      const high = words[first + 2 * p + 1]!;
      const sign = high >> 31; // -1 for negative numbers, which compare the other way round
      hi[k] = high ^ (sign | 0x80000000) ^ turn;
      lo[k] = words[first + 2 * p]! ^ sign ^ turn;
    }
  }
  return { hi, lo };
}

function floatKeys(
  data: Float32Array,
  at: number,
  step: number,
  n: number,
  descending: boolean,
): Keys {
  const hi = new Uint32Array(n);
  const floats = Float32Array.of(0);
  const words = new Int32Array(floats.buffer);
  const turn = descending ? -1 : 0;
  for (let k = 0, p = at; k < n; k++, p += step) {
    const x = data[p]!;
    if (Number.isNaN(x)) {
      hi[k] = NAN_WORD;
      continue;
    }
    floats[0] = x === 0 ? 0 : x;
    const word = words[0]!;
    hi[k] = word ^ ((word >> 31) | 0x80000000) ^ turn;
  }
  return { hi, lo: null };
}
