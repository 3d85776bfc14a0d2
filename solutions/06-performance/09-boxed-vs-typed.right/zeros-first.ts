// Starts from zeros and a counter.
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
  const sensor = np.zeros([n], { dtype: "uint16" });
  const celsius = np.empty([n], { dtype: "float32" });
  const ok = np.zeros(n, { dtype: np.bool });
  // Typed arrays over the columns' own bytes: assigning casts, and nothing is allocated.
  const [s, c, o] = [sensor.data, celsius.data, ok.data];
  for (let i = 0; i < n; i++) {
    const reading = readings[i]!;
    const id = reading.sensor;
    // A typed array would wrap in silence.
    if (!Number.isInteger(id) || id < 0 || id > 0xffff)
      throw new np.OverflowError(`sensor ${id} does not fit uint16`);
    s[i] = id;
    c[i] = reading.celsius;
    if (reading.ok) o[i] = 1;
  }
  return { sensor, celsius, ok };
}
