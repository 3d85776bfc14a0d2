/**
 * The state as lines of text: a header, the exercise or the list, and the keys.
 *
 * Knows widths and heights; writes nothing. The last outcome stays while a new one is on its way.
 */
import { type InspectColor, styleText } from "node:util";
import { progressOf } from "../course/progress-file.ts";
import {
  type Item,
  type LearnState,
  type Outcome,
  type View,
  currentItem,
  listed,
} from "./state.ts";

export interface ScreenOptions {
  readonly width: number;
  readonly height: number;
  readonly color: boolean;
  /** `exercises/03-memory/07-….ts` as a path that can be clicked. */
  readonly linkOf: (item: Item) => string;
}

const KEYS = "n next  b back  h hint  l list  o lesson  e example  c check all  r reset  q quit";

/** At most `height` lines, none wider than `width` (colour codes aside). */
export function screenLines(state: LearnState, options: ScreenOptions): string[] {
  const { height, width } = options;
  const head = header(state, options);
  const foot = footer(state, options);
  const body = bodyOf(state, options).flatMap((line) => wrap(line, width));
  const room = Math.max(1, height - head.length - foot.length);
  const shown = body.slice(0, room);
  while (shown.length < room) shown.push("");
  return [...head, ...shown, ...foot].slice(0, height);
}

function header(state: LearnState, options: ScreenOptions): string[] {
  const done = state.items.filter(
    (i) => progressOf(state.progress, i.id).state === "passed",
  ).length;
  const bar = Math.max(8, Math.min(30, options.width - 40));
  const filled = Math.round((done / state.items.length) * bar);
  const text = `${"█".repeat(filled)}${"░".repeat(bar - filled)} ${done} of ${state.items.length} passed`;
  return [paint(options, "bold", clip(text, options.width)), ""];
}

function footer(state: LearnState, options: ScreenOptions): string[] {
  const keys: Readonly<Record<View["kind"], string>> = {
    exercise: KEYS,
    list: "up and down move  enter opens  / searches  esc back",
    text: "up and down scroll  any other key goes back",
    "confirm-reset": "y resets  any other key keeps your text",
  };
  const notice =
    state.notice === "" ? [] : [paint(options, "cyan", clip(state.notice, options.width))];
  return [
    "",
    ...notice,
    ...wrap(keys[state.view.kind], options.width).map((line) => paint(options, "gray", line)),
  ];
}

function bodyOf(state: LearnState, options: ScreenOptions): string[] {
  switch (state.view.kind) {
    case "exercise":
      return exerciseLines(state, options);
    case "list":
      return listLines(state, state.view, options);
    case "text":
      return [
        paint(options, "bold", state.view.title),
        "",
        ...state.view.lines.slice(state.view.scroll),
      ];
    case "confirm-reset":
      return [
        `Put the stub of ${currentItem(state).id} ${currentItem(state).name} back?`,
        "Your text is kept in a backup, whose name you will see.",
      ];
  }
}

function exerciseLines(state: LearnState, options: ScreenOptions): string[] {
  const item = currentItem(state);
  const outcome = state.outcomes.get(item.id);
  const { hints } = progressOf(state.progress, item.id);
  const errors = state.typeErrors.get(item.id) ?? [];
  const isRunning = state.running === item.id;
  return [
    paint(options, "bold", `${item.id} ${item.name}`),
    options.linkOf(item),
    "",
    ...item.task.split("\n"),
    "",
    ...(outcome === undefined
      ? [isRunning ? "running…" : ""]
      : [
          paint(
            options,
            outcome.isPassed ? "green" : "yellow",
            `${markOf(outcome)} ${outcome.headline}${isRunning ? "   (running…)" : ""}`,
          ),
          ...outcome.details,
          ...(outcome.isPassed ? ["", `${outcome.points} points. x explains it, n goes on.`] : []),
        ]),
    ...(errors.length === 0
      ? []
      : [
          "",
          paint(options, "magenta", "the compiler says (the tests ran all the same):"),
          ...errors.slice(0, 5),
        ]),
    ...(hints === 0
      ? []
      : [
          "",
          ...item.hints
            .slice(0, hints)
            .map((h, k) => paint(options, "cyan", `hint ${k + 1}: ${h}`)),
        ]),
  ];
}

function listLines(
  state: LearnState,
  view: Extract<View, { kind: "list" }>,
  options: ScreenOptions,
): string[] {
  const found = listed(state);
  const room = Math.max(3, options.height - 8);
  const first = Math.max(0, Math.min(view.cursor - Math.floor(room / 2), found.length - room));
  const rows = found.slice(first, first + room).map((item, k) => {
    const { state: done, hints } = progressOf(state.progress, item.id);
    const outcome = state.outcomes.get(item.id);
    const mark =
      done === "passed"
        ? paint(options, "green", "✓")
        : outcome === undefined
          ? "·"
          : markOf(outcome);
    const cursor = first + k === view.cursor ? ">" : " ";
    return `${cursor} ${mark} ${clip(`${item.id} ${item.name}${hints > 0 ? ` (${hints} hints)` : ""}`, options.width - 4)}`;
  });
  const search =
    view.isSearching || view.search !== ""
      ? [`/${view.search}${view.isSearching ? "_" : ""}`, ""]
      : [];
  return [...search, ...(rows.length === 0 ? ["nothing matches"] : rows)];
}

function markOf({ isPassed, isStarted }: Outcome): string {
  return isPassed ? "✓" : isStarted ? "✗" : "·";
}

function paint({ color }: ScreenOptions, style: InspectColor, text: string): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}

function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Plain lines are folded at blanks; coloured ones are folded inside their colour. */
function wrap(line: string, width: number): string[] {
  // oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
  const [, open = "", text = "", close = ""] =
    /^((?:\u001b\[\d+m)*)(.*?)((?:\u001b\[\d+m)*)$/s.exec(line) ?? [];
  const parts: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(" ", width);
    const at = blank > width / 2 ? blank : width;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).replace(/^ /, "");
  }
  return [...parts, rest].map((p) => `${open}${p}${close}`);
}
