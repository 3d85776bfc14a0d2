import { stripVTControlCharacters } from "node:util";
import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arrayPicture } from "../judge/array-picture.ts";
import type { Picture } from "../judge/picture.ts";
import { memorySvg } from "./memory-svg.ts";
import { memoryText } from "./memory-text.ts";

const grid = np.arange(12).reshape([3, 4]).copy();
const draw = (a: np.NDArray): Picture => arrayPicture(a, np);
const picked = ({ cells }: Picture): number[] =>
  cells.flatMap((c) => (c.mark === "picked" ? [c.offset] : []));
const fact = ({ facts }: Picture, name: string): string | undefined =>
  facts.find((f) => f.name === name)?.value;
const plain = { width: 80, color: false };

test("the cells that a view reads are the ones its strides reach", () => {
  const model = draw(grid.get(":", "::2"));
  expect(picked(model)).toEqual([0, 8, 16, 24, 32, 40]);
  expect(model.columns).toBe(4);
  expect(fact(model, "strides")).toBe("(16, 8) bytes");
});

test("the grid has addresses at both edges, and [x] is read", () => {
  expect(memoryText(draw(grid.get(":", "::2")), { width: 40, color: false })).toContain(
    [
      "     +0   +4   +8  +12",
      "   ┌────┬────┬────┬────┐",
      " 0 │[ 0]│  1 │[ 2]│  3 │",
      "16 │[ 4]│  5 │[ 6]│  7 │",
      "32 │[ 8]│  9 │[10]│ 11 │",
      "   └────┴────┴────┴────┘",
    ].join("\n"),
  );
});

test.each([
  ["a negative stride", () => grid.get(1, "::-1"), [16, 20, 24, 28]],
  ["a stretched axis", () => np.broadcast_to(np.arange(3), [1e9, 3]), [0, 4, 8]],
  ["a 0-d array", () => np.asarray(7), [0]],
  ["an empty view", () => np.arange(3).get("3:"), []],
  ["an array without elements", () => np.zeros([0, 3]), []],
  [
    "overlapping windows",
    () => np.lib.stride_tricks.as_strided(np.arange(6), { shape: [3, 2], strides: [4, 4] }),
    [0, 4, 8, 12],
  ],
  ["parts of complex numbers", () => np.zeros([2], { dtype: "complex128" }).imag, [8, 24]],
  ["elements seen as smaller ones", () => np.arange(2).view("int16").get("1::2"), [2, 6]],
] as const)("%s is drawn where it lies", (_, make, places) => {
  expect(picked(draw(make()))).toEqual(places);
});

test("of a large array only what fits is visited and drawn, there where the view lies", () => {
  const large = draw(np.zeros([1000, 1000]).get("500:", 10));
  expect(large.cells.length).toBeLessThanOrEqual(120);
  expect(large.hiddenBefore + large.cells.length + large.hiddenAfter).toBe(1e6);
  expect(picked(large)).toContain(500 * 8000 + 80);
});

test.each([
  [np.asarray([true, false]), ["True", "False"]],
  [np.asarray([{ re: 1, im: -2 }]), ["1-2j"]],
  [np.asarray([0.1, NaN, -Infinity, 1e300, 1e-9]), ["0.1", "nan", "-inf", "1e+300", "1e-9"]],
  [np.asarray([1.5], { dtype: "float16" }), ["1.5"]],
  [np.asarray([2n ** 60n], { dtype: "int64" }), [String(2n ** 60n)]],
])("elements are named as NumPy names them, and short: %#", (a, texts) => {
  expect(draw(a).cells.map((c) => c.text)).toEqual(texts);
});

test("no line is wider than asked, wherever the facts stand", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 120 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(1, 2, 3, -1),
      (width, n, step) => {
        const text = memoryText(draw(np.arange(n).get(`::${step}`)), { width, color: true });
        const grids = stripVTControlCharacters(text)
          .split("\n")
          .filter((line) => /[│┌└]/.test(line));
        for (const line of grids) expect(line.length).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test("the drawing escapes what it shows and says in words what it is", () => {
  const model = draw(grid.get(0));
  const svg = memorySvg({ ...model, facts: [{ name: "<b>", value: "&" }] });
  expect(svg).toMatch(/^<svg class="memory" role="img"/);
  expect(svg).toContain("<title>read: 0, 4, 8, 12; &lt;b&gt; &amp;</title>");
  expect(memoryText({ ...model, facts: [{ name: "x", value: "\u001b[2J" }] }, plain)).not.toContain(
    "\u001b",
  );
});
