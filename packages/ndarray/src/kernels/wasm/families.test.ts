/**
 * Every module that can be asked for is valid: the engine compiles it, and it exports what its family promises.
 */
import { afterEach, describe, expect, test } from "vitest";
import { PLACES, enter, hasPlace, leave } from "../../../test/places.ts";
import { NDArray, zeros } from "../../index.ts";
import { type Tier, setTier } from "../tier.ts";
import {
  wasmArg,
  wasmBincount,
  wasmCompress,
  wasmDot,
  wasmFold,
  wasmGather,
  wasmGemm,
  wasmHistogram,
  wasmQuickselect,
  wasmQuicksort,
  wasmRanks,
  wasmScan,
  wasmSearch,
  wasmSmallProduct,
  wasmSort,
  wasmTranspose,
  wasmTruth,
} from "./families.ts";

const REAL = [..."?bBhHiIqQfd"];
const SIZES = [1, 2, 4, 8, 16];

/** What each family exports, for everything it is made for. */
const families: Readonly<Record<string, () => (readonly [unknown, readonly string[]])[]>> = {
  folds: () =>
    ["add", "maximum"].flatMap((op) =>
      [..."bBhHiIqQfd"].map((c) => [wasmFold(op, c), ["row", "nest", "columns"]] as const),
    ),
  scans: () => [..."bBhHiIqQfdFD"].map((c) => [wasmScan("add", c), ["nest"]] as const),
  truth: () => [...REAL, "F", "D"].map((c) => [wasmTruth(c), ["any", "all", "count"]] as const),
  places: () =>
    REAL.flatMap((c) => [
      [wasmArg("argmax", c), ["row", "nest"]] as const,
      [wasmArg("argmin", c), ["row"]] as const,
    ]),
  counts: () => [
    [wasmBincount(), ["largest", "count"]] as const,
    [wasmHistogram(), ["count"]] as const,
  ],
  gather: () =>
    SIZES.flatMap((size) => [
      [wasmGather(size, "i"), ["take", "put", "takeRows", "putRows", "check"]] as const,
      [wasmGather(size, "q"), ["take", "put", "takeRows", "putRows", "check"]] as const,
      [wasmCompress(size), ["compress", "places"]] as const,
      [wasmTranspose(size), ["transpose"]] as const,
    ]),
  sorts: () => [
    ...REAL.map((c) => [wasmSort(c), ["sort", "argsort"]] as const),
    ...REAL.map((c) => [wasmRanks(c), ["sort", "argsort"]] as const),
    ...[..."dqQ"].map((c) => [wasmQuicksort(c), ["argsort"]] as const),
    [wasmQuickselect(), ["select"]] as const,
    [wasmSearch(), ["left", "right"]] as const,
  ],
  products: () =>
    [..."fdiIqQ"].flatMap((c) => [
      [wasmGemm(c), ["gemm"]] as const,
      [wasmDot(c), ["dot", "dots", "combine"]] as const,
    ]),
  "small products": () => [..."fd"].map((c) => [wasmSmallProduct(c), ["small"]] as const),
};

afterEach(() => {
  setTier(undefined);
});

describe.each<Tier>(["wasm", "wasm-fma"])("%s", (tier) => {
  test.each(Object.keys(families))("the modules of %s are valid", (name) => {
    setTier(tier);
    for (const [exports, names] of families[name]!()) {
      expect(exports).not.toBeNull();
      expect(Object.keys(exports as object)).toEqual(expect.arrayContaining([...names]));
    }
  });
});

test("in the JS tier there is no family", () => {
  setTier("js");
  expect([wasmFold("add", "d"), wasmSort("d"), wasmGemm("d")]).toEqual([null, null, null]);
});

test.each(PLACES.filter(hasPlace))('in "%s" arrays lie where they should', (place) => {
  enter(place);
  const array = zeros([3]);
  leave();
  expect(array).toBeInstanceOf(NDArray);
  expect(array.memory.isHeap).toBe(place !== "a full heap");
});
