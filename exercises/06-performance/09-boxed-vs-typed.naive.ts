/** The columns by way of lists: right, and three lists too many. */
import * as np from "@deep-dive/ndarray";

interface Reading {
  readonly sensor: number;
  readonly celsius: number;
  readonly ok: boolean;
}

export function toColumns(readings: readonly Reading[]): {
  sensor: np.NDArray;
  celsius: np.NDArray;
  ok: np.NDArray;
} {
  return {
    sensor: np.asarray(
      readings.map((r) => r.sensor),
      { dtype: "uint16" },
    ),
    celsius: np.asarray(
      readings.map((r) => r.celsius),
      { dtype: "float32" },
    ),
    ok: np.asarray(readings.map((r) => r.ok)),
  };
}
