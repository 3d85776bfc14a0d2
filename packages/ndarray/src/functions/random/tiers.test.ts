import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import "../../methods/core.ts";
import { toArray, toValues } from "../../array/convert.ts";
import { zeroArray } from "../../array/make.ts";
import { NDArray } from "../../array/ndarray.ts";
import { float64 } from "../../dtype/dtype.ts";
import { patience } from "../../kernels/random/patience.ts";
import { type Tier, setTier } from "../../kernels/tier.ts";
import { type Generator, default_rng } from "./random.ts";

const { numbers } = patience;
beforeAll(() => {
  patience.numbers = 0;
});
afterAll(() => {
  patience.numbers = numbers;
});
afterEach(() => {
  setTier(undefined);
});

type Step = (rng: Generator) => unknown;

/** Everything that a program draws, and the state behind every step. */
function run(tier: Tier | undefined, seed: number, program: readonly Step[]): unknown[] {
  setTier(tier);
  const rng = default_rng(seed);
  return program.map((step) => {
    const drawn = step(rng);
    const values = drawn instanceof NDArray ? toValues(drawn) : drawn;
    return [values, rng.bit_generator.state];
  });
}

const sizes = fc.integer({ min: 0, max: 40 });
const many = fc.integer({ min: 0, max: 900 });
const dtypes = fc.constantFrom("float64", "float32");

const standard = fc.record({ size: fc.oneof(sizes, many), dtype: dtypes }).chain((options) =>
  fc.constantFrom<Step>(
    (rng) => rng.random(options),
    (rng) => rng.standard_normal(options),
    (rng) => rng.standard_exponential(options),
    (rng) => rng.random({ out: zeroArray([options.size], float64) }),
  ),
);

const LIMITS = {
  bool: [0n, 1n],
  int8: [-(2n ** 7n), 2n ** 7n - 1n],
  uint8: [0n, 2n ** 8n - 1n],
  int16: [-(2n ** 15n), 2n ** 15n - 1n],
  uint16: [0n, 2n ** 16n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
} as const;

const integers = fc
  .constantFrom(...(Object.keys(LIMITS) as (keyof typeof LIMITS)[])) // its own keys
  .chain((dtype) => {
    const [min, max] = LIMITS[dtype];
    const bound = fc.oneof(fc.bigInt({ min, max }), fc.constantFrom(min, max));
    return fc.record({ dtype: fc.constant(dtype), ends: fc.tuple(bound, bound), size: sizes });
  })
  .map(({ dtype, ends, size }): Step => {
    const [low, high] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
    return (rng) => rng.integers(low, high, { size, dtype, endpoint: true });
  });

const scaled = fc
  .record({ size: sizes, low: fc.integer({ min: -9, max: 9 }), by: fc.integer({ min: 0, max: 9 }) })
  .chain(({ size, low, by }) =>
    fc.constantFrom<Step>(
      (rng) => rng.uniform({ low, high: low + by, size }),
      (rng) => rng.normal({ loc: low, scale: by, size }),
      (rng) => rng.exponential({ scale: by, size }),
      (rng) => rng.lognormal({ mean: low, sigma: by, size }),
      (rng) => rng.laplace({ loc: low, scale: by, size }),
      (rng) => rng.gumbel({ loc: low, scale: by, size }),
      (rng) => rng.logistic({ loc: low, scale: by, size }),
      (rng) => rng.rayleigh({ scale: by, size }),
      (rng) => rng.pareto(by + 1, { size }),
      (rng) => rng.power(by + 1, { size }),
    ),
  );

const orders = sizes.chain((n) =>
  fc.constantFrom<Step>(
    (rng) => rng.permutation(n),
    (rng) => rng.permutation(toArray(Array.from({ length: n }, (_, k) => ({ re: k, im: -k })))),
    (rng) => rng.permuted([Array.from({ length: n }, (_, k) => k)], { axis: 1 }),
    (rng) => rng.permuted(Array.from({ length: n }, (_, k) => [k, k]).slice(1), { axis: 0 }),
    (rng) => {
      const bytes = toArray(Uint8Array.from({ length: n }, (_, k) => k));
      rng.shuffle(bytes);
      return bytes;
    },
    (rng) => rng.choice(n + 1, { size: n }),
    (rng) => rng.choice(n + 1, { size: n, replace: false }),
    (rng) => rng.choice(10_001 + n, { size: 600, replace: false, shuffle: n % 2 === 0 }),
    (rng) => rng.bytes(n),
  ),
);

const single = fc.constantFrom<Step>(
  (rng) => rng.random(),
  (rng) => rng.random({ dtype: "float32" }),
  (rng) => rng.standard_normal(),
  (rng) => rng.integers(0, 10),
  (rng) => rng.bit_generator.random_raw(),
  (rng) => rng.poisson({ lam: 3 }),
);

const steps = fc.oneof(standard, integers, scaled, orders, single);

test("kernels draw the numbers that the loops in JS draw, and leave the same state, whatever came before", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(steps, { minLength: 1, maxLength: 8 }), (seed, program) => {
      expect(run(undefined, seed, program)).toEqual(run("js", seed, program));
    }),
  );
});

test("kernels draw the rare numbers of the ziggurats too", () => {
  for (const dtype of ["float64", "float32"] as const) {
    const program: Step[] = [
      (rng) => rng.standard_normal({ size: 50_000, dtype }),
      (rng) => rng.standard_exponential({ size: 50_000, dtype }),
    ];
    const drawn = run(undefined, 7, program);
    expect(drawn).toEqual(run("js", 7, program));
    const [[normals], [exponentials]] = drawn as [[number[]], [number[]]]; // as `run` gives them
    expect(Math.max(...normals)).toBeGreaterThan(3.6541528853610088);
    expect(Math.min(...normals)).toBeLessThan(-3.6541528853610088);
    expect(Math.max(...exponentials)).toBeGreaterThan(7.697117470131050077);
  }
});

/** The state before the one given, or before that. */
function stepsBack(state: bigint, inc: bigint, count: number): bigint {
  const multiplier = 0x2360ed051fc65da44385df649fccf645n;
  let inverse = multiplier; // right in three bits, and in twice as many after each round
  for (let round = 0; round < 6; round++)
    inverse = BigInt.asUintN(128, inverse * (2n - multiplier * inverse));
  let back = state;
  for (let k = 0; k < count; k++) back = BigInt.asUintN(128, (back - inc) * inverse);
  return back;
}

test("a zero that a formula cannot take is drawn again, wherever it comes", () => {
  for (const place of [0, 3, 8, 9]) {
    const program: Step[] = [
      (rng) => {
        const { state } = rng.bit_generator;
        const { inc } = state.state;
        const zero = (1n << 64n) | 1n; // its halves are equal
        const start = stepsBack(zero, inc, place + 1);
        rng.bit_generator.state = { ...state, state: { state: start, inc } };
      },
      (rng) => rng.logistic({ size: 9 }),
    ];
    const drawn = run(undefined, 1, program);
    expect(drawn).toEqual(run("js", 1, program));
    expect((drawn[1] as [number[]])[0].every(Number.isFinite)).toBe(true); // as `run` gives it
  }
});

test("a view that is no line of memory is filled by the same numbers", () => {
  const every = toArray([0, 1, 2, 3, 4, 5, 6, 7]).get("::2");
  default_rng(5).shuffle(every);
  const line = toArray([0, 2, 4, 6]);
  default_rng(5).shuffle(line);
  expect(every.tolist()).toEqual(line.tolist());
});
