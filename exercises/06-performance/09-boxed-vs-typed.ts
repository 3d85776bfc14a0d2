/**
 * Turn a list of records into columns of the smallest dtypes that hold them.
 *
 * NumPy's word for it is a structured array, or three arrays; Arrow's and pandas' is a table of columns.
 */
import * as np from "@deep-dive/ndarray";

/** One reading of a sensor, as JSON gives it: an object with three fields, some 40 bytes, each found by its name. */
export interface Reading {
  /** Number of the sensor: whole, from 0 to 65,535. */
  readonly sensor: number;
  /** Degrees; seven digits are plenty. */
  readonly celsius: number;
  /** Whether the sensor trusted itself. */
  readonly ok: boolean;
}

/** The same readings, a column for each field. */
export interface Columns {
  /** uint16 of shape (n,). */
  readonly sensor: np.NDArray;
  /** float32 of shape (n,). */
  readonly celsius: np.NDArray;
  /** bool of shape (n,). */
  readonly ok: np.NDArray;
}

/**
 * The readings as columns, in their order: 2 + 4 + 1 bytes a reading.
 *
 * Those 7 n bytes are also all the element storage that may be made on the way. `readings.map((r) => r.celsius)`
 * makes a list of n numbers of 8 bytes each, and `np.asarray` of a typed array makes a second one. Make the columns
 * first, and write each number where it belongs: `column.data` is a live typed array over a contiguous array's elements
 * (for bool a Uint8Array of 0 and 1).
 *
 * @param readings from none up
 * @throws {np.OverflowError} when a sensor does not fit into uint16, or is not whole: `sensor 70000 does not fit uint16`
 * @example of [{ sensor: 3, celsius: 20.5, ok: true }]: sensor [3], celsius [20.5], ok [true]
 */
export function toColumns(readings: readonly Reading[]): Columns {
  // TODO: np.empty with the right dtype, three times.
  throw new Error("not implemented");
}
