import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { golden, number } from "../../test/golden.ts";
import { PLACES, enter, hasPlace, leave } from "../../test/places.ts";
import { ulpsBetween } from "../../test/ulps.ts";
import * as np from "../index.ts";

interface Sample {
  readonly fn: string;
  readonly inputs: readonly (readonly number[])[];
  readonly output: readonly unknown[];
}

const samples = golden<Sample>("accuracy.jsonl");

/** The worst distance of any element from the exact result, rounded. */
function worst({ fn, inputs, output }: Sample): number {
  const ufunc = (np as unknown as Record<string, (...x: unknown[]) => np.NDArray>)[fn]!; // by name, as the oracle wrote it
  const got = ufunc(...inputs.map((x) => np.asarray(x))).tolist() as number[];
  return Math.max(...got.map((x, k) => ulpsBetween(x, number(output[k]))));
}

describe.each(PLACES.filter(hasPlace))('in "%s"', (place) => {
  beforeAll(() => enter(place));
  afterAll(leave);

  test.each(samples)("$fn is within 2 ulp at random bit patterns", (sample) => {
    expect(worst(sample)).toBeLessThanOrEqual(2);
  });
});
