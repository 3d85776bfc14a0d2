/**
 * Random draws for inputs and cards: the same name and seed give the same values on every machine.
 *
 * Knows numbers only. xoshiro128** by Blackman and Vigna, seeded from a hash of the name.
 */
import { createHash } from "node:crypto";
import type { Draw } from "./topic.ts";

/** A fresh source of inputs of size `n`, named by what it is for. */
export function makeDraw(seed: number, name: string, n: number): Draw {
  const digest = createHash("sha256").update(`${seed}/${name}`).digest();
  const state = new Uint32Array([
    digest.readUInt32LE(0),
    digest.readUInt32LE(4),
    digest.readUInt32LE(8),
    digest.readUInt32LE(12) | 1,
  ]);
  const next = (): number => {
    const [a, b, c, d] = state as unknown as [number, number, number, number]; // four words
    const result = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0;
    state[2] = c ^ a;
    state[3] = d ^ b;
    state[1] = b ^ (c ^ a);
    state[0] = a ^ (d ^ b);
    state[2] = c ^ a ^ (b << 9);
    state[3] = rotl(d ^ b, 11);
    return result;
  };
  const random = (): number => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992; // 53 bits
  const integer = (low: number, high: number): number => low + Math.floor(random() * (high - low));
  return {
    n,
    random,
    integer,
    floats: (count, low = -1, high = 1) =>
      Float64Array.from({ length: count }, () => low + random() * (high - low)),
    integers: (count, low, high) => Int32Array.from({ length: count }, () => integer(low, high)),
  };
}

function rotl(x: number, k: number): number {
  return ((x << k) | (x >>> (32 - k))) >>> 0;
}
