/**
 * The picture of an NDArray: its owner's buffer, the cells it reads, and the facts that NumPy names.
 *
 * Knows the library's arrays through what is handed in, so that it serves any copy of the library.
 */
import type * as np from "@deep-dive/ndarray";
import {
  type Buffer,
  type Fact,
  type Picture,
  type Reach,
  cellsOf,
  elementText,
  tuple,
} from "./picture.ts";

/** What this needs of the library. */
export type Library = Pick<typeof np, "lib" | "NDArray">;

/** The picture of `a` alone. */
export function arrayPicture(a: np.NDArray, library: Library): Picture {
  const buffer = bufferOf(a, library);
  const columns = columnsOf(a, a.base ?? a, buffer.unit);
  return { ...cellsOf(buffer, [reachOfArray(a)], null, columns), columns, facts: arrayFacts(a) };
}

/** The bytes below `a`, in cells of its own dtype where its owner's elements can be cut so, else in the owner's. */
export function bufferOf(a: np.NDArray, { lib }: Library): Buffer {
  const owner = a.base ?? a;
  const flat = lib.stride_tricks.as_strided(owner, {
    shape: [owner.size],
    strides: [owner.itemsize],
  });
  const isCut = a.itemsize < owner.itemsize && owner.itemsize % a.itemsize === 0;
  const isRenamed = a.itemsize === owner.itemsize && a.dtype.name !== owner.dtype.name;
  const cells = isCut || isRenamed ? flat.view(a.dtype) : flat;
  return {
    unit: cells.itemsize,
    count: cells.size,
    textAt: (cell) => elementText(cells.item(cell)),
  };
}

export function reachOfArray({ shape, strides, offset, itemsize }: np.NDArray): Reach {
  return { shape, strides, offset, itemsize };
}

/** Cells a line: the owner's rows where it has some, else one step along the view's slowest axis. */
function columnsOf(a: np.NDArray, owner: np.NDArray, unit: number): number {
  if (owner.layout.isC && owner.ndim > 1)
    return Math.max(1, (owner.shape.at(-1)! * owner.itemsize) / unit);
  return columnsFor(reachOfArray(a), unit, (owner.size * owner.itemsize) / unit);
}

/** Cells a line, for a buffer that has no rows of its own. */
export function columnsFor({ shape, strides }: Reach, unit: number, count: number): number {
  const step =
    Math.max(0, ...strides.map((s, axis) => (shape[axis]! > 1 ? Math.abs(s) : 0))) / unit;
  return shape.length > 1 && step > 1 && step < count && Number.isInteger(step)
    ? step
    : Math.max(1, count);
}

function arrayFacts(a: np.NDArray): Fact[] {
  const { flags, base } = a;
  const bytes = (n: number): string => `${n} byte${n === 1 ? "" : "s"}`;
  const flag = [
    flags.c_contiguous && "C-contiguous",
    flags.f_contiguous && "F-contiguous",
    flags.writeable ? "writeable" : "read-only",
  ];
  return [
    { name: "dtype", value: `${a.dtype.name}, ${bytes(a.itemsize)} each` },
    { name: "shape", value: tuple(a.shape) },
    { name: "strides", value: `${tuple(a.strides)} bytes` },
    { name: "offset", value: bytes(a.offset) },
    { name: "flags", value: flag.filter(Boolean).join(", ") },
    {
      name: "owner",
      value:
        base === null
          ? `itself, ${bytes(a.nbytes)}`
          : `another array: ${base.dtype.name} ${tuple(base.shape)}, ${bytes(base.nbytes)}`,
    },
  ];
}
