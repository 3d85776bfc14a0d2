import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Made, describe, family, freeable } from "./06-base-chain.ts";

const chain: readonly Made[] = [
  { name: "a", from: null, offset: 0 },
  { name: "b", from: "a", offset: 8 },
  { name: "c", from: "b", offset: 16 },
  { name: "x", from: null, offset: 0 },
  { name: "d", from: "a", offset: 40 },
];

/** Arrays made one after the other, each fresh or cut from an earlier one, then shuffled. */
const histories = (): fc.Arbitrary<Made[]> =>
  fc
    .array(fc.tuple(fc.option(fc.nat()), fc.integer({ min: -64, max: 64 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((steps) =>
      steps.map(([pick, offset], k): Made => {
        const isFresh = pick === null || k === 0;
        return {
          name: `v${k}`,
          from: isFresh ? null : `v${pick % k}`,
          offset: isFresh ? 0 : offset,
        };
      }),
    )
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

/** The owner, found one step at a time. */
function ownerOf(arrays: readonly Made[], name: string): string {
  const { from } = arrays.find((a) => a.name === name)!;
  return from === null ? name : ownerOf(arrays, from);
}

test("a view of a view has the owner as its base, and both offsets", () => {
  expect(describe(chain).find(({ name }) => name === "c")).toEqual({
    name: "c",
    base: "a",
    offset: 24,
  });
});

test("an owner has no base and offset 0", () => {
  expect(describe(chain)[0]).toEqual({ name: "a", base: null, offset: 0 });
});

test("a write through c is seen by a, b, c and d, not by x", () => {
  expect(family(chain, "c")).toEqual(["a", "b", "c", "d"]);
  expect(family(chain, "a")).toEqual(["a", "b", "c", "d"]);
  expect(family(chain, "x")).toEqual(["x"]);
});

test("one small view keeps its owner's memory", () => {
  expect(freeable(chain, ["c"])).toEqual(["x"]);
  expect(freeable(chain, ["x"])).toEqual(["a"]);
  expect(freeable(chain, [])).toEqual(["a", "x"]);
  expect(freeable(chain, ["d", "x"])).toEqual([]);
});

test("the order in which the arrays are listed does not matter", () => {
  const backwards = chain.toReversed();
  expect(describe(backwards).find(({ name }) => name === "c")).toEqual({
    name: "c",
    base: "a",
    offset: 24,
  });
});

test("real views agree: the base of a view of a view is the owner", () => {
  const a = np.zeros([4, 6]);
  const b = a.get("1:");
  const c = b.get("::2", "3:");
  const made: Made[] = [
    { name: "a", from: null, offset: 0 },
    { name: "b", from: "a", offset: b.offset - a.offset },
    { name: "c", from: "b", offset: c.offset - b.offset },
  ];
  expect(c.base === a, "c.base is a itself").toBe(true);
  expect(describe(made)[2]).toEqual({ name: "c", base: "a", offset: c.offset });
});

test("every base is an owner, and chains never show", () => {
  fc.assert(
    fc.property(histories(), (arrays) => {
      const described = describe(arrays);
      expect(described.map(({ name }) => name)).toEqual(arrays.map(({ name }) => name));
      for (const { name, base } of described) {
        const owner = ownerOf(arrays, name);
        expect(base, `base of ${name}`).toBe(owner === name ? null : owner);
      }
    }),
  );
});

test("an array's offset is its parent's and its own together", () => {
  fc.assert(
    fc.property(histories(), (arrays) => {
      const at = new Map(describe(arrays).map(({ name, offset }) => [name, offset]));
      for (const { name, from, offset } of arrays) {
        expect(at.get(name), `offset of ${name}`).toBe(from === null ? 0 : at.get(from)! + offset);
      }
    }),
  );
});

test("families divide the arrays: all of a family have the same one, and others none of it", () => {
  fc.assert(
    fc.property(histories(), (arrays) => {
      for (const { name } of arrays) {
        const expected = arrays
          .filter((a) => ownerOf(arrays, a.name) === ownerOf(arrays, name))
          .map((a) => a.name);
        expect(family(arrays, name), `family of ${name}`).toEqual(expected);
      }
    }),
  );
});

test("memory can be given back exactly when none of its family is alive", () => {
  fc.assert(
    fc.property(histories(), fc.infiniteStream(fc.boolean()), (arrays, coins) => {
      const alive = arrays.filter(() => coins.next().value).map(({ name }) => name);
      const needed = new Set(alive.map((name) => ownerOf(arrays, name)));
      const owners = arrays.filter(({ from }) => from === null).map(({ name }) => name);
      expect(freeable(arrays, alive), `alive: ${alive.join(" ")}`).toEqual(
        owners.filter((name) => !needed.has(name)),
      );
    }),
  );
});
