import { expect, test } from "vitest";
import {
  type CardTable,
  type CardView,
  type ShownCard,
  onCardKey,
  openCards,
} from "./card-view.ts";

const card = (id: string, more: Partial<ShownCard> = {}): ShownCard => ({
  id,
  prompt: `${id}?`,
  choices: null,
  status: "open",
  given: "",
  picture: null,
  ...more,
});
const table = (...cards: ShownCard[]): CardTable => ({ exercise: "3.02", about: "", cards });

/** What a row of keys makes of `view`: the view, or the answer or end that came of it. */
function press(view: CardView, ...keys: string[]): ReturnType<typeof onCardKey> {
  let pressed: ReturnType<typeof onCardKey> = { kind: "view", view };
  for (const key of keys) {
    if (pressed.kind !== "view") throw new Error(`${key} comes after the end`);
    pressed = onCardKey(pressed.view, key, key.length === 1 ? key : "");
  }
  return pressed;
}

test("the first question that is not answered right is asked", () => {
  const view = openCards(table(card("a", { status: "right" }), card("b")), { kind: "exercise" });
  expect(view.at).toBe(1);
});

test("after a right answer comes the next card, after a wrong one the same again", () => {
  const view = openCards(table(card("a"), card("b"), card("c")), { kind: "exercise" });
  const right = table(card("a", { status: "right" }), card("b"), card("c"));
  const wrong = table(card("a", { status: "wrong" }), card("b"), card("c"));
  expect(openCards(right, view).at).toBe(1);
  expect(openCards(wrong, view).at).toBe(0);
});

test("an answer is typed, mended and sent", () => {
  const view = openCards(table(card("a")), { kind: "exercise" });
  expect(press(view, "4", "9", "backspace", "8", "return")).toEqual({
    kind: "answer",
    card: "a",
    typed: "48",
  });
  expect(press(view, "return").kind).toBe("view"); // nothing was typed
});

test("a choice is made by its number, or by arrows and enter", () => {
  const view = openCards(table(card("a", { choices: ["view", "copy"] })), { kind: "exercise" });
  const copy = { kind: "answer", card: "a", typed: "copy" };
  expect(press(view, "2")).toEqual(copy);
  expect(press(view, "down", "down", "return")).toEqual(copy);
  expect(press(view, "7").kind).toBe("view");
});

test("left and right go round, and escape closes", () => {
  const view = openCards(table(card("a"), card("b")), { kind: "exercise" });
  expect(press(view, "left")).toMatchObject({ view: { at: 1 } });
  expect(press(view, "right", "right")).toMatchObject({ view: { at: 0 } });
  expect(press(view, "escape").kind).toBe("closed");
  expect(onCardKey(openCards(table(), { kind: "exercise" }), "x", "x").kind).toBe("closed");
});
