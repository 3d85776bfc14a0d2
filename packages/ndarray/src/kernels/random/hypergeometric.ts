/**
 * Sampling without replacement: how many of a sample are of one kind.
 *
 * Rules: Stadlober, The ratio of uniforms approach for generating discrete random variates, 1990
 */
import { masked32 } from "./bounded.ts";
import type { Pcg64 } from "./pcg64.ts";

/** How many good ones a sample of `good + bad` holds. All three are whole and below 2^31. */
export function hypergeometric(bits: Pcg64, good: number, bad: number, sample: number): number {
  return sample >= 10 && sample <= good + bad - 10
    ? byRatio(bits, good, bad, sample)
    : oneByOne(bits, good, bad, sample);
}

function oneByOne(bits: Pcg64, good: number, bad: number, sample: number): number {
  const total = good + bad;
  const isMost = sample > Math.floor(total / 2); // then those left behind are drawn
  let drawn = isMost ? total - sample : sample;
  let left = total;
  let goodLeft = good;
  for (; drawn > 0 && goodLeft > 0 && left > goodLeft; drawn--) {
    left -= 1;
    if (masked32(bits, left) < goodLeft) goodLeft -= 1;
  }
  if (left === goodLeft) goodLeft -= drawn;
  return isMost ? goodLeft : good - goodLeft;
}

const WIDTH = 1.7155277699214135; // 2 * sqrt(2 / e)
const EXTRA = 0.8989161620588988; // 3 - 2 * sqrt(3 / e)

function byRatio(bits: Pcg64, good: number, bad: number, sample: number): number {
  const total = good + bad;
  const drawn = Math.min(sample, total - sample);
  const [few, many] = [Math.min(good, bad), Math.max(good, bad)];
  const [p, q] = [few / total, many / total];
  const middle = drawn * p + 0.5;
  const spread = Math.sqrt(((total - drawn) * drawn * p * q) / (total - 1) + 0.5);
  const width = WIDTH * spread + EXTRA;
  const mode = Math.floor(((drawn + 1) * (few + 1)) / (total + 2));
  const weight = (k: number): number =>
    logFactorial(k) +
    logFactorial(few - k) +
    logFactorial(drawn - k) +
    logFactorial(many - drawn + k);
  const most = weight(mode);
  const bound = Math.min(Math.min(drawn, few) + 1, Math.floor(middle + 16 * spread));
  for (;;) {
    const u = bits.nextDouble();
    const v = bits.nextDouble();
    const x = middle + (width * (v - 0.5)) / u;
    if (x < 0 || x >= bound) continue;
    const k = Math.floor(x);
    const t = most - weight(k);
    if (u * (4 - u) - 3 > t && (u * (u - t) >= 1 || 2 * Math.log(u) > t)) continue;
    const ofGood = good > bad ? drawn - k : k;
    return drawn < sample ? good - ofGood : ofGood;
  }
}

const TABLE = logFactorials(126);

function logFactorials(count: number): Float64Array {
  const logs = new Float64Array(count);
  let product = 1n;
  for (let k = 2; k < count; k++) {
    product *= BigInt(k);
    logs[k] = Math.log(Number(product)); // of the product, not a sum of logarithms: it is rounded once
  }
  return logs;
}

const HALF_LOG_2PI = 0.9189385332046728;

function logFactorial(k: number): number {
  if (k < TABLE.length) return TABLE[k]!;
  return (k + 0.5) * Math.log(k) - k + (HALF_LOG_2PI + (1 / k) * (1 / 12 - 1 / (360 * k * k)));
}
