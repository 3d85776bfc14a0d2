/**
 * Every error the library throws, and every sentence it says.
 *
 * Knows NumPy's wording; never touches an array. A sentence is built once, here.
 * Class names are fields, so that frozen prototypes stay frozen.
 */

/** An argument has the right type but an impossible value. */
export class ValueError extends Error {
  override readonly name: string = "ValueError";
}

/** An index lies outside its axis, or is not an index at all. */
export class IndexError extends Error {
  override readonly name: string = "IndexError";
}

/** A value does not fit the integer type it is asked to become. */
export class OverflowError extends Error {
  override readonly name: string = "OverflowError";
}

/** A matrix has no inverse, an iteration does not converge. */
export class LinAlgError extends ValueError {
  override readonly name: string = "LinAlgError";
}

/** An axis that the array does not have; a `ValueError`, as NumPy's is. */
export class AxisError extends ValueError {
  override readonly name: string = "AxisError";

  /** Either the axis and the number of dimensions, or a whole sentence. */
  constructor(axis: number | string, ndim?: number) {
    super(typeof axis === "string" ? axis : `axis ${axis} is out of bounds for array of dimension ${ndim}`);
  }
}

/** A shape as Python prints a tuple: `()`, `(3,)`, `(3,4)`. NumPy leaves out the blanks in most sentences. */
export function tupleText(shape: readonly number[], separator = ","): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(separator)})`;
}

/** The sentence for shapes that do not line up. */
export function cannotBroadcast(shapes: readonly (readonly number[])[]): string {
  return `operands could not be broadcast together with shapes ${shapes.map((s) => tupleText(s)).join(" ")}`;
}
