import { describe, expect, test } from "vitest";
import { fault } from "./09-kill-the-mutants.harness.ts";
import { broadcastLaws, reshapeLaws, sliceLaws } from "./09-kill-the-mutants.ts";

const NO_FAULT = "no fault found";

describe("worked examples", () => {
  test("a right slice is left in peace", () => {
    expect(fault(sliceLaws, "slice, right"), "your laws about a right slice").toBe(NO_FAULT);
  });

  test("a right broadcast and a right reshape are left in peace", () => {
    expect(fault(broadcastLaws, "broadcast, right"), "your laws about a right broadcast").toBe(
      NO_FAULT,
    );
    expect(fault(reshapeLaws, "reshape, right"), "your laws about a right reshape").toBe(NO_FAULT);
  });

  test("laws say in a sentence what is wrong", () => {
    const sentence = fault(sliceLaws, "slice: a negative step starts at the front");
    expect(sentence, "this mutant passes your laws").not.toBe(NO_FAULT);
    expect(sentence.split(" ").length, `the words in ${JSON.stringify(sentence)}`).toBeGreaterThan(
      2,
    );
  });
});

describe("no false alarms", () => {
  test("slice, written by filtering", () => {
    expect(fault(sliceLaws, "slice, right, by filtering"), "your laws about a right slice").toBe(
      NO_FAULT,
    );
  });

  test("slice, written by counting", () => {
    expect(fault(sliceLaws, "slice, right, by counting"), "your laws about a right slice").toBe(
      NO_FAULT,
    );
  });

  test("broadcast, written from the end", () => {
    expect(
      fault(broadcastLaws, "broadcast, right, from the end"),
      "your laws about a right broadcast",
    ).toBe(NO_FAULT);
  });

  test("broadcast, written by recursion", () => {
    expect(
      fault(broadcastLaws, "broadcast, right, by recursion"),
      "your laws about a right broadcast",
    ).toBe(NO_FAULT);
  });

  test("reshape, written with an index", () => {
    expect(
      fault(reshapeLaws, "reshape, right, with an index"),
      "your laws about a right reshape",
    ).toBe(NO_FAULT);
  });

  test("reshape, written by trying", () => {
    expect(fault(reshapeLaws, "reshape, right, by trying"), "your laws about a right reshape").toBe(
      NO_FAULT,
    );
  });
});

describe("mutants of slice", () => {
  test("negative bounds are taken as they are", () => {
    expect(
      fault(sliceLaws, "slice: negative bounds are taken as they are"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("bounds beyond the end are not clipped", () => {
    expect(
      fault(sliceLaws, "slice: bounds beyond the end are not clipped"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("a negative step starts at the front", () => {
    expect(
      fault(sliceLaws, "slice: a negative step starts at the front"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("a negative step stops before the first", () => {
    expect(
      fault(sliceLaws, "slice: a negative step stops before the first"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });
});

describe("mutants of broadcast", () => {
  test("shapes line up at the left", () => {
    expect(
      fault(broadcastLaws, "broadcast: shapes line up at the left"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("the larger length wins", () => {
    expect(
      fault(broadcastLaws, "broadcast: the larger length wins"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("the second shape wins a quarrel", () => {
    expect(
      fault(broadcastLaws, "broadcast: the second shape wins a quarrel"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("0 goes with everything", () => {
    expect(
      fault(broadcastLaws, "broadcast: 0 goes with everything"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });
});

describe("mutants of reshape", () => {
  test("two unknowns become 1 and the rest", () => {
    expect(
      fault(reshapeLaws, "reshape: two unknowns become 1 and the rest"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("a smaller shape will do", () => {
    expect(
      fault(reshapeLaws, "reshape: a smaller shape will do"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("an unknown beside 0 is 0", () => {
    expect(
      fault(reshapeLaws, "reshape: an unknown beside 0 is 0"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });

  test("a remainder is dropped", () => {
    expect(
      fault(reshapeLaws, "reshape: a remainder is dropped"),
      "this mutant passes your laws",
    ).not.toBe(NO_FAULT);
  });
});
