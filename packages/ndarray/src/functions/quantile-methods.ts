/**
 * The thirteen ways to place a quantile between sorted elements.
 *
 * Knows numbers only: of `n` sorted elements, where the part `q` lies, and how two neighbours are mixed there.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages", 1996;
 * https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 */
import { ValueError } from "../errors.ts";

/** Where a quantile lies: on an element, or between two of them. */
export interface Place {
  readonly low: number;
  readonly high: number;
  /** What part of the way from the lower to the higher one. */
  readonly part: number;
}

export interface QuantileMethod {
  /** Whether the result is always one of the elements, so that it keeps their dtype. */
  readonly isDiscrete: boolean;
  /** The place of `q` (0 to 1) among `n` elements, counted from 0; may lie outside. */
  readonly index: (n: number, q: number) => number;
  /** How much of the higher neighbour is mixed in, from the fraction of the index. */
  readonly part: (fraction: number, index: number) => number;
}

export type QuantileMethodName =
  | "inverted_cdf"
  | "averaged_inverted_cdf"
  | "closest_observation"
  | "interpolated_inverted_cdf"
  | "hazen"
  | "weibull"
  | "linear"
  | "median_unbiased"
  | "normal_unbiased"
  | "lower"
  | "higher"
  | "midpoint"
  | "nearest";

const asIs = (fraction: number): number => fraction;

/** Continuous positions of Hyndman and Fan, by their two plotting constants. */
function plotting(alpha: number, beta: number): QuantileMethod {
  return {
    isDiscrete: false,
    index: (n, q) => n * q + (alpha + q * (1 - alpha - beta)) - 1,
    part: asIs,
  };
}

function discrete(index: (n: number, q: number) => number): QuantileMethod {
  return { isDiscrete: true, index, part: () => 0 };
}

const METHODS: Readonly<Record<QuantileMethodName, QuantileMethod>> = {
  inverted_cdf: discrete((n, q) => Math.ceil(n * q - 1)),
  averaged_inverted_cdf: {
    isDiscrete: false,
    index: (n, q) => n * q - 1,
    part: (fraction) => (fraction === 0 ? 0.5 : 1),
  },
  closest_observation: discrete((n, q) => {
    const index = n * q - 1.5;
    const low = Math.floor(index);
    return index === low && Math.abs(low % 2) === 1 ? low : low + 1; // counted from 1 the even neighbour wins
  }),
  interpolated_inverted_cdf: plotting(0, 1),
  hazen: plotting(0.5, 0.5),
  weibull: plotting(0, 0),
  linear: { isDiscrete: false, index: (n, q) => (n - 1) * q, part: asIs },
  median_unbiased: plotting(1 / 3, 1 / 3),
  normal_unbiased: plotting(3 / 8, 3 / 8),
  lower: discrete((n, q) => Math.floor((n - 1) * q)),
  higher: discrete((n, q) => Math.ceil((n - 1) * q)),
  midpoint: {
    isDiscrete: false,
    index: (n, q) => 0.5 * (Math.floor((n - 1) * q) + Math.ceil((n - 1) * q)),
    part: (_, index) => (index % 1 === 0 ? 0 : 0.5),
  },
  nearest: discrete((n, q) => {
    const index = (n - 1) * q;
    const low = Math.floor(index);
    return index - low === 0.5 ? low + Math.abs(low % 2) : Math.round(index); // halves go to the even neighbour
  }),
};

/** @throws {ValueError} when there is no such method */
export function quantileMethod(name: string): QuantileMethod {
  if (Object.hasOwn(METHODS, name)) return METHODS[name as QuantileMethodName]; // hasOwn has just told
  const names = Object.keys(METHODS).map((key) => `'${key}'`);
  throw new ValueError(
    `'${name}' is not a valid method. Use one of: dict_keys([${names.join(", ")}])`,
  );
}

/** Where `q` lies among `n` sorted elements. */
export function placeOf(method: QuantileMethod, n: number, q: number): Place {
  const index = method.index(n, q);
  if (index >= n - 1) return { low: n - 1, high: n - 1, part: 0 };
  if (index < 0) return { low: 0, high: 0, part: 0 };
  const low = Math.floor(index);
  return { low, high: method.isDiscrete ? low : low + 1, part: method.part(index - low, index) };
}

/**
 * `part` of the way from `a` to `b`; from the nearer end, so that rounding errors are alike on both sides.
 *
 * Beside an infinity that is nan, even where the part is none of the way, as in NumPy.
 */
export function mix(a: number, b: number, part: number): number {
  const difference = b - a;
  return part >= 0.5 ? b - difference * (1 - part) : a + difference * part;
}
