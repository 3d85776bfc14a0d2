/**
 * Watch mode as a state machine: what is on the screen, and what each event makes of it.
 *
 * Knows no terminal, no file and no judge: an event goes in, a new state and a list of effects come out. So the
 * whole hour can be played through in a test.
 */
import { type Progress, progressOf, withExercise } from "../course/progress-file.ts";
import { type CardTable, type CardView, onCardKey, openCards } from "./card-view.ts";

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
  | { readonly kind: "exercise" }
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
      return [
        { ...state, view: { kind: "text", title: event.title, lines: event.lines, scroll: 0 } },
        [],
      ];
    case "notice":
      return [{ ...state, notice: event.text }, []];
    case "cards":
      return onCards(state, event.table, event.notice);
  }
}

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

function onKey(state: LearnState, name: string, text: string): Step {
  if (name === "ctrl-c") return [state, [{ type: "quit" }]];
  const cleared: LearnState = { ...state, notice: "" };
  switch (state.view.kind) {
    case "exercise":
      return onExerciseKey(cleared, name);
    case "list":
      return onListKey(cleared, state.view, name, text);
    case "text":
      return onTextKey(cleared, state.view, name);
    case "cards":
      return onCardsKey(cleared, state.view, name, text);
    case "confirm-reset":
      return name === "y"
        ? [
            { ...cleared, view: { kind: "exercise" } },
            [{ type: "reset", id: currentItem(state).id }],
          ]
        : [{ ...cleared, view: { kind: "exercise" }, notice: "nothing was reset" }, []];
  }
}

function onExerciseKey(state: LearnState, name: string): Step {
  const { id } = currentItem(state);
  switch (name) {
    case "n":
      return goTo(state, Math.min(state.at + 1, state.items.length - 1));
    case "b":
      return goTo(state, Math.max(state.at - 1, 0));
    case "h":
      return onHint(state);
    case "l":
      return [
        { ...state, view: { kind: "list", cursor: state.at, search: "", isSearching: false } },
        [],
      ];
    case "o":
      return [state, [{ type: "lesson", id }]];
    case "p":
      return [state, [{ type: "cards", id }]];
    case "x":
      return [state, [{ type: "explain", id }]];
    case "e":
      return [state, [{ type: "example", id }]];
    case "c":
      return [{ ...state, notice: "checking everything…" }, [{ type: "check-all" }]];
    case "r":
      return [{ ...state, view: { kind: "confirm-reset" } }, []];
    case "return":
      return [{ ...state, running: id }, [{ type: "grade", id }]];
    case "q":
      return [state, [{ type: "quit" }]];
    default:
      return [state, []];
  }
}

/** One more hint each time; they stay on the screen below the outcome. */
function onHint(state: LearnState): Step {
  const { id, hints } = currentItem(state);
  const shown = Math.min(hints.length, progressOf(state.progress, id).hints + 1);
  const progress = withExercise(state.progress, id, { hints: shown });
  return [{ ...state, progress }, [{ type: "save-progress", progress }]];
}

function onListKey(
  state: LearnState,
  view: Extract<View, { kind: "list" }>,
  name: string,
  text: string,
): Step {
  const found = listed(state);
  const put = (change: Partial<typeof view>): Step => [
    { ...state, view: { ...view, ...change } },
    [],
  ];
  if (name === "escape")
    return view.search === ""
      ? [{ ...state, view: { kind: "exercise" } }, []]
      : put({ search: "", isSearching: false, cursor: 0 });
  if (name === "up") return put({ cursor: Math.max(0, view.cursor - 1) });
  if (name === "down")
    return put({ cursor: Math.min(Math.max(0, found.length - 1), view.cursor + 1) });
  if (name === "return") {
    const chosen = found[view.cursor];
    return chosen === undefined
      ? [state, []]
      : goTo({ ...state, view: { kind: "exercise" } }, state.items.indexOf(chosen));
  }
  if (view.isSearching) {
    if (name === "backspace") return put({ search: view.search.slice(0, -1), cursor: 0 });
    return text.length === 1 && text >= " "
      ? put({ search: view.search + text, cursor: 0 })
      : [state, []];
  }
  if (text === "/") return put({ isSearching: true, search: "", cursor: 0 });
  if (name === "l" || name === "q") return [{ ...state, view: { kind: "exercise" } }, []];
  return [state, []];
}

function onTextKey(state: LearnState, view: Extract<View, { kind: "text" }>, name: string): Step {
  const last = Math.max(0, view.lines({ width: 80, color: false }).length - 1);
  const move: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -15,
    pagedown: 15,
    space: 15,
  };
  if (Object.hasOwn(move, name))
    return [
      {
        ...state,
        view: { ...view, scroll: Math.min(last, Math.max(0, view.scroll + move[name]!)) },
      },
      [],
    ];
  return [{ ...state, view: { kind: "exercise" } }, []];
}

function onCardsKey(state: LearnState, view: CardView, name: string, text: string): Step {
  const pressed = onCardKey(view, name, text);
  if (pressed.kind === "closed") return [{ ...state, view: { kind: "exercise" } }, []];
  if (pressed.kind === "view") return [{ ...state, view: pressed.view }, []];
  const { card, typed } = pressed;
  return [state, [{ type: "answer", id: view.table.exercise, card, typed }]];
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
  return [
    isCurrent ? { ...state, running: item.id, view } : state,
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

function goTo(state: LearnState, at: number): Step {
  const { id } = state.items[at]!;
  const progress = { ...state.progress, current: id };
  const isNew = !state.outcomes.has(id);
  return [
    { ...state, at, progress, view: { kind: "exercise" }, running: isNew ? id : state.running },
    [{ type: "save-progress", progress }, ...(isNew ? [{ type: "grade", id } as const] : [])],
  ];
}
