import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { ulpsBetween } from "../../../test/ulps.ts";
import { float32, float64 } from "../../dtype/dtype.ts";
import { heapMemory } from "../../memory/heap-memory.ts";
import { heldBytes, letGo } from "../held-bytes.ts";
import { hypot } from "../js/hypot.ts";
import { power } from "../js/power.ts";
import { type Tier, setTier } from "../tier.ts";
import { wasmLoop } from "./loops.ts";

interface Golden {
  readonly name: string;
  /** x, and the exact value as a sum of two doubles. */
  readonly points: readonly (readonly [x: number, high: number, low: number])[];
}

const file = new URL("../../../test/golden/elementary.jsonl", import.meta.url);
const golden = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Golden); // as oracle/elementary.py wrote it
const memory = heapMemory()!.memory;

afterEach(() => {
  setTier(undefined);
  letGo();
});

/** The kernel's results for `xs`, and for the same elements two apart, one by one. */
function results(name: string, char: "f" | "d", xs: readonly number[]): number[] {
  const dtype = char === "d" ? float64 : float32;
  const { itemsize } = dtype;
  const nbytes = xs.length * itemsize;
  const [from, to] = [heldBytes(nbytes), heldBytes(nbytes)];
  const view = memory.view(dtype) as Float64Array; // floats of either width
  view.set(xs, from / itemsize);
  wasmLoop(name, `${char}->${char}`)!.row(from, itemsize, to, itemsize, xs.length);
  return Array.from(view.subarray(to / itemsize, to / itemsize + xs.length));
}

function ulp(x: number): number {
  const size = Math.abs(x);
  return size < 2 ** -1022 ? 2 ** -1074 : 2 ** (Math.floor(Math.log2(size)) - 52);
}

describe.each<Tier>(["wasm", "wasm-fma"])("%s", (tier) => {
  test.each(golden.map((g) => [g.name, g] as const))(
    "%s is within 2 ulp of the exact value",
    (name, { points }) => {
      setTier(tier);
      const found = results(
        name,
        "d",
        points.map(([x]) => x),
      );
      const errors = points.map(([x, high, low], k) => ({
        x,
        got: found[k]!,
        error: Math.abs(found[k]! - high - low) / ulp(high),
      }));
      expect(errors.filter(({ error }) => !(error <= 2))).toEqual([]);
    },
  );

  test.each(golden.map((g) => [g.name, g] as const))(
    "%s of float32 is within 1 ulp of the double's value, rounded",
    (name, { points }) => {
      setTier(tier);
      const xs = points.map(([x]) => Math.fround(x));
      const exact = results(name, "d", xs).map(Math.fround);
      const found = results(name, "f", xs);
      const off = xs.map((x, k) => ({ x, off: ulpsBetween(found[k]!, exact[k]!, "float32") }));
      expect(off.filter((o) => !(o.off <= 1))).toEqual([]);
    },
  );

  test.each(["sin", "cos"])("%s of float32 is within 2 ulp near multiples of pi/2", (name) => {
    setTier(tier);
    const xs = Array.from({ length: 320 * 9 }, (_, k) => {
      const near = Math.fround((Math.floor(k / 9) * Math.PI) / 2);
      return Math.fround(near * (1 + ((k % 9) - 4) * 2 ** -23));
    });
    const exact = results(name, "d", xs).map(Math.fround);
    const found = results(name, "f", xs);
    const off = xs.map((x, k) => ({ x, off: ulpsBetween(found[k]!, exact[k]!, "float32") }));
    expect(off.filter((o) => !(o.off <= 2))).toEqual([]);
  });

  test.each(specialCases())(
    "%s has the special values of C's, alone or in a row",
    (name, cases) => {
      setTier(tier);
      for (const char of ["d", "f"] as const) {
        for (const [x, y] of cases) {
          const expected = char === "f" ? Math.fround(y) : y;
          for (const n of [1, 16]) {
            const row = Array<number>(n);
            expect(results(name, char, row.fill(x))).toEqual(row.fill(expected));
          }
        }
      }
    },
  );
});

const SPECIAL = [0, -0, 1, -1, 2, -2, 3, 0.5, 1e-320, 1e300, -1e300, Infinity, -Infinity, NaN];

describe.each<Tier>(["wasm", "wasm-fma"])("%s, of two operands", (tier) => {
  test.each([
    ["power", power],
    ["hypot", hypot],
    ["arctan2", Math.atan2],
  ] as const)("%s of special values is within 1 ulp of the host's", (name, host) => {
    setTier(tier);
    const pairs = SPECIAL.flatMap((x) => SPECIAL.map((y) => [x, y] as const));
    const n = 3 * pairs.length;
    const [x, y, out] = [0, 1, 2].map(() => heldBytes(8 * n)) as [number, number, number]; // three
    const view = memory.view(float64) as Float64Array;
    // Between ordinary pairs, so that both ways through the kernel are taken.
    for (let k = 0; k < n; k++) {
      const [a, b] = k % 3 === 0 ? pairs[k / 3]! : [1.5, 2];
      view[x / 8 + k] = a;
      view[y / 8 + k] = b;
    }
    wasmLoop(name, "dd->d")!.row(x, 8, y, 8, out, 8, n);
    const found = pairs.map((_, k) => view[out / 8 + 3 * k]);
    const off = pairs.map(([a, b], k) => ({ a, b, off: ulpsBetween(found[k]!, host(a, b)) }));
    expect(off.filter((o) => !(o.off <= 1))).toEqual([]);
  });

  test.each(["power", "remainder", "floor_divide", "fmod", "hypot", "arctan2"])(
    "no result of %s depends on where its element lies",
    (name) => {
      setTier(tier);
      const loop = wasmLoop(name, "dd->d");
      if (loop === null) return; // division needs FMA
      const n = 200;
      const [x, y, row, alone] = [0, 1, 2, 3].map(() => heldBytes(8 * n)) as [
        ...[number, number, number, number],
      ]; // four
      const view = memory.view(float64) as Float64Array;
      for (let k = 0; k < n; k++) {
        view[x / 8 + k] = (k % 3 === 0 ? -1 : 1) * (0.37 + k * 1.01);
        view[y / 8 + k] = k % 40 < 16 ? 2 : k < 100 ? (k % 9) - 4 : k / 30 - 3;
      }
      loop.row(x, 8, y, 8, row, 8, n);
      for (let k = 0; k < n; k++) loop.row(x + 8 * k, 8, y + 8 * k, 8, alone + 8 * k, 8, 1);
      expect(view.slice(row / 8, row / 8 + n)).toEqual(view.slice(alone / 8, alone / 8 + n));
    },
  );

  test("powers of negative numbers have the sign of odd exponents", () => {
    setTier(tier);
    const cases = [-3, -2, -1, 0, 1, 2, 3, 5].map((y) => [-1.5, y, (-1.5) ** y] as const);
    const [x, y, out] = [0, 1, 2].map(() => heldBytes(64)) as [number, number, number]; // three
    const view = memory.view(float64) as Float64Array;
    cases.forEach(([a, b], k) => {
      view[x / 8 + k] = a;
      view[y / 8 + k] = b;
    });
    wasmLoop("power", "dd->d")!.row(x, 8, y, 8, out, 8, 8);
    const off = cases.map(
      ([, b, exact], k) => [b, ulpsBetween(view[out / 8 + k]!, exact)] as const,
    );
    expect(off.filter(([, ulps]) => ulps > 1)).toEqual([]);
  });

  test("squares are exact products, in float32 too", () => {
    setTier(tier);
    const xs = Array.from({ length: 19 }, (_, k) => Math.fround((k - 9) * 1.1));
    for (const dtype of [float64, float32]) {
      const { itemsize, char } = dtype;
      const [x, two, out] = [19, 1, 19].map((n) => heldBytes(8 * n)) as [number, number, number]; // three
      const view = memory.view(dtype) as Float64Array; // floats of either width
      view.set(xs, x / itemsize);
      view[two / itemsize] = 2;
      wasmLoop("power", `${char}${char}->${char}`)!.row(x, itemsize, two, 0, out, itemsize, 19);
      const found = Array.from(view.subarray(out / itemsize, out / itemsize + 19));
      expect(found).toEqual(xs.map((v) => (char === "d" ? v * v : Math.fround(v * v))));
    }
  });
});

function specialCases(): (readonly [string, readonly (readonly [number, number])[]])[] {
  const inf = Infinity;
  return [
    [
      "exp",
      [
        [0, 1],
        [-0, 1],
        [inf, inf],
        [-inf, 0],
        [NaN, NaN],
        [1e4, inf],
        [-1e4, 0],
      ],
    ],
    [
      "exp2",
      [
        [0, 1],
        [3, 8],
        [-2, 0.25],
        [inf, inf],
        [-inf, 0],
        [NaN, NaN],
        [2000, inf],
        [-2000, 0],
      ],
    ],
    [
      "expm1",
      [
        [0, 0],
        [-0, -0],
        [inf, inf],
        [-inf, -1],
        [NaN, NaN],
        [1e4, inf],
        [-1e4, -1],
      ],
    ],
    [
      "log",
      [
        [0, -inf],
        [-0, -inf],
        [1, 0],
        [inf, inf],
        [-inf, NaN],
        [-1, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "sin",
      [
        [0, 0],
        [-0, -0],
        [inf, NaN],
        [-inf, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "cos",
      [
        [0, 1],
        [-0, 1],
        [inf, NaN],
        [-inf, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "log1p",
      [
        [0, 0],
        [-0, -0],
        [-1, -inf],
        [-2, NaN],
        [inf, inf],
        [-inf, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "log2",
      [
        [0, -inf],
        [-0, -inf],
        [8, 3],
        [0.25, -2],
        [inf, inf],
        [-1, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "log10",
      [
        [0, -inf],
        [-0, -inf],
        [1000, 3],
        [inf, inf],
        [-1, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "tan",
      [
        [0, 0],
        [-0, -0],
        [inf, NaN],
        [-inf, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "arctan",
      [
        [0, 0],
        [-0, -0],
        [inf, Math.PI / 2],
        [-inf, -Math.PI / 2],
        [NaN, NaN],
      ],
    ],
    [
      "tanh",
      [
        [0, 0],
        [-0, -0],
        [inf, 1],
        [-inf, -1],
        [NaN, NaN],
        [50, 1],
        [-50, -1],
      ],
    ],
    [
      "sinh",
      [
        [0, 0],
        [-0, -0],
        [inf, inf],
        [-inf, -inf],
        [NaN, NaN],
        [800, inf],
        [-800, -inf],
      ],
    ],
    [
      "cosh",
      [
        [0, 1],
        [-0, 1],
        [inf, inf],
        [-inf, inf],
        [NaN, NaN],
        [-800, inf],
      ],
    ],
    [
      "cbrt",
      [
        [0, 0],
        [-0, -0],
        [27, 3],
        [-8, -2],
        [inf, inf],
        [-inf, -inf],
        [NaN, NaN],
      ],
    ],
    [
      "arcsin",
      [
        [0, 0],
        [-0, -0],
        [1, Math.PI / 2],
        [-1, -Math.PI / 2],
        [1.5, NaN],
        [-inf, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "arccos",
      [
        [1, 0],
        [-1, Math.PI],
        [0, Math.PI / 2],
        [1.5, NaN],
        [inf, NaN],
        [NaN, NaN],
      ],
    ],
  ];
}
