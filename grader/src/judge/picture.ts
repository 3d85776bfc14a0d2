/**
 * A memory picture as plain data: a buffer's cells in the order of their addresses, and who reads which.
 *
 * Knows byte offsets and shapes; no array class, no terminal, no page. `show` and a failed test's record both hold one.
 */

/** `picked`: is read. Beside what should be read: by both, by the answer alone, by the right one alone. */
export type CellMark = "none" | "picked" | "extra" | "missing";

export interface Cell {
  /** Bytes (or elements: see Picture) from the buffer's first; below 0 or behind the end where an answer reaches outside. */
  readonly offset: number;
  /** The element's value; "" outside the buffer. */
  readonly text: string;
  readonly mark: CellMark;
}

/** One line beside the grid: `shape`, what it is, and what it should be where that differs. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly wanted?: string;
}

/** More elements than this are no counterexample that anybody reads. */
export const MOST_ELEMENTS = 500;

/** What is done to a cell that is marked, and what a call did that did it. */
export const VERBS = { read: "read", written: "wrote", reached: "reached" } as const;

export interface Picture {
  /** What was called: `sliceView`. */
  readonly call?: string;
  /** What marks mean; default "read". A cell that holds something else than it should counts as `extra`. */
  readonly verb?: keyof typeof VERBS;
  /** What places and strides count; default bytes. Exercises on plain views count elements. */
  readonly counts?: "bytes" | "elements";
  readonly cells: readonly Cell[];
  /** Cells a line of the picture holds. */
  readonly columns: number;
  readonly hiddenBefore: number;
  readonly hiddenAfter: number;
  readonly facts: readonly Fact[];
}

/** Where the elements of a view lie, in bytes. */
export interface Reach {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly itemsize: number;
}

export interface Buffer {
  /** Bytes of one cell. */
  readonly unit: number;
  /** How many cells it holds. */
  readonly count: number;
  readonly textAt: (cell: number) => string;
}

/** More cells than this are counted, not drawn. */
const MOST_CELLS = 120;
/** Cells outside the buffer that are still drawn, on each side. */
const MOST_OUTSIDE = 6;

/**
 * The cells of `buffer` with what `read` and `wanted` reach. Without `wanted`, whatever is read is right.
 *
 * Only what is drawn is visited: a view of 10^9 elements costs no more than one of ten.
 */
export function cellsOf(
  buffer: Buffer,
  read: readonly Reach[],
  wanted: readonly Reach[] | null,
  columns: number,
): Pick<Picture, "cells" | "hiddenBefore" | "hiddenAfter"> {
  const { unit, count } = buffer;
  const [low, high] = span([...read, ...(wanted ?? [])], unit);
  const below = Math.min(MOST_OUTSIDE, Math.max(0, -low));
  // A view far inside a large buffer is drawn where it lies, from the beginning of a line.
  const isFar = count > MOST_CELLS && low >= MOST_CELLS;
  const first = below > 0 ? -below : isFar ? low - (low % columns) : 0;
  const last = Math.min(first + MOST_CELLS, Math.max(count, Math.min(high, count + MOST_OUTSIDE)));
  const window = [first * unit, last * unit] as const;
  const isRead = touched(read, unit, window);
  const isWanted = wanted === null ? isRead : touched(wanted, unit, window);
  const cells = Array.from({ length: Math.max(0, last - first) }, (_, k): Cell => {
    const cell = first + k;
    const text = cell >= 0 && cell < count ? buffer.textAt(cell) : "";
    return { offset: cell * unit, text, mark: markOf(isRead.has(cell), isWanted.has(cell)) };
  });
  return {
    cells,
    hiddenBefore: Math.max(0, first),
    hiddenAfter: Math.max(0, Math.max(count, high) - last),
  };
}

function markOf(isRead: boolean, isWanted: boolean): CellMark {
  if (isRead) return isWanted ? "picked" : "extra";
  return isWanted ? "missing" : "none";
}

/** The first cell that some view reaches, and the one behind the last; [0, 0] where all are empty. */
function span(views: readonly Reach[], unit: number): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { shape, strides, offset, itemsize } of views) {
    if (shape.includes(0)) continue;
    const [down, up] = reachOf(shape, strides);
    low = Math.min(low, Math.floor((offset + down) / unit));
    high = Math.max(high, Math.ceil((offset + up + itemsize) / unit));
  }
  return low > high ? [0, 0] : [low, high];
}

/** How far below and above their offset the elements begin. */
function reachOf(shape: readonly number[], strides: readonly number[]): [down: number, up: number] {
  const ends = strides.map((s, axis) => s * (shape[axis]! - 1));
  return [
    ends.reduce((sum, e) => sum + Math.min(0, e), 0),
    ends.reduce((sum, e) => sum + Math.max(0, e), 0),
  ];
}

/** The cells within `window` (bytes) that the elements of `views` touch. */
function touched(
  views: readonly Reach[],
  unit: number,
  window: readonly [from: number, to: number],
): Set<number> {
  const found = new Set<number>();
  for (const { shape, strides, offset, itemsize } of views) {
    if (shape.includes(0)) continue;
    // Stretched axes visit the same places; the widest stride first, so that whole branches fall outside.
    const axes = strides
      .map((stride, axis) => ({ stride, length: shape[axis]! }))
      .filter(({ stride }) => stride !== 0)
      .sort((a, b) => Math.abs(b.stride) - Math.abs(a.stride));
    const visit = (depth: number, at: number): void => {
      const axis = axes[depth];
      if (axis === undefined) {
        for (let byte = at; byte < at + itemsize; byte += unit) found.add(Math.floor(byte / unit));
        if (itemsize > 0) found.add(Math.floor((at + itemsize - 1) / unit));
        return;
      }
      const rest = axes.slice(depth + 1);
      const [down, up] = reachOf(
        rest.map((r) => r.length),
        rest.map((r) => r.stride),
      );
      const [a, b] = [
        (window[0] - itemsize - at - up) / axis.stride,
        (window[1] - at - down) / axis.stride,
      ];
      const from = Math.max(0, Math.ceil(Math.min(a, b)));
      const to = Math.min(axis.length - 1, Math.floor(Math.max(a, b)));
      for (let i = from; i <= to; i++) visit(depth + 1, at + i * axis.stride);
    };
    visit(0, offset);
  }
  return found;
}

/** `(3, 4)`, `(3,)`, `()`. */
export function tuple(list: readonly number[]): string {
  return list.length === 1 ? `(${list[0]},)` : `(${list.join(", ")})`;
}

/** An element as a cell shows it: short, and as NumPy names it. */
export function elementText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "object" && value !== null && "re" in value && "im" in value) {
    const [re, im] = [Number(value.re), Number(value.im)];
    return `${numberText(re)}${im < 0 || Object.is(im, -0) ? "-" : "+"}${numberText(Math.abs(im))}j`;
  }
  return String(value).slice(0, 24);
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Number.isInteger(value) && Math.abs(value) < 1e10) return String(value);
  const short = Number(value.toPrecision(4));
  return Math.abs(short) >= 1e10 || Math.abs(short) < 1e-3 ? short.toExponential() : String(short);
}
