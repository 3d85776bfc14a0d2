// caught by: bytes
// Three lists of boxed numbers, and then the columns.
import * as np from "@deep-dive/ndarray";

export interface Reading {
  readonly sensor: number;
  readonly celsius: number;
  readonly ok: boolean;
}

export interface Columns {
  readonly sensor: np.NDArray;
  readonly celsius: np.NDArray;
  readonly ok: np.NDArray;
}

export function toColumns(readings: readonly Reading[]): Columns {
  const bad = readings.find(({ sensor: s }) => !Number.isInteger(s) || s < 0 || s > 65_535);
  if (bad !== undefined) throw new np.OverflowError(`sensor ${bad.sensor} does not fit uint16`);
  return {
    sensor: np.asarray(
      readings.map((r) => r.sensor),
      { dtype: "uint16" },
    ),
    celsius: np.asarray(
      readings.map((r) => r.celsius),
      { dtype: "float32" },
    ),
    ok: np.asarray(
      readings.map((r) => r.ok),
      { dtype: "bool" },
    ),
  };
}
