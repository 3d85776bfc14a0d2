/**
 * The subscripts of `einsum`: `"ij,jk->ik"` taken apart.
 *
 * Knows letters and numbers of dimensions; no array. Axes that an ellipsis stands for get labels of their own,
 * counted from the right, so that they line up as broadcasting does.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.einsum.html
 */
import { ValueError } from "../errors.ts";

/** One label for each axis of each operand, and for each axis of the result. */
export interface Subscripts {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

/** @throws {ValueError} when the subscripts are not well formed, or do not fit the operands */
export function parseSubscripts(text: string, ndims: readonly number[]): Subscripts {
  const [left, right, ...more] = text.replaceAll(" ", "").split("->");
  if (/[->]/.test(left! + (right ?? ""))) {
    throw new ValueError(
      "einstein sum subscript string does not contain proper '->' output specified",
    );
  }
  const terms = left!.split(",");
  if (terms.length > ndims.length) {
    throw new ValueError(
      "more operands provided to einstein sum function than specified in the subscripts string",
    );
  }
  if (terms.length < ndims.length) {
    throw new ValueError(
      "fewer operands provided to einstein sum function than specified in the subscripts string",
    );
  }
  const inputs = terms.map((term, k) => labelsOf(term, ndims[k]!, k));
  if (right === undefined) return { inputs, output: implicitOutput(inputs) };
  return { inputs, output: explicitOutput([right, ...more].join("->"), inputs) };
}

function labelsOf(term: string, ndim: number, operand: number): string[] {
  const at = term.indexOf("...");
  const letters = at < 0 ? term : term.slice(0, at) + term.slice(at + 3);
  if (letters.includes(".")) {
    throw new ValueError(
      `einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in operand ${operand}`,
    );
  }
  checkLetters(letters);
  if (letters.length > ndim)
    throw new ValueError(
      `einstein sum subscripts string contains too many subscripts for operand ${operand}`,
    );
  if (at < 0 && letters.length < ndim) {
    throw new ValueError(
      "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
    );
  }
  const count = ndim - letters.length;
  return [
    ...letters.slice(0, Math.max(at, 0)),
    ...broadcastLabels(at < 0 ? 0 : count),
    ...letters.slice(Math.max(at, 0)),
  ];
}

/** Labels for `count` axes under an ellipsis: the last is always "...1", the one before "...2". */
function broadcastLabels(count: number): string[] {
  return Array.from({ length: count }, (_, k) => `...${count - k}`);
}

function checkLetters(letters: string): void {
  const bad = /[^A-Za-z]/.exec(letters);
  if (bad !== null)
    throw new ValueError(
      `invalid subscript '${bad[0]}' in einstein sum subscripts string, subscripts must be letters`,
    );
}

function ellipsisOf(inputs: Subscripts["inputs"]): string[] {
  return broadcastLabels(
    Math.max(0, ...inputs.map((labels) => labels.filter((l) => l.startsWith("...")).length)),
  );
}

/** The axes under the ellipsis, then every label that occurs once, in alphabetical order. */
function implicitOutput(inputs: Subscripts["inputs"]): string[] {
  const letters = inputs.flat().filter((l) => l.length === 1);
  const once = letters.filter((l) => letters.indexOf(l) === letters.lastIndexOf(l));
  return [...ellipsisOf(inputs), ...once.sort()];
}

function explicitOutput(text: string, inputs: Subscripts["inputs"]): string[] {
  const at = text.indexOf("...");
  const letters = at < 0 ? text : text.slice(0, at) + text.slice(at + 3);
  if (letters.includes(".")) {
    throw new ValueError(
      "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in the output",
    );
  }
  checkLetters(letters);
  const known = new Set(inputs.flat());
  for (const [k, letter] of [...letters].entries()) {
    if (letters.indexOf(letter) !== k) {
      throw new ValueError(
        `einstein sum subscripts string includes output subscript '${letter}' multiple times`,
      );
    }
    if (!known.has(letter)) {
      throw new ValueError(
        `einstein sum subscripts string included output subscript '${letter}' which never appeared in an input`,
      );
    }
  }
  const ellipsis = ellipsisOf(inputs);
  if (at < 0 && ellipsis.length > 0) {
    throw new ValueError(
      "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
    );
  }
  return [...letters.slice(0, Math.max(at, 0)), ...ellipsis, ...letters.slice(Math.max(at, 0))];
}
