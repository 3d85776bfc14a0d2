// caught by: bytes
// Fills typed arrays, and hands them to asarray, which copies them.
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
  const [s, c, o] = [new Uint16Array(n), new Float32Array(n), new Uint8Array(n)];
  for (const [i, reading] of readings.entries()) {
    const id = reading.sensor;
    // A typed array would wrap in silence.
    if (!Number.isInteger(id) || id < 0 || id > 0xffff)
      throw new np.OverflowError(`sensor ${id} does not fit uint16`);
    s[i] = id;
    c[i] = reading.celsius;
    o[i] = Number(reading.ok);
  }
  return { sensor: np.asarray(s), celsius: np.asarray(c), ok: np.asarray(o).view("bool") };
}
