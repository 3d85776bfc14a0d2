import { describe, expect, test } from "vitest";
import { fault } from "./09-kill-the-mutants.harness.ts";
import { broadcastLaws, reshapeLaws, sliceLaws } from "./09-kill-the-mutants.ts";

describe("worked examples", () => {
  test("laws say in a sentence what is wrong", () => {
    expect(fault(sliceLaws, "slice: a negative step starts at the front").length).toBeGreaterThan(
      10,
    );
  });

  test("a right slice is left in peace", () => {
    expect(fault(sliceLaws, "slice, right")).toBe("");
  });

  test("a right broadcast and a right reshape are left in peace", () => {
    expect([
      fault(broadcastLaws, "broadcast, right"),
      fault(reshapeLaws, "reshape, right"),
    ]).toEqual(["", ""]);
  });
});

describe("sliceLaws", () => {
  test("two right implementations of slice pass", () => {
    expect(fault(sliceLaws, "slice, right")).toBe("");
    expect(fault(sliceLaws, "slice, right, by filtering")).toBe("");
  });

  test("caught: negative bounds are taken as they are", () => {
    expect(fault(sliceLaws, "slice: negative bounds are taken as they are")).not.toBe("");
  });

  test("caught: bounds beyond the end are not clipped", () => {
    expect(fault(sliceLaws, "slice: bounds beyond the end are not clipped")).not.toBe("");
  });

  test("caught: a negative step starts at the front", () => {
    expect(fault(sliceLaws, "slice: a negative step starts at the front")).not.toBe("");
  });

  test("caught: a negative step stops before the first", () => {
    expect(fault(sliceLaws, "slice: a negative step stops before the first")).not.toBe("");
  });
});

describe("broadcastLaws", () => {
  test("two right implementations of broadcast pass", () => {
    expect(fault(broadcastLaws, "broadcast, right")).toBe("");
    expect(fault(broadcastLaws, "broadcast, right, from the end")).toBe("");
  });

  test("caught: shapes line up at the left", () => {
    expect(fault(broadcastLaws, "broadcast: shapes line up at the left")).not.toBe("");
  });

  test("caught: the larger length wins", () => {
    expect(fault(broadcastLaws, "broadcast: the larger length wins")).not.toBe("");
  });

  test("caught: the second shape wins a quarrel", () => {
    expect(fault(broadcastLaws, "broadcast: the second shape wins a quarrel")).not.toBe("");
  });

  test("caught: 0 goes with everything", () => {
    expect(fault(broadcastLaws, "broadcast: 0 goes with everything")).not.toBe("");
  });
});

describe("reshapeLaws", () => {
  test("two right implementations of reshape pass", () => {
    expect(fault(reshapeLaws, "reshape, right")).toBe("");
    expect(fault(reshapeLaws, "reshape, right, with an index")).toBe("");
  });

  test("caught: two unknowns become 1 and the rest", () => {
    expect(fault(reshapeLaws, "reshape: two unknowns become 1 and the rest")).not.toBe("");
  });

  test("caught: a smaller shape will do", () => {
    expect(fault(reshapeLaws, "reshape: a smaller shape will do")).not.toBe("");
  });

  test("caught: an unknown beside 0 is 0", () => {
    expect(fault(reshapeLaws, "reshape: an unknown beside 0 is 0")).not.toBe("");
  });

  test("caught: a remainder is dropped", () => {
    expect(fault(reshapeLaws, "reshape: a remainder is dropped")).not.toBe("");
  });
});
