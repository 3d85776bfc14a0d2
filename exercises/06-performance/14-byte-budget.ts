/**
 * Store numbers in one byte each, and know how wrong that makes them.
 *
 * This is called quantization. Audio, images and the weights of language models are kept so.
 */

/** Numbers in one byte each, and what is needed to turn them back. */
export interface Packed {
  /** One code for each number: 0 is `low`, 255 is `low + 255 * step`. */
  readonly codes: Uint8Array;
  /** What code 0 means. */
  readonly low: number;
  /** How far apart two neighbouring codes mean. */
  readonly step: number;
}

/**
 * The numbers as codes from 0 to 255, spread over the range that they have.
 *
 * `low` is the smallest number, and `step` a 255th of the distance to the largest. Each number gets the NEAREST code, so
 * that none is off by more than half a step. That is the limit; the other one is one byte a number, and nothing on the way.
 *
 * @param x finite numbers. Without any, `low` and `step` are 0; where all are the same, `step` is 0, and so are the codes
 */
export function pack(x: Float64Array): Packed {
  // TODO: find the range first. What does a Uint8Array do with 254.6 when you assign it, and with 256?
  throw new Error("not implemented");
}

/**
 * The numbers that the codes stand for: `low + code * step`.
 *
 * @returns a fresh Float64Array, as long as the codes
 */
export function unpack(packed: Packed): Float64Array {
  // TODO: one line.
  throw new Error("not implemented");
}
