/**
 * Gather and scatter: elements at listed places, to and from a dense operand.
 *
 * Knows places in bytes and operands; where they come from is the indexing room's business.
 */
import type { Shape } from "../layout/layout.ts";
import { copyElements } from "./copy.ts";
import { forEachRow } from "./nest.ts";
import type { Operand } from "./operand.ts";

/** Copies, for each place `p` of the grid, the rest at `p` to the same position of `to`, whose first axes are the grid's. */
export function gather(from: Operand, places: Float64Array, rest: Shape, restStrides: readonly number[], to: Operand, grid: Shape): void {
  eachPlace(places, to, grid, (place, address) => {
    copyElements(
      at(from, from.address + place, restStrides),
      at(to, address, to.strides.slice(grid.length)),
      rest,
    );
  });
}

/** The other way round: the elements of `from` go to the places. Of several for one place, the last stays. */
export function scatter(from: Operand, to: Operand, places: Float64Array, rest: Shape, restStrides: readonly number[], grid: Shape): void {
  eachPlace(places, from, grid, (place, address) => {
    copyElements(
      at(from, address, from.strides.slice(grid.length)),
      at(to, to.address + place, restStrides),
      rest,
    );
  });
}

function eachPlace(places: Float64Array, dense: Operand, grid: Shape, visit: (place: number, address: number) => void): void {
  let k = 0;
  const strides = dense.strides.slice(0, grid.length);
  forEachRow(grid, [{ offset: dense.address, strides }], ([address]) => visit(places[k++]!, address!));
}

function at({ memory, dtype }: Operand, address: number, strides: readonly number[]): Operand {
  return { memory, dtype, address, strides };
}
