import { stripVTControlCharacters } from "node:util";
import * as np from "@deep-dive/ndarray";
import { expect, test } from "vitest";
import { memoryModel } from "./memory-cells.ts";
import { memorySvg } from "./memory-svg.ts";
import { memoryText } from "./memory-text.ts";

const grid = np.arange(12).reshape([3, 4]).copy();

test("the cells that a view reads are the ones its strides reach", () => {
  const model = memoryModel(grid.get(":", "::2"));
  expect(model.cells.flatMap((c) => (c.mark === "picked" ? [c.offset] : []))).toEqual([
    0, 8, 16, 24, 32, 40,
  ]);
  expect(model.columns).toBe(4);
  expect(model.facts["strides"]).toBe("(16, 8) bytes");
});

test("beside the expected view, wrong and missing cells are told apart", () => {
  const marks = memoryModel(grid.get(0), grid.get("1:2", 0)).cells.map((c) => c.mark);
  expect(marks.slice(0, 5)).toEqual(["extra", "extra", "extra", "extra", "missing"]);
});

test("the text is legible without colour and as narrow as asked", () => {
  const text = stripVTControlCharacters(memoryText(memoryModel(grid.get(1, "::-1")), 60));
  expect(text).toContain("+16 [ 4]|[ 5]|[ 6]|[ 7]");
  expect(text).toContain("offset  28 bytes");
  const wide = stripVTControlCharacters(memoryText(memoryModel(np.arange(100)), 40));
  expect(
    Math.max(
      ...wide
        .split("\n")
        .filter((l) => l.includes("|"))
        .map((l) => l.length),
    ),
  ).toBeLessThanOrEqual(40);
});

test("a stretched axis reads each cell once in the picture", () => {
  const model = memoryModel(np.broadcast_to(np.arange(3), [4, 3]));
  expect(model.cells.map((c) => c.mark)).toEqual(["picked", "picked", "picked"]);
  expect(model.facts["flags"]).toContain("read-only");
});

test("the drawing escapes what it shows and says in words what it is", () => {
  const svg = memorySvg(memoryModel(grid));
  expect(svg).toMatch(/^<svg class="memory" role="img"/);
  expect(svg).toContain("<title>dtype int32, 4 bytes each; shape (3, 4)");
});
