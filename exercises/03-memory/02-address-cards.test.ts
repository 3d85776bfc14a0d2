import { checkCards, deal } from "@deep-dive/grader/cards";
import { test } from "vitest";
import { deck } from "./02-address-cards.cards.ts";
import { answers } from "./02-address-cards.ts";

for (const { name, cards } of deal(deck)) {
  test(`card: ${name}`, () => {
    checkCards(cards, answers);
  });
}
