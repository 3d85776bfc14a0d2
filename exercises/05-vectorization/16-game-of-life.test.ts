import * as np from "@deep-dive/ndarray";
import { arrays } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lifeStep } from "./16-game-of-life.ts";

/** A board from a picture: # lives. */
const board = (...rows: readonly string[]): np.NDArray =>
  np.asarray(
    rows.map((row) => Array.from(row, (c) => (c === "#" ? 1 : 0))),
    { dtype: "uint8" },
  );

const picture = (a: np.NDArray): string[] =>
  (a.tolist() as number[][]).map((row) => row.map((c) => (c === 1 ? "#" : ".")).join(""));

/** The rules, cell by cell. */
function byLoops(a: number[][]): number[][] {
  const [n, m] = [a.length, a[0]!.length];
  return a.map((row, i) =>
    row.map((cell, j) => {
      let living = -cell;
      for (const di of [-1, 0, 1])
        for (const dj of [-1, 0, 1]) living += a[(i + di + n) % n]![(j + dj + m) % m]!;
      return living === 3 || (cell === 1 && living === 2) ? 1 : 0;
    }),
  );
}

const cell = fc.constantFrom(0, 1);
const side = fc.integer({ min: 1, max: 6 });
const boards = fc
  .tuple(side, side)
  .chain((shape) => arrays({ dtype: "uint8", shape, elements: cell }));

describe("worked examples", () => {
  test("three in a row turn upright", () => {
    const before = board(".....", ".....", ".###.", ".....", ".....");
    expect(picture(lifeStep(before))).toEqual([".....", "..#..", "..#..", "..#..", "....."]);
  });

  test("a block of four stays", () => {
    const block = board("....", ".##.", ".##.", "....");
    expect(picture(lifeStep(block))).toEqual(picture(block));
  });

  test("a lonely cell dies", () => {
    expect(picture(lifeStep(board("...", ".#.", "...")))).toEqual(["...", "...", "..."]);
  });
});

describe("edge cases", () => {
  test("the edges touch: three in a row across the edge turn upright", () => {
    const before = board(".....", ".....", "##..#", ".....", ".....");
    expect(picture(lifeStep(before))).toEqual([".....", "#....", "#....", "#....", "....."]);
  });

  test("the corners touch: a block across the corner stays", () => {
    const block = board("#..#", "....", "....", "#..#");
    expect(picture(lifeStep(block))).toEqual(picture(block));
  });

  test("with four neighbours a cell dies", () => {
    const plus = board(".....", "..#..", ".###.", "..#..", ".....");
    expect(picture(lifeStep(plus))[2]).toBe(".#.#.");
  });

  test("a glider moves one cell down and right in four steps", () => {
    let a = board(".#....", "..#...", "###...", "......", "......", "......");
    for (let step = 0; step < 4; step++) a = lifeStep(a) as typeof a;
    expect(picture(a)).toEqual(["......", "..#...", "...#..", ".###..", "......", "......"]);
  });

  test("the only cell of a 1 × 1 board has itself for all eight neighbours, and dies of them", () => {
    expect(lifeStep(board("#")).tolist()).toEqual([[0]]);
  });

  test("the result is uint8, fresh, and the board is left alone", () => {
    const a = board("...", "###", "...");
    const next = lifeStep(a);
    expect(next.dtype.name).toBe("uint8");
    expect(picture(a)).toEqual(["...", "###", "..."]);
  });
});

describe("laws", () => {
  test("every cell follows the rules, in every layout", () => {
    fc.assert(
      fc.property(boards, (a) => {
        expect(lifeStep(a).tolist()).toEqual(byLoops(a.tolist() as number[][]));
      }),
    );
  });

  test("a rolled board has the rolled future: a torus has no edges", () => {
    fc.assert(
      fc.property(boards, fc.nat(5), fc.nat(5), (a, down, right) => {
        const rolled = np.roll(a, [down, right], { axis: [0, 1] });
        expect(lifeStep(rolled).tolist()).toEqual(
          np.roll(lifeStep(a), [down, right], { axis: [0, 1] }).tolist(),
        );
      }),
    );
  });

  test("a transposed board has the transposed future", () => {
    fc.assert(
      fc.property(boards, (a) => {
        expect(lifeStep(a.T).tolist()).toEqual(lifeStep(a).T.tolist());
      }),
    );
  });
});
