/** The course's decks: what holds for every card that any seed may deal. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readAnswers } from "../src/course/answer-file.ts";
import { CARD_TEST, deal, deckFile, loadDeck, statusOf } from "../src/course/cards.ts";
import { shippedAnswers } from "../src/course/files.ts";
import { findCourse } from "../src/course/find.ts";
import { DEFAULT_SEED } from "../src/course/progress-file.ts";
import { originalStub } from "../src/course/stubs.ts";
import { PROJECT } from "./fixture.ts";

const course = await findCourse(PROJECT);
const predict = course.exercises.filter(({ file }) =>
  ["1.07", "2.13", "3.02", "3.04", "4.02", "4.06"].some(
    (id) => file.startsWith(`0${id[0]}`) && file.includes(`/${id.slice(2)}-`),
  ),
);

/** What a shipped answer exports, run here: it is ours. */
async function answersOf(path: string): Promise<unknown> {
  const { answers } = (await import(pathToFileURL(join(PROJECT, path)).href)) as {
    answers: unknown;
  };
  return typeof answers === "function" ? Reflect.apply(answers, null, []) : answers;
}

test.each(predict)(
  "$exercise.id: its deck and its answers agree, card by card",
  async (placement) => {
    const deck = await loadDeck(deckFile(course.exercisesFolder, placement.file));
    if (deck === null) throw new Error(`${placement.file} has no deck`);
    const all = deck.families.flatMap(({ cards }) => cards);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const card of all)
      if (card.choices !== undefined) expect(card.choices, card.id).toContain(card.truth());

    for (const { kind, path, caughtBy } of shippedAnswers(course, placement)) {
      const isCaughtByCard = caughtBy?.startsWith(CARD_TEST) === true;
      if (kind === "wrong" && !isCaughtByCard) continue;
      const answers = await answersOf(path);
      for (const family of deck.families) {
        const isWrong = caughtBy === `${CARD_TEST}${family.name}`;
        for (const card of family.cards) {
          if (kind !== "wrong" || isWrong)
            expect(statusOf(card, answers), `${path}: ${card.id}`).toBe(
              isWrong ? "wrong" : "right",
            );
        }
      }
    }
  },
);

test.each(predict)(
  "$exercise.id: the stub holds the default seed's cards, all open",
  async ({ file }) => {
    const deck = await loadDeck(deckFile(course.exercisesFolder, file));
    const stub =
      originalStub(PROJECT, file, course.stubIds) ??
      readFileSync(join(course.exercisesFolder, file), "utf8");
    const ids = deal(deck!, DEFAULT_SEED).flatMap(({ cards }) => cards.map(({ id }) => id));
    expect(
      [...stub.matchAll(/^ {2}(".*"): "\?",$/gm)].map(([, id]) => String(JSON.parse(id!))),
    ).toEqual(ids);
    expect(readAnswers(stub)?.size).toBe(0);
  },
);
