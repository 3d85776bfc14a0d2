/**
 * Cards: questions to answer before the code, dealt from a deck by a seed.
 *
 * Knows questions and answers. A deck is `exercises/NN-topic/NN-name.cards.ts`, which a learner may read: it holds questions,
 * and asks the library for each right answer only when somebody has answered. An answer stands under its card's id, so it
 * stays right whatever the seed deals next.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { NDArray } from "@deep-dive/ndarray";
import fc from "fast-check";
import { makeDraw } from "./draw.ts";
import { DEFAULT_SEED, readProgress } from "./progress-file.ts";

export type CardAnswer = number | boolean | string | readonly number[];

/** What a learner's file exports as `answers`: an answer for each card's id; "?" is none yet. */
export type CardAnswers = Readonly<Record<string, CardAnswer>>;

export interface Card {
  /** The question in short, and the key of its answer: `a.T.reshape(24)`. No two cards of a deck have the same. */
  readonly id: string;
  /** The whole question, one sentence. */
  readonly prompt: string;
  /** All answers there are to choose from; left out where the answer is a number or a list to be written. */
  readonly choices?: readonly CardAnswer[];
  /** The array that the question is about, for a picture of its memory; left out where that would be the answer. */
  readonly shows?: () => NDArray;
  /** The right answer, worked out by the library at the moment of asking. */
  readonly truth: () => CardAnswer;
}

/** Cards that ask the same thing of different arrays. */
export interface CardFamily {
  /** What they are about, as a test's name says it: `order F`. */
  readonly name: string;
  /** How many of them a seed deals; default 1. */
  readonly dealt?: number;
  readonly cards: readonly Card[];
}

export interface Deck {
  /** What all cards share: what `a` is, and what an answer looks like. */
  readonly about: string;
  readonly families: readonly CardFamily[];
}

/** How the tests that check cards are named; what else fails in such a file waits for them. */
export const CARD_TEST = "card: ";

/** The cards that `seed` deals, family by family. The same seed deals the same cards on every machine. */
export function deal(deck: Deck, seed: number = cardSeed()): CardFamily[] {
  return deck.families.map((family) => {
    const draw = makeDraw(seed, `cards/${family.name}`, 0);
    const left = [...family.cards];
    const cards = Array.from({ length: family.dealt ?? 1 }, () =>
      left.splice(draw.integer(0, left.length), 1),
    ).flat();
    return { ...family, cards };
  });
}

/** The seed of the cards: the run's, where the grader set one; else the learner's own; else the course's. */
export function cardSeed(): number {
  return fc.readConfigureGlobal()?.seed ?? learnersSeed();
}

/** `open` is a card without an answer. */
export function statusOf(card: Card, answers: unknown): "open" | "right" | "wrong" {
  const given = answerIn(answers, card.id);
  if (given === undefined || given === "?") return "open";
  return isSame(given, card.truth()) ? "right" : "wrong";
}

/**
 * Nothing, if each card is answered right. `answers` is the learner's export, or a function that gives it.
 *
 * @throws {Error} a sentence about the first card that is not; it says which answer is wrong, and not which would be right
 */
export function checkCards(cards: readonly Card[], answers: unknown): void {
  // Under the grader a missing export is a function that tells why the file does not run.
  const given: unknown = typeof answers === "function" ? Reflect.apply(answers, null, []) : answers;
  for (const card of cards) {
    const status = statusOf(card, given);
    if (status === "open")
      throw new Error(
        `no answer yet: ${card.prompt}\nAnswer it in answers: ${written(card.id)}: …,`,
      );
    if (status === "wrong")
      throw new Error(`${card.prompt}\nNot ${written(answerIn(given, card.id))}. Think again.`);
  }
}

/** The deck in `file`, an absolute path, or null where there is none. Imports of the library must already mean the bundle. */
export async function loadDeck(file: string): Promise<Deck | null> {
  if (!existsSync(file)) return null;
  return ((await import(pathToFileURL(file).href)) as { deck: Deck }).deck; // ours, and type-checked
}

/** Where an exercise's deck would be: beside its stub. */
export function deckFile(exercisesFolder: string, stubFile: string): string {
  return join(exercisesFolder, stubFile.replace(/\.ts$/, ".cards.ts"));
}

function learnersSeed(): number {
  try {
    return (
      readProgress(fileURLToPath(new URL("../../../progress.json", import.meta.url))).seed ??
      DEFAULT_SEED
    );
  } catch {
    return DEFAULT_SEED; // commands that read progress say what is wrong with it
  }
}

function answerIn(answers: unknown, id: string): unknown {
  return typeof answers === "object" && answers !== null && Object.hasOwn(answers, id)
    ? (answers as Record<string, unknown>)[id] // an own key, just seen
    : undefined;
}

function isSame(given: unknown, right: CardAnswer): boolean {
  if (typeof right !== "object") return given === right;
  return (
    Array.isArray(given) && given.length === right.length && right.every((x, k) => given[k] === x)
  );
}

function written(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map(written).join(", ")}]`
    : typeof value === "number"
      ? String(value)
      : (JSON.stringify(value) ?? typeof value);
}
