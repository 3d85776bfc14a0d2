/**
 * Advanced indexing: arrays between the brackets become a list of places.
 *
 * Knows layouts and index values; moves no element. NumPy's rule: the index arrays broadcast together; their axes
 * take the place of the axes they replace where those are neighbours, and come first where anything stands
 * between them. An integer beside an array counts as one.
 * Rules: https://numpy.org/doc/stable/user/basics.indexing.html#combining-advanced-and-basic-indexing
 */
import { IndexError, tupleText } from "../errors.ts";
import {
  type Numbers,
  type Places,
  addIndices,
  countTrue,
  maskPlaces,
  newPlaces,
  offsetsOf,
  sumOfOffsets,
} from "../kernels/places.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import { type Layout, type Shape, sizeOf } from "../layout/layout.ts";
import { type Axes, addPart } from "./basic.ts";
import { type IndexData, denseStrides } from "./lists.ts";
import { type Part, axesOf } from "./parts.ts";

/** Where the picked elements are. Places count units, which are `unit` bytes wide. */
export interface GatherPlan {
  /** The shape of the result. */
  readonly shape: Shape;
  /** From the array's first element to each chunk, in C order of the result. */
  readonly places: Places;
  /** Units that lie together at each place. */
  readonly chunk: number;
  readonly unit: number;
}

/** Index values for one axis, or a mask for several. */
interface Contribution {
  readonly axis: number;
  readonly index: IndexData;
  readonly numbers: Numbers;
  /** The axes it adds to the grid: a mask adds one, of as many as are true. */
  readonly shape: Shape;
}

/**
 * The plan for `parts`, of which at least one is an array. `unit` divides every stride.
 *
 * @throws {IndexError} when a position lies outside its axis, a mask has the wrong length, or arrays do not line up
 */
export function gatherPlan(layout: Layout, parts: readonly Part[], unit: number): GatherPlan {
  checkMasks(layout, parts);
  const rest: Axes = { shape: [], strides: [], shift: 0 };
  const found: Contribution[] = [];
  let gridAt = -1;
  let isInterrupted = false;
  let isTogether = true;
  let axis = 0;
  for (const part of parts) {
    if (part.kind === "integers" || part.kind === "mask" || part.kind === "integer") {
      if (gridAt < 0) gridAt = rest.shape.length;
      else if (isInterrupted) isTogether = false;
    } else if (gridAt >= 0) {
      isInterrupted = true;
    }
    if (part.kind === "integers" || part.kind === "mask") {
      const numbers = part.index.numbers();
      found.push({
        axis,
        index: part.index,
        numbers,
        shape: part.kind === "mask" ? [countTrue(numbers)] : part.index.shape,
      });
      axis += part.kind === "mask" ? part.index.shape.length : 1;
    } else {
      axis = addPart(rest, part, layout, axis);
    }
  }
  return planOf(rest, found, isTogether ? gridAt : 0, layout, unit);
}

function planOf(
  rest: Axes,
  found: readonly Contribution[],
  gridAt: number,
  layout: Layout,
  unit: number,
): GatherPlan {
  const grid = gridShapeOf(found);
  const chunked = trailingChunk(rest, gridAt, layout.itemsize);
  const inUnits = rest.strides.map((s) => s / unit);
  const before = offsetsOf(
    rest.shape.slice(0, gridAt),
    inUnits.slice(0, gridAt),
    rest.shift / unit,
  );
  const after = offsetsOf(
    rest.shape.slice(gridAt, chunked.end),
    inUnits.slice(gridAt, chunked.end),
    0,
  );
  return {
    shape: [...rest.shape.slice(0, gridAt), ...grid, ...rest.shape.slice(gridAt)],
    places: sumOfOffsets(before, gridPlaces(found, grid, layout, unit), after),
    chunk: chunked.bytes / unit,
    unit,
  };
}

/** How many of the rest's last axes lie together in memory: they end at `end`, and have so many bytes. */
function trailingChunk(
  { shape, strides }: Axes,
  gridAt: number,
  itemsize: number,
): { end: number; bytes: number } {
  let bytes = itemsize;
  let end = shape.length;
  while (end > gridAt && (strides[end - 1] === bytes || shape[end - 1] === 1)) {
    end -= 1;
    bytes *= shape[end]!;
  }
  return { end, bytes };
}

/** For each index of the grid, in C order, the sum of what the arrays say there. */
function gridPlaces(
  found: readonly Contribution[],
  grid: Shape,
  layout: Layout,
  unit: number,
): Places {
  const [first] = found;
  const strides = layout.strides.map((s) => s / unit);
  if (found.length === 1 && first!.index.isMask)
    return maskPlaces(first!.numbers, strides.slice(first!.axis));
  const places = newPlaces(sizeOf(grid));
  for (const { axis, index, numbers, shape } of found) {
    // Plain numbers for a mask: the places it picks, to be spread over the grid like indices of stride 1.
    const own = index.isMask
      ? { data: maskPlaces(numbers, strides.slice(axis)), offset: 0, strides: denseStrides(shape) }
      : numbers;
    const steps = broadcastStrides(shape, own.strides, grid)!; // gridShapeOf has lined them up
    const range = index.isMask
      ? null
      : { axis, length: layout.shape[axis]!, stride: strides[axis]! };
    addIndices(places, own.data, own.offset, steps, grid, range);
  }
  return places;
}

/** Masks must have the lengths of their axes; NumPy looks at them before any position. */
function checkMasks(layout: Layout, parts: readonly Part[]): void {
  let axis = 0;
  for (const part of parts) {
    if (part.kind === "mask") checkMask(part.index, axis, layout);
    axis += axesOf(part);
  }
}

function checkMask({ shape }: IndexData, axis: number, layout: Layout): void {
  for (const [k, n] of shape.entries()) {
    const length = layout.shape[axis + k]!;
    // NumPy lets a length of 0 pass: nothing is picked then, whatever the axis.
    if (n !== length && n > 0) {
      throw new IndexError(
        `boolean index did not match indexed array along axis ${axis + k}; size of axis is ${length} but size of corresponding boolean axis is ${n}`,
      );
    }
  }
}

function gridShapeOf(found: readonly Contribution[]): Shape {
  if (found.length === 1) return found[0]!.shape;
  const ndim = Math.max(0, ...found.map((f) => f.shape.length));
  const grid = Array.from({ length: ndim }, () => 1);
  for (const { shape } of found) {
    for (let k = 0; k < shape.length; k++) {
      const at = ndim - shape.length + k;
      if (shape[k] === 1 || shape[k] === grid[at]) continue;
      if (grid[at] !== 1) throw new IndexError(cannotLineUp(found));
      grid[at] = shape[k]!;
    }
  }
  return grid;
}

function cannotLineUp(found: readonly Contribution[]): string {
  const shapes = found.flatMap(({ index, shape }) =>
    index.isMask && index.shape.length > 1 ? index.shape.map(() => shape) : [shape],
  );
  return `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map((s) => tupleText(s)).join(" ")} `;
}
