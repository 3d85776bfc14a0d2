import { describe, expect, test } from "vitest";
import { NO_PROGRESS, progressOf } from "../course/progress-file.ts";
import { screenLines } from "./screen.ts";
import {
  type Effect,
  type Item,
  type LearnEvent,
  type LearnState,
  type Outcome,
  currentItem,
  listed,
} from "./state.ts";
import { begin, step } from "./step.ts";

const items: Item[] = ["1.01 nested", "1.02 sizes", "2.01 offset"].map((t) => {
  const [id, name] = t.split(" ") as [string, string]; // two words each
  return {
    id,
    name,
    topic: `0${id[0]}-topic`,
    file: `0${id[0]}-topic/${id}.ts`,
    lesson: `0${id[0]}-topic/README.md`,
    task: `Write ${name}.`,
    hints: ["nudge", "rule", "code"],
    hasCards: id === "1.02",
    after: id === "2.01" ? ["1.02"] : [],
  };
});
const FAILED: Outcome = {
  isPassed: false,
  isStarted: true,
  headline: "failed: a law",
  details: () => ["with [1]"],
  points: "0/5",
};
const PASSED: Outcome = {
  isPassed: true,
  isStarted: true,
  headline: "passed",
  details: () => [],
  points: "5/5",
};
const LOOK = { width: 60, height: 20, color: false, linkOf: (file: string): string => file };
const key = (name: string, text = name): LearnEvent => ({ type: "key", name, text });

/** Plays events through; gives the state and the effects of the last one. */
function play(...events: LearnEvent[]): { state: LearnState; effects: readonly Effect[] } {
  let [state, effects] = begin(items, NO_PROGRESS);
  for (const event of events) [state, effects] = step(state, event);
  return { state, effects };
}

test("it begins at the first exercise and grades it", () => {
  const { state, effects } = play();
  expect(currentItem(state).id).toBe("1.01");
  expect(effects).toContainEqual({ type: "grade", id: "1.01" });
});

test("it begins where the learner left", () => {
  const [state] = begin(items, { current: "2.01", exercises: {} });
  expect(currentItem(state).id).toBe("2.01");
});

test("a save grades, and the last outcome stays on the screen meanwhile", () => {
  const { state, effects } = play(
    { type: "graded", id: "1.01", outcome: FAILED },
    { type: "saved", file: "01-topic/1.01.ts" },
  );
  expect(effects).toEqual([{ type: "grade", id: "1.01" }]);
  expect(screenLines(state, LOOK).join("\n")).toMatch(/failed: a law {3}\(running…\)/);
});

test("passing is kept, and next is the learner's decision", () => {
  const { state, effects } = play({ type: "graded", id: "1.01", outcome: PASSED });
  expect(progressOf(state.progress, "1.01").state).toBe("passed");
  expect(effects.map((e) => e.type)).toEqual(["save-progress"]);
  expect(currentItem(state).id).toBe("1.01");
  expect(currentItem(step(state, key("n"))[0]).id).toBe("1.02");
});

test("another file that is saved is graded without taking the screen", () => {
  const { state } = play(
    { type: "graded", id: "1.01", outcome: PASSED },
    key("n"),
    { type: "saved", file: "01-topic/1.01.ts" },
    { type: "graded", id: "1.01", outcome: FAILED },
  );
  expect(currentItem(state).id).toBe("1.02");
  expect(state.notice).toBe("1.01 fails again: it is pending");
  expect(progressOf(state.progress, "1.01").state).toBe("pending");
});

test("each h shows one hint more, three at most", () => {
  const hints = (n: number): number =>
    progressOf(play(...Array.from({ length: n }, () => key("h"))).state.progress, "1.01").hints;
  expect([hints(1), hints(2), hints(5)]).toEqual([1, 2, 3]);
});

test("reset asks first", () => {
  expect(play(key("r")).effects).toEqual([]);
  expect(play(key("r"), key("n")).effects).toEqual([]);
  expect(play(key("r"), key("y")).effects).toEqual([{ type: "reset", id: "1.01" }]);
});

test("the list is searched, and enter opens what the cursor is on", () => {
  const events = [key("l"), key("/"), key("o"), key("f"), key("f")];
  expect(listed(play(...events).state).map((i) => i.id)).toEqual(["2.01"]);
  expect(currentItem(play(...events, key("return")).state).id).toBe("2.01");
  expect(play(...events, key("escape"), key("escape")).state.view.kind).toBe("exercise");
});

test("q and ctrl-c quit, also from the list", () => {
  expect(play(key("q")).effects).toEqual([{ type: "quit" }]);
  expect(play(key("l"), key("ctrl-c")).effects).toEqual([{ type: "quit" }]);
});

describe("the screen", () => {
  const long: Outcome = {
    ...FAILED,
    details: () => Array.from({ length: 60 }, (_, k) => `line ${k} ${"word ".repeat(20)}`),
  };

  test.each([20, 40, 80, 200])(
    "is never wider than %i columns nor higher than the window",
    (width) => {
      for (const events of [
        [],
        [key("l")],
        [key("r")],
        [{ type: "graded", id: "1.01", outcome: long } as const],
        [{ type: "text", title: "t", lines: long.details } as const],
      ]) {
        const lines = screenLines(play(...events).state, {
          width,
          height: 12,
          color: false,
          linkOf: (file) => file,
        });
        expect(lines).toHaveLength(12);
        expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(width);
      }
    },
  );

  test("has no colour codes where colour is off", () => {
    expect(
      screenLines(play({ type: "graded", id: "1.01", outcome: PASSED }).state, {
        width: 80,
        height: 20,
        color: false,
        linkOf: (file) => file,
      }).join(""),
    ).not.toContain("\u001b");
  });
});

test("what the compiler said of the last text is gone with the next save", () => {
  const typed: LearnEvent = { type: "typed", id: "1.01", errors: ["1.01.ts:3:5 no number"] };
  const graded: LearnEvent = { type: "graded", id: "1.01", outcome: FAILED };
  const shown = (...events: LearnEvent[]): string =>
    screenLines(play(...events).state, LOOK).join("\n");
  expect(shown(graded, typed)).toContain("no number");
  expect(shown(graded, typed, { type: "saved", file: "01-topic/1.01.ts" })).not.toContain(
    "no number",
  );
});

test("an outcome longer than the window is scrolled, and a hint is seen above it", () => {
  const outcome: Outcome = {
    ...FAILED,
    details: () => Array.from({ length: 40 }, (_, k) => `line ${k}`),
  };
  const graded: LearnEvent = { type: "graded", id: "1.01", outcome };
  const shown = (...events: LearnEvent[]): string =>
    screenLines(play(graded, ...events).state, LOOK).join("\n");
  expect(shown()).toMatch(/↓ \d+ more lines/);
  const down = Array.from({ length: 60 }, () => key("down"));
  expect(shown(...down)).toContain("line 39");
  expect(shown(...down, key("h"))).toMatch(/hint 1: nudge\n\n✗ failed: a law/);
});
