import fc from "fast-check";
import { expect, test } from "vitest";
import { golden, type Spec, scalars } from "../../../test/golden.ts";
import "../../methods/core.ts";
import { toArray, toValues } from "../../array/convert.ts";
import { NDArray } from "../../array/ndarray.ts";
import type { Complex, Scalar } from "../../dtype/dtype.ts";
import { ValueError } from "../../errors.ts";
import { asfortranarray } from "../copying.ts";
import { type Generator, PCG64, SeedSequence, default_rng } from "./random.ts";

test("the same seed gives NumPy's numbers", () => {
  expect(default_rng(42).random()).toBe(0.7739560485559633);
  expect(default_rng(42).integers(0, 10, { size: 5 }).dtype.name).toBe("int32");
  expect(toValues(default_rng(42).integers(0, 10, { size: 5 }))).toEqual([0, 7, 6, 4, 4]);
  expect(toValues(default_rng(42).standard_normal({ size: 2 }))).toEqual([
    0.30471707975443135, -1.0399841062404955,
  ]);
});

test("numbers made by logarithms and exponentials are NumPy's to the last bit", () => {
  expect(default_rng(933555).gumbel({ loc: 0.5, scale: 2.5 })).toBe(4.670858723413267);
  const spread = default_rng(922627).laplace({ loc: 0.5, scale: 1.5, size: 7 });
  expect(toValues(spread)[3]).toBe(1.3221143080582172);
  expect(default_rng(754223).lognormal({ sigma: 1.5 })).toBe(0.18899950531238122);
  expect(default_rng(2743).logistic({ loc: 0.5, scale: 2.5 })).toBe(-3.7825349387552007);
  expect(default_rng(566953).vonmises(0, 1e7)).toBe(-0.00023535863605108793);
  expect(default_rng(572917).standard_t(1.5)).toBe(0.7162780176589656);
});

test("without a seed every generator differs", () => {
  expect(default_rng().random()).not.toBe(default_rng().random());
});

test("a generator, a bit generator and a seed sequence are taken as they are", () => {
  const g = default_rng(1);
  expect(default_rng(g)).toBe(g);
  expect(default_rng(new PCG64(7)).random()).toBe(default_rng(7).random());
  expect(default_rng(new SeedSequence(7)).random()).toBe(default_rng(7).random());
});

test("a seed sequence makes NumPy's words", () => {
  expect([...new SeedSequence(42).generate_state(4)]).toEqual([
    3444837047, 2669555309, 2046530742, 3581440988,
  ]);
});

test("the state can be put back", () => {
  const g = default_rng(3);
  g.integers(0, 10);
  const { state } = g.bit_generator;
  const first = toValues(g.integers(0, 1000, { size: 9 }));
  g.bit_generator.state = state;
  expect(toValues(g.integers(0, 1000, { size: 9 }))).toEqual(first);
});

test("shuffling moves rows, lists too, and reaches the elements through any view", () => {
  const list = [0, 1, 2, 3, 4];
  default_rng(42).shuffle(list);
  expect(list).toEqual([4, 2, 3, 1, 0]);
  const a = toArray([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
  default_rng(42).shuffle(a);
  expect(a.tolist()).toEqual(list.map((x) => [x, x]));
  const back = toArray([0, 1, 2, 3, 4]).get("::-1");
  default_rng(42).shuffle(back);
  expect(back.tolist()).toEqual(list.map((x) => 4 - x));
});

test("a permutation holds what was there", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.integer({ min: -9, max: 9 })), (seed, list) => {
      const moved = toValues(default_rng(seed).permutation(list)).map(Number);
      expect(moved.sort((x, y) => x - y)).toEqual(list.toSorted((x, y) => x - y));
    }),
  );
});

test("elements are permuted in the order they have in memory, as NumPy's are", () => {
  const f = asfortranarray([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  const mixed = default_rng(3).permuted(f);
  expect(mixed.tolist()).toEqual([
    [1, 2, 4],
    [5, 3, 0],
  ]);
  expect(mixed.strides).toEqual([8, 16]);
  expect(default_rng(3).permuted(f.get(":", "::2")).tolist()).toEqual([
    [5, 3],
    [2, 0],
  ]);
});

test("parameters are looked at before the size, and in NumPy's words", () => {
  const g = default_rng(1);
  const refused = [
    [() => g.geometric(0, { size: -1 }), "p <= 0, p > 1 or p contains NaNs"],
    [() => g.geometric(0.5, { size: -1 }), "negative dimensions are not allowed"],
    [() => g.zipf([1.5, 0.5]), "a <= 1 or a contains NaNs"],
    [() => g.zipf(0.5), "a <= 1 or a is NaN"],
    [() => g.binomial(-1, 2), "p < 0, p > 1 or p is NaN"],
    [() => g.hypergeometric(-1, 2, 3), "ngood + nbad < nsample"],
    [() => g.triangular([1, 2], 1, 4, { size: [0] }), "left > mode"],
    [() => g.triangular(1, 1, 1, { size: 0 }), "left == right"],
    [() => g.multinomial(-1, [-0.5, 0.6]), "pvals < 0, pvals > 1 or pvals contains NaNs"],
    [() => g.integers(0), "high <= 0"],
    [() => g.integers(-1, undefined, { endpoint: true }), "high < 0"],
    [
      () => g.normal({ loc: [1, 2], size: 3 }),
      "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (3,) and arg 1 with shape (2,).",
    ],
    [
      () => g.normal({ loc: [1, 2], size: [2, 1] }),
      "Output size (2, 1) is not compatible with broadcast dimensions of inputs (2, 2).",
    ],
  ] as const;
  for (const [run, message] of refused) expect(run).toThrow(new ValueError(message));
  expect(g.integers(3, 2, { size: 0 }).size).toBe(0);
  const other = { method: "x" as "inv" };
  expect(default_rng(1).standard_exponential(other)).toBe(
    default_rng(1).standard_exponential({ method: "inv" }),
  );
});

test("integers stay in their range", () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      (seed, low, range) => {
        const high = low + range < 2n ** 63n ? low + range : 2n ** 63n - 1n;
        const draws = default_rng(seed).integers(low, high, {
          size: 5,
          dtype: "int64",
          endpoint: true,
        });
        for (const x of toValues(draws))
          expect(Number(x) >= Number(low) && Number(x) <= Number(high)).toBe(true);
      },
    ),
  );
});

test("choice without replacement repeats nothing", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 50 }), (seed, n) => {
      const drawn = toValues(default_rng(seed).choice(n, { size: n, replace: false }));
      expect(new Set(drawn).size).toBe(n);
    }),
  );
});

test("a count that int64 cannot hold is the largest one", () => {
  expect(default_rng(5).geometric(1e-300)).toBe(2n ** 63n - 1n);
  const many = default_rng(5).geometric(1e-300, { size: 2 });
  expect(toValues(many)).toEqual([2n ** 63n - 1n, 2n ** 63n - 1n]);
});

test("choice draws from more integers than int32 holds", () => {
  const rng = default_rng(5);
  const drawn = [
    rng.choice(2 ** 32, { size: 2 }),
    rng.choice(2 ** 40, { size: 2 }),
    rng.choice(3e9, { size: 2, replace: false }),
    rng.choice(2 ** 40, { size: 2, replace: false }),
  ];
  expect(drawn.map((a) => toValues(a))).toEqual([
    [2881021352n, 3457461230n],
    [888340292869n, 566606446456n],
    [1890702090n, 857404139n],
    [449121038994n, 421518542150n],
  ]);
});

test("choice takes entries along an axis", () => {
  const a = toArray([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(default_rng(42).choice(a, { axis: 1, size: 2 }) instanceof NDArray && true).toBe(true);
  expect((default_rng(42).choice(a, { axis: 1, size: 2 }) as NDArray).shape).toEqual([2, 2]); // size was given
});

test("out receives the numbers", () => {
  const out = toArray([0, 0, 0]);
  expect(default_rng(42).random({ out })).toBe(out);
  expect(toValues(out)[0]).toBe(0.7739560485559633);
});

const g = (): Generator => default_rng(0);
const refused: [() => unknown, string, string][] = [
  [() => g().integers(5, 5), "ValueError", "low >= high"],
  [() => g().integers(5, 4, { endpoint: true }), "ValueError", "low > high"],
  [() => g().integers(0, 300, { dtype: "uint8" }), "ValueError", "high is out of bounds for uint8"],
  [() => g().integers(-1, 3, { dtype: "uint8" }), "ValueError", "low is out of bounds for uint8"],
  [
    () => g().integers(0, 3, { dtype: "float64" }),
    "TypeError",
    "Unsupported dtype dtype('float64') for integers",
  ],
  [() => g().uniform({ low: 3, high: 1 }), "ValueError", "high - low < 0"],
  [
    () => g().uniform({ low: 0, high: Infinity }),
    "OverflowError",
    "high - low range exceeds valid bounds",
  ],
  [() => g().normal({ scale: -1 }), "ValueError", "scale < 0"],
  [() => g().normal({ scale: [1, -1] }), "ValueError", "scale < 0"],
  [() => g().poisson({ lam: -1 }), "ValueError", "lam < 0 or lam is NaN"],
  [() => g().poisson({ lam: 1e20 }), "ValueError", "lam value too large"],
  [() => g().binomial(5, 1.5), "ValueError", "p < 0, p > 1 or p is NaN"],
  [() => g().beta(0, 1), "ValueError", "a <= 0"],
  [
    () => g().choice(3, { size: 5, replace: false }),
    "ValueError",
    "Cannot take a larger sample than population when replace is False",
  ],
  [() => g().choice(0), "ValueError", "a must be a positive integer unless no samples are taken"],
  [() => g().choice(2.5), "ValueError", "a must be a sequence or an integer, not <class 'float'>"],
  [() => g().choice([1, 2], { p: [0.5, 0.6] }), "ValueError", "Probabilities do not sum to 1."],
  [
    () => g().choice([1, 2], { p: [-0.5, 1.5] }),
    "ValueError",
    "Probabilities are not non-negative",
  ],
  [() => g().choice([1, 2], { p: [0.5, 0.5, 0] }), "ValueError", "a and p must have same size"],
  [
    () => g().choice([1, 2], { size: 2, replace: false, p: [0, 1] }),
    "ValueError",
    "Fewer non-zero entries in p than size",
  ],
  [
    () => g().random({ size: 3, out: toArray([1, 2]) }),
    "ValueError",
    "size must match out.shape when used together",
  ],
  [
    () => g().random({ dtype: "int32" as "float32" }),
    "TypeError",
    "Unsupported dtype dtype('int32') for random",
  ],
  [() => g().random({ size: -1 }), "ValueError", "negative dimensions are not allowed"],
  [
    () => g().shuffle(toArray([[1]]), { axis: 2 }),
    "AxisError",
    "axis 2 is out of bounds for array of dimension 2",
  ],
  [() => default_rng(-1), "ValueError", "expected non-negative integer"],
  [
    () => default_rng(1.5),
    "TypeError",
    "SeedSequence expects int or sequence of ints for entropy not 1.5",
  ],
];

test("nonsense is refused in NumPy's words", () => {
  for (const [run, name, sentence] of refused) {
    expect(run).toThrow(sentence);
    expect(run).toThrow(expect.objectContaining({ name }));
  }
});

interface Program {
  readonly seed: string | string[];
  readonly spawned: number | null;
  readonly exact: boolean;
  readonly calls: readonly {
    name: string;
    args: unknown[];
    kw: Record<string, unknown>;
    result: Spec | number[];
  }[];
  readonly state: string;
}

test("programs of calls give NumPy's numbers and leave NumPy's state", () => {
  for (const { seed, spawned, exact, calls, state } of golden<Program>("random.jsonl")) {
    let rng = default_rng(typeof seed === "string" ? BigInt(seed) : seed.map(BigInt));
    if (spawned !== null) rng = rng.spawn(3)[spawned]!;
    for (const { name, args, kw, result } of calls) {
      const method = Reflect.get(rng, name) as (...args: unknown[]) => unknown; // the oracle's names are the methods'
      const label = `${String(seed)} ${name} ${JSON.stringify(args).slice(0, 80)} ${JSON.stringify(kw).slice(0, 80)}`;
      const exactArgs =
        name === "integers" ? args.map((x) => (typeof x === "string" ? BigInt(x) : x)) : args;
      const got = method.call(rng, ...exactArgs, kw);
      if (Array.isArray(result)) expect([...(got as Uint8Array)], label).toEqual(result);
      else compare(got, result, exact, label);
    }
    expect(String(rng.bit_generator.state.state.state), String(seed)).toBe(state);
  }
});

function compare(got: unknown, want: Spec, exact: boolean, label: string): void {
  const values: Scalar[] =
    got instanceof NDArray ? toValues(got) : [got as Exclude<Scalar, Complex>]; // nothing drawn is complex
  if (got instanceof NDArray) expect([...got.shape], label).toEqual(want.shape);
  if (got instanceof NDArray && exact) expect(got.dtype.name, label).toBe(want.dtype);
  const expected = scalars(want);
  if (exact) expect(values, label).toEqual(expected);
  else
    values.forEach((x, i) =>
      expect(Math.abs(Number(x) - Number(expected[i])), label).toBeLessThanOrEqual(
        1e-12 * Math.abs(Number(expected[i])),
      ),
    );
}
