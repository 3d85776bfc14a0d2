import { expect, test } from "vitest";
import { type Card, type Deck, checkCards, deal, statusOf } from "./cards.ts";

const card = (n: number): Card => ({
  id: `double ${n}`,
  prompt: `Twice ${n}?`,
  truth: () => 2 * n,
});
const deck: Deck = {
  about: "numbers",
  families: [
    { name: "small", cards: [1, 2, 3, 4, 5].map(card) },
    { name: "large", dealt: 3, cards: [10, 20, 30, 40, 50].map(card) },
  ],
};
const ids = (seed: number): string[] =>
  deal(deck, seed).flatMap(({ cards }) => cards.map(({ id }) => id));

test("a seed deals as many cards of each family as the deck says, none twice", () => {
  const [small, large] = deal(deck, 7);
  expect(small?.cards.length).toBe(1);
  expect(new Set(large?.cards).size).toBe(3);
});

test("the same seed deals the same cards, and others come with other seeds", () => {
  expect(ids(7)).toEqual(ids(7));
  expect(new Set(Array.from({ length: 20 }, (_, seed) => ids(seed).join())).size).toBeGreaterThan(
    10,
  );
});

test("an answer is open, right or wrong", () => {
  expect(statusOf(card(3), {})).toBe("open");
  expect(statusOf(card(3), { "double 3": "?" })).toBe("open");
  expect(statusOf(card(3), { "double 3": 6 })).toBe("right");
  expect(statusOf(card(3), { "double 3": 7 })).toBe("wrong");
  expect(statusOf(card(3), { "double 3": "6" })).toBe("wrong");
  expect(statusOf(card(3), null)).toBe("open");
  const list: Card = { id: "pair", prompt: "?", truth: () => [1, 2] };
  expect(statusOf(list, { pair: [1, 2] })).toBe("right");
  expect(statusOf(list, { pair: [1, 2, 3] })).toBe("wrong");
  expect(statusOf({ ...list, id: "toString" }, {})).toBe("open");
});

test("the first card that is not right says so, and not what would be right", () => {
  const cards = [card(1), card(2)];
  expect(() => checkCards(cards, { "double 1": 2, "double 2": 4 })).not.toThrow();
  expect(() => checkCards(cards, () => ({ "double 1": 2, "double 2": 4 }))).not.toThrow();
  expect(() => checkCards(cards, { "double 1": 2 })).toThrow(/^no answer yet: Twice 2\?/);
  expect(() => checkCards(cards, { "double 1": 5 })).toThrow("Twice 1?\nNot 5. Think again.");
});
