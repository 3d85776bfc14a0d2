/**
 * What each key does, view by view.
 */
import { progressOf, withExercise } from "../course/progress-file.ts";
import { type CardView, onCardKey } from "./card-view.ts";
import { type LearnState, type Step, type View, currentItem, listed } from "./state.ts";

/** What a key makes of `state`. */
export function onKey(state: LearnState, name: string, text: string): Step {
  if (name === "ctrl-c") return [state, [{ type: "quit" }]];
  const cleared: LearnState = { ...state, notice: "" };
  switch (state.view.kind) {
    case "exercise":
      return onExerciseKey(cleared, state.view, name);
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

function onExerciseKey(
  state: LearnState,
  { scroll = 0 }: Extract<View, { kind: "exercise" }>,
  name: string,
): Step {
  const { id } = currentItem(state);
  const scrolled = (to: number): Step => [{ ...state, view: { kind: "exercise", scroll: to } }, []];
  switch (name) {
    case "up":
      return scrolled(Math.max(0, scroll - 1));
    case "down":
      return scrolled(Math.min(linesOfOutcome(state), scroll + 1));
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

/** About as many lines as an outcome has. */
function linesOfOutcome(state: LearnState): number {
  const outcome = state.outcomes.get(currentItem(state).id);
  return outcome?.details({ width: 80, color: false }).length ?? 0;
}

/** One more hint each time; they stay on the screen above the outcome, which may be longer than the screen. */
function onHint(state: LearnState): Step {
  const { id, hints } = currentItem(state);
  const shown = Math.min(hints.length, progressOf(state.progress, id).hints + 1);
  const progress = withExercise(state.progress, id, { hints: shown });
  return [
    { ...state, progress, view: { kind: "exercise" } },
    [{ type: "save-progress", progress }],
  ];
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

/** Puts exercise number `at` on the screen; it is graded if nobody knows yet how it stands. */
export function goTo(state: LearnState, at: number): Step {
  const { id } = state.items[at]!;
  const progress = { ...state.progress, current: id };
  const isNew = !state.outcomes.has(id);
  return [
    { ...state, at, progress, view: { kind: "exercise" }, running: isNew ? id : state.running },
    [{ type: "save-progress", progress }, ...(isNew ? [{ type: "grade", id } as const] : [])],
  ];
}
