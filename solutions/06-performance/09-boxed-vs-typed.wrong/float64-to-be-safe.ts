// caught by: worked examples > the dtypes are uint16, float32 and bool
// Keeps the temperatures in float64: eight bytes for three digits.
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
  const n = readings.length;
  const sensor = np.empty([n], { dtype: "uint16" });
  const celsius = np.empty([n], { dtype: "float64" });
  const ok = np.empty([n], { dtype: "bool" });
  // Typed arrays over the columns' own bytes: assigning casts, and nothing is allocated.
  const [s, c, o] = [sensor.data, celsius.data, ok.data];
  for (const [i, reading] of readings.entries()) {
    const id = reading.sensor;
    // A typed array would wrap in silence.
    if (!Number.isInteger(id) || id < 0 || id > 0xffff)
      throw new np.OverflowError(`sensor ${id} does not fit uint16`);
    s[i] = id;
    c[i] = reading.celsius;
    o[i] = Number(reading.ok);
  }
  return { sensor, celsius, ok };
}
