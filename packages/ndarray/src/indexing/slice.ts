/**
 * Slices: `start:stop:step` and the positions it picks from an axis.
 *
 * Knows one axis; never an array.
 * Rules: https://docs.python.org/3/reference/datamodel.html (slice objects, `slice.indices`)
 */
import { IndexError, ValueError } from "../errors.ts";
import { type Layout, line } from "../layout/layout.ts";
import type { View } from "../layout/permute.ts";

/** `start:stop:step`; null leaves a part open, as in Python. Made by `slice`. */
export class Slice {
  readonly start: number | null;
  readonly stop: number | null;
  readonly step: number | null;
  #source: Layout | null = null;
  #cut: View | null = null;

  constructor(start: number | null, stop: number | null, step: number | null) {
    this.start = whole(start);
    this.stop = whole(stop);
    this.step = whole(step);
  }

  /** What it leaves of a line. The latest answer is kept: in a loop the same slice meets the same layout. */
  cut(source: Layout): View {
    if (source !== this.#source || this.#cut === null) {
      const positions = slicePositions(this, source.size);
      const stride = source.strides[0]!;
      const layout = line(positions.count, positions.step * stride, source.itemsize);
      this.#cut = { layout, shift: sliceShift(positions, source.size, stride) };
      this.#source = source;
    }
    return this.#cut;
  }

  toString(): string {
    const text = (n: number | null): string => (n === null ? "" : String(n));
    return `${text(this.start)}:${text(this.stop)}${this.step === null ? "" : `:${this.step}`}`;
  }
}

/**
 * A slice for `get` and `set`: `slice(1, null, 2)` is Python's `1::2`, and `slice(3)` is `:3`.
 *
 * @throws {TypeError} when a part is neither a whole number nor null
 * @example slice(null, null, -1) // ::-1
 */
export function slice(
  start: number | null,
  stop?: number | null,
  step: number | null = null,
): Slice {
  return stop === undefined ? new Slice(null, start, step) : new Slice(start, stop, step);
}

/** The slice that `text` writes (`"1:3"`, `"::-1"`, `":"`), or null where it writes none. */
export function parseSlice(text: string): Slice | null {
  if (text === latest) return latestSlice;
  let slice = parsed.get(text);
  if (slice === undefined) {
    slice = readSlice(text);
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(text, slice);
  }
  latest = text;
  latestSlice = slice;
  return slice;
}

/** The text that was read last: in a loop it is the same one, and comparing it is quicker than looking it up. */
let latest = ":";
let latestSlice: Slice | null = new Slice(null, null, null);

/** Texts that were read before: the same few are written again and again. */
const parsed = new Map<string, Slice | null>();
const MOST_PARSED = 1000;

function readSlice(text: string): Slice | null {
  const match = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/.exec(text);
  if (match === null) return null;
  const part = (k: number): number | null => (match[k] === undefined ? null : Number(match[k]));
  return new Slice(part(1), part(2), part(3));
}

/** Which positions a slice picks: `count` of them, from `start`, `step` apart. */
export interface Positions {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/**
 * The positions of `s` on an axis of length `n`.
 *
 * Bounds outside the axis are clipped, negative ones count from the end.
 *
 * @throws {ValueError} when the step is zero
 */
export function slicePositions(s: Slice, n: number): Positions {
  const step = s.step ?? 1;
  if (step === 1) {
    const start = s.start === null ? 0 : clipped(s.start, n);
    const stop = s.stop === null ? n : clipped(s.stop, n);
    return { start, step, count: stop > start ? stop - start : 0 };
  }
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const lowest = step > 0 ? 0 : -1;
  const highest = step > 0 ? n : n - 1;
  const clip = (at: number): number => Math.min(Math.max(at < 0 ? at + n : at, lowest), highest);
  const start = s.start === null ? (step > 0 ? lowest : highest) : clip(s.start);
  const stop = s.stop === null ? (step > 0 ? highest : lowest) : clip(s.stop);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** Bytes from an axis's first element to the first that is picked; none where nothing is, and the start lies behind the axis. */
export function sliceShift({ start, count }: Positions, n: number, stride: number): number {
  return count === 0 && start >= n ? 0 : start * stride;
}

/** A bound of a slice that goes forwards, counted from the end where it is negative. */
function clipped(at: number, n: number): number {
  if (at < 0) return at + n < 0 ? 0 : at + n;
  return at > n ? n : at;
}

/**
 * `index` as a position from 0 to `n - 1`.
 *
 * @throws {IndexError} when it lies outside
 */
export function position(index: number, axis: number, n: number): number {
  if (index < -n || index >= n)
    throw new IndexError(`index ${index} is out of bounds for axis ${axis} with size ${n}`);
  return index < 0 ? index + n : index;
}

function whole(n: number | null | undefined): number | null {
  if (n === null || n === undefined) return null;
  if (!Number.isInteger(n)) throw new TypeError("slice indices must be integers or null");
  return n;
}
