/**
 * The cards of an exercise as a learner's file answers them, and the file with one more answer.
 *
 * Knows the deck and the file's text; runs nothing of the learner's.
 */
import { readAnswers, typedAnswer, withAnswer } from "../course/answer-file.ts";
import { type Card, type Deck, deal, statusOf } from "../course/cards.ts";
import type { Picture } from "../judge/picture.ts";
import type { CardTable, ShownCard } from "./card-view.ts";

/** What `seed` deals, with the answers in `text`. `pictureOf` draws what a card is about, or gives null. */
export function cardTable(
  exercise: string,
  deck: Deck,
  seed: number,
  text: string,
  pictureOf: (card: Card) => Picture | null,
): CardTable {
  const answers = Object.fromEntries(readAnswers(text) ?? []);
  const cards = dealt(deck, seed).map((card): ShownCard => ({
    id: card.id,
    prompt: card.prompt,
    choices: card.choices?.map(String) ?? null,
    status: statusOf(card, answers),
    given: Object.hasOwn(answers, card.id) ? JSON.stringify(answers[card.id]) : "",
    picture: pictureOf(card),
  }));
  return { exercise, about: deck.about, cards };
}

/** The file's text with an answer in it, or a sentence that says why it cannot be. */
export function answered(
  deck: Deck,
  seed: number,
  text: string,
  id: string,
  typed: string,
): { kind: "text"; text: string } | { kind: "refused"; why: string } {
  const card = dealt(deck, seed).find((one) => one.id === id);
  if (card === undefined) return { kind: "refused", why: `no card is called ${id}` };
  const answer = typedAnswer(card, typed);
  if (answer === null)
    return {
      kind: "refused",
      why: `${JSON.stringify(typed)} can be no answer: it is a whole number, or a list such as [1, 2]`,
    };
  const changed = withAnswer(text, id, answer);
  return changed === null
    ? { kind: "refused", why: "your file has no `export const answers … = {` to write into" }
    : { kind: "text", text: changed };
}

function dealt(deck: Deck, seed: number): Card[] {
  return deal(deck, seed).flatMap((family) => family.cards);
}
