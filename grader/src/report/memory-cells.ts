/**
 * The cells of a memory picture: an owner's elements in the order of their addresses, and who reads which.
 *
 * Knows arrays; draws nothing. One model serves the terminal and the page.
 */
import * as np from "@deep-dive/ndarray";

/** `picked`: the view reads it. Beside an expected view: by both, by the answer alone, by the expected one alone. */
export type CellMark = "none" | "picked" | "extra" | "missing";

export interface Cell {
  /** Bytes from the owner's first element. */
  readonly offset: number;
  readonly text: string;
  readonly mark: CellMark;
}

export interface MemoryModel {
  readonly cells: readonly Cell[];
  /** Cells a line of the picture holds; see `columnsOf`. */
  readonly columns: number;
  /** How many cells of the owner are left out at the end. */
  readonly hidden: number;
  readonly facts: Readonly<Record<string, string>>;
}

const MOST_CELLS = 240;

/** The picture of `a`, and of what it should have been, if both show the same owner. */
export function memoryModel(a: np.NDArray, expected: np.NDArray | null = null): MemoryModel {
  const owner = a.base ?? a;
  const unit = owner.itemsize;
  const count = Math.min(owner.size, MOST_CELLS);
  const read = offsetsOf(a);
  const wanted = expected === null ? read : offsetsOf(expected);
  const flat = np.lib.stride_tricks.as_strided(owner, { shape: [owner.size], strides: [unit] });
  const cells = Array.from({ length: count }, (_, k): Cell => {
    const offset = k * unit;
    const [isRead, isWanted] = [read.has(offset), wanted.has(offset)];
    const mark = isRead && isWanted ? "picked" : isRead ? "extra" : isWanted ? "missing" : "none";
    return { offset, text: elementText(flat.item(k)), mark };
  });
  return { cells, columns: columnsOf(a, owner), hidden: owner.size - count, facts: factsOf(a) };
}

/** Cells a line: the owner's rows where it has some, else one step along the view's slowest axis. */
function columnsOf(a: np.NDArray, owner: np.NDArray): number {
  if (owner.layout.isC && owner.ndim > 1) return Math.max(1, owner.shape.at(-1)!);
  const step = Math.max(0, ...a.strides.map(Math.abs)) / owner.itemsize;
  return a.ndim > 1 && step > 1 && Number.isInteger(step) ? step : Math.max(1, owner.size);
}

/** Offsets, in whole cells of the owner, that the elements of `a` touch. */
function offsetsOf(a: np.NDArray): Set<number> {
  const unit = (a.base ?? a).itemsize;
  const found = new Set<number>();
  const walk = (axis: number, at: number): void => {
    if (axis === a.ndim) {
      for (let byte = at; byte < at + a.itemsize; byte += unit) found.add(byte - (byte % unit));
      return;
    }
    for (let i = 0; i < a.shape[axis]!; i++) walk(axis + 1, at + i * a.strides[axis]!);
  };
  walk(0, a.offset);
  return found;
}

function factsOf(a: np.NDArray): Record<string, string> {
  const tuple = (list: readonly number[]): string =>
    list.length === 1 ? `(${list[0]},)` : `(${list.join(", ")})`;
  const flags = a.flags;
  return {
    dtype: `${a.dtype.name}, ${a.itemsize} byte${a.itemsize === 1 ? "" : "s"} each`,
    shape: tuple(a.shape),
    strides: `${tuple(a.strides)} bytes`,
    offset: `${a.offset} bytes`,
    memory:
      a.base === null
        ? `its own, ${a.nbytes} bytes`
        : `a view; the owner has ${a.base.nbytes} bytes`,
    flags: [
      flags.c_contiguous && "C-contiguous",
      flags.f_contiguous && "F-contiguous",
      flags.writeable ? "writeable" : "read-only",
    ]
      .filter(Boolean)
      .join(", "),
  };
}

function elementText(value: unknown): string {
  if (typeof value === "object" && value !== null && "re" in value && "im" in value)
    return `${String(value.re)}+${String(value.im)}j`;
  return typeof value === "number" && !Number.isInteger(value)
    ? String(Number(value.toPrecision(4)))
    : String(value);
}
