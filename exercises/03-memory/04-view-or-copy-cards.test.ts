import { checkCards, deal } from "@deep-dive/grader/cards";
import { test } from "vitest";
import { deck } from "./04-view-or-copy-cards.cards.ts";
import { answers } from "./04-view-or-copy-cards.ts";

for (const { name, cards } of deal(deck)) {
  test(`card: ${name}`, () => {
    checkCards(cards, answers);
  });
}
