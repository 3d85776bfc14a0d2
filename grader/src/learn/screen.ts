/**
 * The state as lines of text: a header, the exercise or the list, and the keys.
 *
 * Knows widths and heights; writes nothing. The last outcome stays while a new one is on its way.
 */
import { type InspectColor, styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import { progressOf } from "../course/progress-file.ts";
import { memoryText } from "../report/memory-text.ts";
import type { CardView } from "./card-view.ts";
import {
  type Item,
  type LearnState,
  type Outcome,
  type View,
  currentItem,
  listed,
  stateOf,
} from "./state.ts";

export interface ScreenOptions {
  readonly width: number;
  readonly height: number;
  readonly color: boolean;
  /** `03-memory/07-….ts` below exercises/ as a path that can be clicked. */
  readonly linkOf: (file: string) => string;
}

const KEYS = [
  "n next",
  "b back",
  "h hint",
  "l list",
  "o lesson",
  "p cards",
  "e example",
  "c check all",
  "r reset",
  "q quit",
];

/** At most `height` lines, none wider than `width` (colour codes aside). */
export function screenLines(state: LearnState, options: ScreenOptions): string[] {
  const { height, width } = options;
  const head = header(state, options);
  const body = bodyOf(state, options).flatMap((line) => wrap(line, width));
  const roomOver = (foot: readonly string[]): number =>
    Math.max(1, height - head.length - foot.length);
  const short = footer(state, options, 0);
  const hidden = body.length - roomOver(short);
  const foot = hidden > 0 ? footer(state, options, hidden) : short;
  const room = roomOver(foot);
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

/** Notices and keys; `hidden` lines of the body do not fit. */
function footer(state: LearnState, options: ScreenOptions, hidden: number): string[] {
  const item = currentItem(state);
  const isPassed = state.outcomes.get(item.id)?.isPassed === true;
  const keys: Readonly<Record<View["kind"], readonly string[]>> = {
    exercise: [
      ...(hidden > 0 ? [`↓ ${hidden} more ${hidden === 1 ? "line" : "lines"}`] : []),
      ...(state.view.kind === "exercise" && (state.view.scroll ?? 0) > 0 ? ["↑ back up"] : []),
      ...(isPassed ? ["x explain"] : []),
      ...KEYS.filter((key) => item.hasCards || key !== "p cards"),
    ],
    list: ["↑ ↓ move", "enter opens", "/ searches", "esc back"],
    text: ["↑ ↓ scroll", "space a page", "any other key goes back"],
    cards:
      cardOf(state.view)?.choices == null
        ? ["type, then enter", "← → other cards", "esc back"]
        : ["↑ ↓ choose, then enter", "or its number", "← → other cards", "esc back"],
    "confirm-reset": ["y resets", "any other key keeps your text"],
  };
  const notice =
    state.notice === ""
      ? []
      : wrap(state.notice, options.width).map((line) => paint(options, "cyan", line));
  return [
    "",
    ...notice,
    ...packed(keys[state.view.kind], options.width).map((line) => paint(options, "gray", line)),
  ];
}

function bodyOf(state: LearnState, options: ScreenOptions): string[] {
  switch (state.view.kind) {
    case "exercise":
      return exerciseLines(state, options).slice(state.view.scroll ?? 0);
    case "list":
      return listLines(state, state.view, options);
    case "text":
      return [
        paint(options, "bold", state.view.title),
        "",
        ...state.view.lines(options).slice(state.view.scroll),
      ];
    case "cards":
      return cardLines(state.view, options);
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
    `${options.linkOf(item.file)}   ${paint(options, "gray", "lesson")} ${options.linkOf(item.lesson)}`,
    "",
    ...item.task.split("\n"),
    "",
    ...cardsFirst(state, item, options),
    ...item.hints.slice(0, hints).map((h, k) => paint(options, "cyan", `hint ${k + 1}: ${h}`)),
    ...(hints > 0 ? [""] : []),
    ...(outcome === undefined
      ? [isRunning ? "running…" : ""]
      : [
          paint(
            options,
            outcome.isPassed ? "green" : "yellow",
            `${markOf(outcome)} ${outcome.headline}${isRunning ? "   (running…)" : ""}`,
          ),
          ...outcome.details(options),
          ...(outcome.isPassed ? ["", `${outcome.points} points. x explains it, n goes on.`] : []),
        ]),
    ...(errors.length === 0
      ? []
      : [
          "",
          paint(options, "magenta", "the compiler says (the tests ran all the same):"),
          ...errors.slice(0, 5),
        ]),
  ];
}

/** Which cards come before this code; nothing is locked. */
function cardsFirst(state: LearnState, item: Item, options: ScreenOptions): string[] {
  const open = item.after.filter((id) => progressOf(state.progress, id).state !== "passed");
  const own = item.hasCards && progressOf(state.progress, item.id).state !== "passed";
  return [
    ...(own ? [paint(options, "cyan", "Cards to answer first: press p.")] : []),
    ...(open.length > 0
      ? [paint(options, "cyan", `The cards of ${open.join(" and ")} come first, if you like.`)]
      : []),
    ...(own || open.length > 0 ? [""] : []),
  ];
}

function cardOf(view: View): CardView["table"]["cards"][number] | undefined {
  return view.kind === "cards" ? view.table.cards[view.at] : undefined;
}

/** One question: what it is about, its memory, what can be answered. */
function cardLines(view: CardView, options: ScreenOptions): string[] {
  const { cards, about } = view.table;
  const card = cards[view.at];
  if (card === undefined) return ["This exercise has no cards."];
  const marks = cards.map(({ status }, k) => {
    const mark = status === "right" ? "✓" : status === "wrong" ? "✗" : "·";
    return k === view.at ? `[${mark}]` : ` ${mark} `;
  });
  const right = cards.filter((c) => c.status === "right").length;
  return [
    paint(options, "bold", `Card ${view.at + 1} of ${cards.length}, ${right} right`),
    marks.join(""),
    "",
    paint(options, "gray", about),
    "",
    ...card.prompt.split("\n"),
    "",
    ...(card.picture === null ? [] : [...memoryText(card.picture, options).split("\n"), ""]),
    ...(card.choices === null
      ? [`> ${view.typed}_`]
      : card.choices.map((choice, k) => {
          const line = `${k === view.cursor ? ">" : " "} ${k + 1}  ${choice}`;
          return k === view.cursor ? paint(options, "bold", line) : line;
        })),
    ...(card.status === "open"
      ? []
      : [
          "",
          card.status === "right"
            ? paint(options, "green", `✓ ${card.given} is right`)
            : paint(options, "red", `✗ not ${card.given}; think again`),
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
    const { hints } = progressOf(state.progress, item.id);
    const is = stateOf(state, item);
    const mark =
      is === "passed"
        ? paint(options, "green", "✓")
        : is === "failing"
          ? paint(options, "yellow", "✗")
          : "·";
    const notes = [
      is,
      ...(item.hasCards ? ["cards"] : []),
      ...(hints > 0 ? [`${hints} ${hints === 1 ? "hint" : "hints"}`] : []),
    ].join(", ");
    const cursor = first + k === view.cursor ? ">" : " ";
    const text = clip(`${item.id} ${item.name.padEnd(24)} ${notes}`, options.width - 4);
    return `${cursor} ${mark} ${first + k === view.cursor ? paint(options, "bold", text) : text}`;
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

/** Folded at blanks, colours and links unbroken. */
function wrap(line: string, width: number): string[] {
  return wrapAnsi(line, width, { hard: true, trim: false })
    .split("\n")
    .map((part, k) => (k === 0 ? part : withoutBlank(part)).trimEnd());
}

/** The blank at which a line was folded goes; colours before it stay. */
function withoutBlank(line: string): string {
  // oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
  return line.replace(/^((?:\u001b\[\d+m)*) /, "$1");
}

/** Words in as few lines as hold them; none is broken. */
function packed(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + word.length <= width)
      lines[lines.length - 1] = `${last}  ${word}`;
    else lines.push(clip(word, width));
  }
  return lines;
}
