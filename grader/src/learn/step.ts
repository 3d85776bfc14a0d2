/**
 * Watch mode as a state machine: what each event makes of the state.
 *
 * Knows no terminal, no file and no judge: an event goes in, a new state and a list of effects come out. So the
 * whole hour can be played through in a test.
 */
import { type Progress, progressOf, withExercise } from "../course/progress-file.ts";
import { type CardTable, openCards } from "./card-view.ts";
import { goTo, onKey } from "./keys.ts";
import {
  type Item,
  type LearnEvent,
  type LearnState,
  type Outcome,
  type Step,
  type View,
  currentItem,
} from "./state.ts";

/** Begins at the current exercise of `progress`, or at the first that is not passed. */
export function begin(items: readonly Item[], progress: Progress): Step {
  const known = items.findIndex((i) => i.id === progress.current);
  const open = items.findIndex((i) => progressOf(progress, i.id).state === "pending");
  const at = known >= 0 ? known : Math.max(0, open);
  const state: LearnState = {
    items,
    at,
    progress,
    view: { kind: "exercise" },
    outcomes: new Map(),
    typeErrors: new Map(),
    running: null,
    notice: "",
  };
  return goTo(state, at);
}

/** What `event` makes of `state`. */
export function step(state: LearnState, event: LearnEvent): Step {
  switch (event.type) {
    case "key":
      return onKey(state, event.name, event.text);
    case "saved":
      return onSaved(state, event.file);
    case "graded":
      return onGraded(state, event.id, event.outcome);
    case "typed":
      return [{ ...state, typeErrors: new Map(state.typeErrors).set(event.id, event.errors) }, []];
    case "text":
      return onText(state, event);
    case "notice":
      return [{ ...state, notice: event.text }, []];
    case "cards":
      return onCards(state, event.table, event.notice);
  }
}

/** A text that was asked for takes the screen; that it was on its way need not be said any more. */
function onText(state: LearnState, { title, lines }: Extract<LearnEvent, { type: "text" }>): Step {
  return [{ ...state, notice: "", view: { kind: "text", title, lines, scroll: 0 } }, []];
}

/** Cards that were asked for, or answered. */
function onCards(state: LearnState, table: CardTable, notice: string): Step {
  if (table.exercise !== currentItem(state).id) return [state, []];
  const before = state.view.kind === "cards" ? state.view : null;
  const answered = before === null ? undefined : table.cards[before.at];
  const isNew = before?.table.cards[before.at]?.status !== "right";
  const praise =
    answered?.status === "right" && isNew
      ? table.cards.every((card) => card.status === "right")
        ? `✓ ${answered.given} is right, and that was the last: all ${table.cards.length} cards are right`
        : `✓ ${answered.given} is right`
      : "";
  return [{ ...state, notice: notice || praise, view: openCards(table, state.view) }, []];
}

/** A saved file is graded; only the current one takes the screen. */
function onSaved(state: LearnState, file: string): Step {
  const item = state.items.find((i) => i.file === file);
  if (item === undefined) return [state, []];
  const isCurrent = item === currentItem(state);
  // Answering a card saves, too, and the next card stays on the screen.
  const view: View = state.view.kind === "cards" ? state.view : { kind: "exercise" };
  // What the compiler said was of the text before.
  const typeErrors = new Map(state.typeErrors).set(item.id, []);
  return [
    { ...state, typeErrors, ...(isCurrent ? { running: item.id, view } : {}) },
    [{ type: "grade", id: item.id }],
  ];
}

function onGraded(state: LearnState, id: string, outcome: Outcome): Step {
  const was = progressOf(state.progress, id).state;
  const now = outcome.isPassed ? "passed" : "pending";
  const progress = was === now ? state.progress : withExercise(state.progress, id, { state: now });
  const isCurrent = id === currentItem(state).id;
  const notice =
    isCurrent || was === now
      ? state.notice
      : now === "passed"
        ? `${id} passes now`
        : `${id} fails again: it is pending`;
  const next: LearnState = {
    ...state,
    progress,
    notice,
    outcomes: new Map(state.outcomes).set(id, outcome),
    running: state.running === id ? null : state.running,
  };
  return [next, was === now ? [] : [{ type: "save-progress", progress }]];
}
