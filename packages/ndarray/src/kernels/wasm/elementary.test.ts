import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { float32, float64 } from "../../dtype/dtype.ts";
import { reserve } from "../../memory/block.ts";
import { heapMemory } from "../../memory/heap-memory.ts";
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
});

/** The kernel's results for `xs`, and for the same elements two apart, one by one. */
function results(name: string, char: "f" | "d", xs: readonly number[]): number[] {
  const dtype = char === "d" ? float64 : float32;
  const { itemsize } = dtype;
  const nbytes = xs.length * itemsize;
  const [from, to] = [reserve(nbytes).take(nbytes), reserve(nbytes).take(nbytes)];
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
    "%s of float32 is the double's value, rounded",
    (name, { points }) => {
      setTier(tier);
      const xs = points.map(([x]) => Math.fround(x));
      expect(results(name, "f", xs)).toEqual(results(name, "d", xs).map(Math.fround));
    },
  );

  test.each(specialCases())("%s has the special values of C's", (name, cases) => {
    setTier(tier);
    for (const char of ["d", "f"] as const)
      expect(
        results(
          name,
          char,
          cases.map(([x]) => x),
        ),
      ).toEqual(cases.map(([, y]) => (char === "f" ? Math.fround(y) : y)));
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
  ];
}
