import * as np from "@deep-dive/ndarray";
import type { Flat, Nested } from "../01-nested-to-array.ts";

const shapeOf = (nested: Nested): number[] =>
  typeof nested === "number"
    ? []
    : nested.length === 0
      ? [0]
      : [nested.length, ...shapeOf(nested[0]!)];

const hasShape = (nested: Nested, [length, ...rest]: readonly number[]): boolean =>
  typeof nested === "number"
    ? length === undefined
    : nested.length === length && nested.every((item) => hasShape(item, rest));

export function fromNested(nested: Nested): Flat {
  const shape = shapeOf(nested);
  if (!hasShape(nested, shape))
    throw new np.ValueError("The requested array has an inhomogeneous shape");
  return { data: Float64Array.from(([nested] as unknown[]).flat(Infinity) as number[]), shape }; // flat to the numbers
}

export function toNested({ data, shape }: Flat): Nested {
  let next = 0;
  const fold = (axis: number): Nested =>
    axis === shape.length
      ? data[next++]!
      : Array.from({ length: shape[axis]! }, () => fold(axis + 1));
  return fold(0);
}
