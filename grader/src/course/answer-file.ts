/**
 * The answers to cards as they stand in a learner's file: one a line, under `export const answers`.
 *
 * Knows text; runs nothing of the learner's. A file whose answers are written in another way is left as it is.
 */
import type { Card, CardAnswer } from "./cards.ts";

/** The lines between the braces: the text before them, they themselves, and the rest. */
const BLOCK = /^(export const answers\b[^\n]*=\s*\{\n)([\s\S]*?)(^\};?$)/m;
const LINE = /^\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\w+):\s*(.*?),?\s*(?:\/\/.*)?$/;

/** The answers in `text` that can be read, by card id; "?" counts as none. Null where `text` has no such block. */
export function readAnswers(text: string): Map<string, CardAnswer> | null {
  const block = BLOCK.exec(normal(text))?.[2];
  if (block === undefined) return null;
  const answers = new Map<string, CardAnswer>();
  for (const line of block.split("\n")) {
    const [, key, value] = LINE.exec(line) ?? [];
    const answer = value === undefined ? null : answerOf(value);
    if (key !== undefined && answer !== null && answer !== "?") answers.set(keyOf(key), answer);
  }
  return answers;
}

/** `text` with `answer` under `id`: in place of what stood there, or as the last line. Null where `text` has no block of answers. */
export function withAnswer(text: string, id: string, answer: CardAnswer): string | null {
  const found = BLOCK.exec(normal(text));
  if (found === null) return null;
  const [whole, head = "", block = "", end = ""] = found;
  const line = `  ${JSON.stringify(id)}: ${written(answer)},`;
  const lines = block.split("\n").slice(0, -1);
  const at = lines.findIndex((one) => {
    const key = LINE.exec(one)?.[1];
    return key !== undefined && keyOf(key) === id;
  });
  const changed = at < 0 ? [...lines, line] : lines.with(at, line);
  const all = normal(text).replace(whole, () => `${head}${changed.join("\n")}\n${end}`);
  return text.includes("\r\n") ? all.replaceAll("\n", "\r\n") : all;
}

/** What a learner typed for `card`, or null where it can be no answer: one of the choices, a whole number, or a list of them. */
export function typedAnswer(card: Card, typed: string): CardAnswer | null {
  const text = typed.trim();
  if (card.choices !== undefined)
    return card.choices.find((choice) => String(choice) === text) ?? null;
  const numbers = text
    .replaceAll(/^[[(]|,?\s*[\])]$/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!numbers.every((one) => /^[+-]?\d+$/.test(one))) return null;
  const isList = Array.isArray(card.truth());
  if (isList) return /\d|^[[(]\s*[\])]$/.test(text) ? numbers.map(Number) : null;
  return numbers.length === 1 ? Number(numbers[0]) : null;
}

function answerOf(value: string): CardAnswer | null {
  try {
    const answer: unknown = value.startsWith("'")
      ? unquoted(value)
      : JSON.parse(value.replace(/,\s*\]$/, "]"));
    const isPlain = ["number", "boolean", "string"].includes(typeof answer);
    return isPlain || (Array.isArray(answer) && answer.every((x) => typeof x === "number"))
      ? (answer as CardAnswer) // just seen
      : null;
  } catch {
    return null;
  }
}

function keyOf(key: string): string {
  if (key.startsWith("'")) return unquoted(key);
  return key.startsWith('"') ? String(JSON.parse(key)) : key;
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/g, "$1");
}

function written(answer: CardAnswer): string {
  return typeof answer === "object" ? `[${answer.join(", ")}]` : JSON.stringify(answer);
}

function normal(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
