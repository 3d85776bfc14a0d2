/**
 * Advanced indexing: arrays between the brackets become a list of places.
 *
 * Knows layouts and index values; moves no element. NumPy's rule: the index arrays broadcast together; their axes
 * take the place of the axes they replace where those are neighbours, and come first where anything stands
 * between them. An integer beside an array counts as an array.
 * Rules: https://numpy.org/doc/stable/user/basics.indexing.html#combining-advanced-and-basic-indexing
 */
import { IndexError, tupleText } from "../errors.ts";
import { elementsOf } from "../kernels/operand.ts";
import { forEachRow } from "../kernels/nest.ts";
import { broadcastStrides } from "../layout/broadcast.ts";
import { Layout, type Shape, sizeOf } from "../layout/layout.ts";
import { type IndexArray, type Part, axesOf } from "./parts.ts";
import { basicView } from "./basic.ts";

/** Where the picked elements are: a grid of places, and the axes that are kept whole at each of them. */
export interface GatherPlan {
  /** Bytes from the array's first element to each place, in C order of `gridShape`. */
  readonly places: Float64Array;
  readonly gridShape: Shape;
  /** The axes that basic parts left. */
  readonly restShape: Shape;
  readonly restStrides: readonly number[];
  /** How many of the rest's axes come before the grid's in the result. */
  readonly gridAt: number;
}

/** Integer positions along one axis, in any layout. */
interface Positions {
  readonly axis: number;
  readonly array: { readonly values: Float64Array; readonly shape: Shape };
}

/**
 * The plan for `parts`, of which at least one is an array.
 *
 * @throws {IndexError} when a position lies outside its axis, a mask has the wrong length, or arrays do not line up
 */
export function gatherPlan(layout: Layout, parts: readonly Part[]): GatherPlan {
  const positions: Positions[] = [];
  const basic: Part[] = [];
  const advancedAt: number[] = [];
  let axis = 0;
  for (const [k, part] of parts.entries()) {
    if (part.kind === "array" || part.kind === "integer") {
      const found = part.kind === "integer" ? integerPosition(part.at, axis) : positionsOf(part.array, axis, layout);
      positions.push(...found);
      advancedAt.push(k);
      for (let n = 0; n < axesOf(part); n++) basic.push({ kind: "integer", at: 0 });
    } else {
      basic.push(part);
    }
    axis += axesOf(part);
  }
  const grid = gridShapeOf(positions);
  const isEmpty = grid.includes(0);
  const view = basicView(withoutEmpty(layout, positions), basic);
  const places = new Float64Array(sizeOf(grid)).fill(view.shift);
  for (const p of positions) addPlaces(places, p, grid, layout, isEmpty);
  const isTogether = advancedAt.at(-1)! - advancedAt[0]! === advancedAt.length - 1;
  const before = parts.slice(0, advancedAt[0]).filter((p) => p.kind !== "integer").length;
  return {
    places,
    gridShape: grid,
    restShape: view.layout.shape,
    restStrides: view.layout.strides,
    gridAt: isTogether ? before : 0,
  };
}

/** The result's shape: the rest's axes with the grid's among them. */
export function gatherShape({ gridShape, restShape, gridAt }: GatherPlan): Shape {
  return [...restShape.slice(0, gridAt), ...gridShape, ...restShape.slice(gridAt)];
}

function integerPosition(at: number, axis: number): Positions[] {
  return [{ axis, array: { values: Float64Array.of(at), shape: [] } }];
}

function positionsOf(array: IndexArray, axis: number, layout: Layout): Positions[] {
  if (array.dtype.kind !== "b") return [{ axis, array: { values: valuesOf(array), shape: array.layout.shape } }];
  const { shape } = array.layout;
  for (const [k, n] of shape.entries()) {
    const length = layout.shape[axis + k]!;
    if (n !== length) {
      throw new IndexError(
        `boolean index did not match indexed array along axis ${axis + k}; size of axis is ${length} but size of corresponding boolean axis is ${n}`,
      );
    }
  }
  return truePositions(array).map((values, k) => ({ axis: axis + k, array: { values, shape: [values.length] } }));
}

/** Integer elements in C order, as numbers. */
function valuesOf(array: IndexArray): Float64Array {
  const { data, offset, strides } = elementsOf(array);
  const values = new Float64Array(array.layout.size);
  let k = 0;
  forEachRow(array.layout.shape, [{ offset, strides }], ([at]) => {
    values[k++] = Number(data[at!]);
  });
  return values;
}

/** For each axis of a boolean array, where its true elements are. A 0-d one has no axis; see `gridShapeOf`. */
export function truePositions(array: IndexArray): Float64Array[] {
  const { data, offset, strides } = elementsOf(array);
  const { shape, ndim } = array.layout;
  const found: number[] = [];
  let flat = 0;
  forEachRow(shape, [{ offset, strides }], ([at]) => {
    if (data[at!] !== 0) found.push(flat);
    flat += 1;
  });
  const positions = Array.from({ length: ndim }, () => new Float64Array(found.length));
  for (const [n, place] of found.entries()) {
    let rest = place;
    for (let k = ndim - 1; k >= 0; k--) {
      positions[k]![n] = rest % shape[k]!;
      rest = Math.floor(rest / shape[k]!);
    }
  }
  return positions;
}

function gridShapeOf(positions: readonly Positions[]): Shape {
  const shapes = positions.map((p) => p.array.shape);
  const ndim = Math.max(0, ...shapes.map((s) => s.length));
  const grid = Array.from({ length: ndim }, () => 1);
  for (const shape of shapes) {
    for (let k = 0; k < shape.length; k++) {
      const at = ndim - shape.length + k;
      if (shape[k] === 1 || shape[k] === grid[at]) continue;
      if (grid[at] !== 1) throw new IndexError(cannotLineUp(shapes));
      grid[at] = shape[k]!;
    }
  }
  return grid;
}

function cannotLineUp(shapes: readonly Shape[]): string {
  return `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map((s) => tupleText(s)).join(" ")} `;
}

/** Axes that arrays take up count as length 1 for the basic view, so that its zeros are in bounds. */
function withoutEmpty(layout: Layout, positions: readonly Positions[]): Layout {
  const shape = layout.shape.map((n, k) => (positions.some((p) => p.axis === k) ? 1 : n));
  return new Layout(shape, layout.strides, layout.itemsize);
}

function addPlaces(places: Float64Array, { axis, array }: Positions, grid: Shape, layout: Layout, isEmpty: boolean): void {
  const n = layout.shape[axis]!;
  const stride = layout.strides[axis]!;
  for (const at of array.values) {
    if (!isEmpty && (at < -n || at >= n)) throw new IndexError(`index ${at} is out of bounds for axis ${axis} with size ${n}`);
  }
  const own = array.shape.map((_, k) => sizeOf(array.shape.slice(k + 1)));
  const steps = broadcastStrides(array.shape, own, grid)!; // gridShapeOf has lined them up
  let k = 0;
  forEachRow(grid, [{ offset: 0, strides: steps }], ([i]) => {
    const at = array.values[i!]!;
    places[k]! += (at < 0 ? at + n : at) * stride;
    k += 1;
  });
}
