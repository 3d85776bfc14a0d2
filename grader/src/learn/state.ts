/**
 * Watch mode's state: what is on the screen and what is known; what can happen, and what it can ask for.
 */
import { type Progress, progressOf } from "../course/progress-file.ts";
import type { CardTable, CardView } from "./card-view.ts";

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** `03-memory/07-safe-as-strided.ts` */
  readonly file: string;
  /** `03-memory/README.md` */
  readonly lesson: string;
  /** What the stub's docstring says first. */
  readonly task: string;
  readonly hints: readonly string[];
  /** Whether it has cards to answer. */
  readonly hasCards: boolean;
  /** Exercises whose cards come first: a suggestion, never a lock. */
  readonly after: readonly string[];
}

/** How much room a text has. */
export interface Look {
  readonly width: number;
  readonly color: boolean;
}

export interface Outcome {
  readonly isPassed: boolean;
  /** False for the untouched stub. */
  readonly isStarted: boolean;
  /** The verdict and its one-line reason. */
  readonly headline: string;
  /** The whole story, already safe to show, laid out for the window as it is. */
  readonly details: (look: Look) => readonly string[];
  readonly points: string;
}

export type View =
  | { readonly kind: "exercise"; readonly scroll?: number }
  | {
      readonly kind: "list";
      readonly cursor: number;
      readonly search: string;
      readonly isSearching: boolean;
    }
  | {
      readonly kind: "text";
      readonly title: string;
      readonly lines: (look: Look) => readonly string[];
      readonly scroll: number;
    }
  | CardView
  | { readonly kind: "confirm-reset" };

export interface LearnState {
  readonly items: readonly Item[];
  readonly at: number;
  readonly progress: Progress;
  readonly view: View;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** What the compiler says of a stub, line by line. */
  readonly typeErrors: ReadonlyMap<string, readonly string[]>;
  readonly running: string | null;
  readonly notice: string;
}

export type LearnEvent =
  | { readonly type: "key"; readonly name: string; readonly text: string }
  | { readonly type: "saved"; readonly file: string }
  | { readonly type: "graded"; readonly id: string; readonly outcome: Outcome }
  | { readonly type: "typed"; readonly id: string; readonly errors: readonly string[] }
  | {
      readonly type: "text";
      readonly title: string;
      readonly lines: (look: Look) => readonly string[];
    }
  | { readonly type: "cards"; readonly table: CardTable; readonly notice: string }
  | { readonly type: "notice"; readonly text: string };

export type Effect =
  | { readonly type: "grade"; readonly id: string }
  | { readonly type: "lesson" | "explain" | "example" | "reset" | "cards"; readonly id: string }
  | {
      readonly type: "answer";
      readonly id: string;
      readonly card: string;
      readonly typed: string;
    }
  | { readonly type: "check-all" }
  | { readonly type: "save-progress"; readonly progress: Progress }
  | { readonly type: "quit" };

export type Step = readonly [state: LearnState, effects: readonly Effect[]];

/** The exercise on the screen. */
export function currentItem(state: LearnState): Item {
  return state.items[state.at]!;
}

/** What the list shows: the exercises that match the search. */
export function listed(state: LearnState): readonly Item[] {
  if (state.view.kind !== "list") return state.items;
  const words = state.view.search.toLowerCase().split(/\s+/).filter(Boolean);
  return state.items.filter((i) =>
    words.every((w) =>
      `${i.id} ${i.name} ${i.topic} ${stateOf(state, i)}${i.hasCards ? " cards" : ""}`
        .toLowerCase()
        .includes(w),
    ),
  );
}

/** Where an exercise stands, in a word. A failing rerun counts more than an old pass. */
export function stateOf(state: Pick<LearnState, "progress" | "outcomes">, { id }: Item): string {
  if (progressOf(state.progress, id).state === "passed") return "passed";
  return state.outcomes.get(id)?.isStarted === true ? "failing" : "pending";
}
