/**
 * Predict cards on the screen: one question at a time, answered by typing or by choosing.
 *
 * Knows keys and words; no deck, no file, and no right answer.
 */
import type { Picture } from "../judge/picture.ts";

/** A card as it stands on the table. */
export interface ShownCard {
  readonly id: string;
  readonly prompt: string;
  /** All answers there are, where there is a closed list; else the answer is typed. */
  readonly choices: readonly string[] | null;
  readonly status: "open" | "right" | "wrong";
  /** The learner's answer; "" while there is none. */
  readonly given: string;
  /** The memory that the question is about, where that is no answer already. */
  readonly picture: Picture | null;
}

/** The cards of one exercise. */
export interface CardTable {
  /** The exercise's id. */
  readonly exercise: string;
  /** What all cards share. */
  readonly about: string;
  readonly cards: readonly ShownCard[];
}

export interface CardView {
  readonly kind: "cards";
  readonly table: CardTable;
  readonly at: number;
  /** What was typed so far. */
  readonly typed: string;
  /** The choice under the cursor. */
  readonly cursor: number;
}

/** The table's first open question; after an answer, the next one, or the same where the answer is wrong. */
export function openCards(table: CardTable, before: { readonly kind: string }): CardView {
  const old = before.kind === "cards" ? (before as CardView) : null; // by its kind
  const isWrong = old !== null && table.cards[old.at]?.status === "wrong";
  const from = old === null ? 0 : old.at;
  const order = table.cards.map((_, k) => (from + k) % table.cards.length);
  const next = order.find((k) => table.cards[k]!.status !== "right");
  const at = isWrong ? from : (next ?? from);
  return { kind: "cards", table, at, typed: "", cursor: isWrong ? old.cursor : 0 };
}

export type CardPress =
  | { readonly kind: "view"; readonly view: CardView }
  | { readonly kind: "answer"; readonly card: string; readonly typed: string }
  | { readonly kind: "closed" };

/** What a key does: moves between cards, types or chooses, answers, or closes. */
export function onCardKey(view: CardView, name: string, text: string): CardPress {
  const { table, at, cursor, typed } = view;
  const card = table.cards[at];
  if (card === undefined || name === "escape") return { kind: "closed" };
  const put = (change: Partial<CardView>): CardPress => ({
    kind: "view",
    view: { ...view, ...change },
  });
  const turn = (by: number): CardPress =>
    put({ at: (at + by + table.cards.length) % table.cards.length, typed: "", cursor: 0 });
  if (name === "right" || name === "tab") return turn(1);
  if (name === "left") return turn(-1);
  if (card.choices === null) {
    if (name === "return")
      return typed.trim() === "" ? put({}) : { kind: "answer", card: card.id, typed };
    if (name === "backspace") return put({ typed: typed.slice(0, -1) });
    return text.length === 1 && text >= " " ? put({ typed: typed + text }) : put({});
  }
  const last = card.choices.length - 1;
  if (name === "up") return put({ cursor: Math.max(0, cursor - 1) });
  if (name === "down") return put({ cursor: Math.min(last, cursor + 1) });
  const chosen = /^[1-9]$/.test(text) ? card.choices[Number(text) - 1] : undefined;
  if (chosen !== undefined) return { kind: "answer", card: card.id, typed: chosen };
  if (name === "return") return { kind: "answer", card: card.id, typed: card.choices[cursor]! };
  return name === "q" ? { kind: "closed" } : put({});
}
