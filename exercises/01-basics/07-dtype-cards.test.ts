import { checkCards, deal } from "@deep-dive/grader/cards";
import { test } from "vitest";
import { deck } from "./07-dtype-cards.cards.ts";
import { answers } from "./07-dtype-cards.ts";

for (const { name, cards } of deal(deck)) {
  test(`card: ${name}`, () => {
    checkCards(cards, answers);
  });
}
