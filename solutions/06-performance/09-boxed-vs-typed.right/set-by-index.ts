// Writes through set, one element at a time.
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
  const celsius = np.empty([n], { dtype: "float32" });
  const ok = np.empty([n], { dtype: "bool" });
  for (const [i, reading] of readings.entries()) {
    const id = reading.sensor;
    // A typed array would wrap in silence.
    if (!Number.isInteger(id) || id < 0 || id > 0xffff)
      throw new np.OverflowError(`sensor ${id} does not fit uint16`);
    sensor.set([i], id);
    celsius.set([i], reading.celsius);
    ok.set([i], reading.ok);
  }
  return { sensor, celsius, ok };
}
