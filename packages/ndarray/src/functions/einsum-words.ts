/**
 * The subscripts of `einsum` as its search for an order reads them: one word for each operand, `...` spelt out.
 *
 * Knows letters and numbers of dimensions. NumPy reads subscripts in two places, which refuse in different words;
 * this is the one for `einsum_path` and `optimize`, the other is `einsum-subscripts.ts`.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.einsum_path.html
 */
import { ValueError } from "../errors.ts";

export interface Words {
  readonly inputs: readonly string[];
  readonly output: string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** @throws {ValueError} when the subscripts are not well formed, or not as many as the operands */
export function parseWords(text: string, ndims: readonly number[]): Words {
  const plain = text.replaceAll(" ", "");
  const bad = /[^A-Za-z.,>-]/.exec(plain);
  if (bad !== null) throw new ValueError(`Character ${bad[0]} is not a valid symbol.`);
  const [left, right, ...more] = plain.split("->");
  if (more.length > 0 || /[->]/.test(left! + (right ?? "")))
    throw new ValueError("Subscripts can only contain one '->'.");
  const unused = [...LETTERS].filter((letter) => !plain.includes(letter)).join("");
  const counts = left!.split(",").map((word, k) => ellipsisCount(word, ndims[k]));
  const spelt = (word: string, count: number): string =>
    word.replace("...", count === 0 ? "" : unused.slice(-count));
  const inputs = left!.split(",").map((word, k) => spelt(word, counts[k]!));
  const longest = spelt("...", Math.max(0, ...counts));
  const output = right === undefined ? implied(inputs, longest) : right.replace("...", longest);
  for (const letter of output) {
    if (output.indexOf(letter) !== output.lastIndexOf(letter))
      throw new ValueError(`Output character ${letter} appeared more than once in the output.`);
    if (!inputs.some((word) => word.includes(letter)))
      throw new ValueError(`Output character ${letter} did not appear in the input`);
  }
  if (inputs.length !== ndims.length) {
    throw new ValueError("Number of einsum subscripts must be equal to the number of operands.");
  }
  return { inputs, output };
}

/** How many axes an ellipsis stands for; none where there is none. */
function ellipsisCount(word: string, ndim: number | undefined): number {
  if (!word.includes(".")) return 0;
  if (word.split(".").length !== 4 || !word.includes("..."))
    throw new ValueError("Invalid Ellipses.");
  const count = ndim === undefined || ndim === 0 ? 0 : ndim - (word.length - 3);
  if (count < 0) throw new ValueError("Ellipses lengths do not match.");
  return count;
}

function implied(inputs: readonly string[], ellipsis: string): string {
  const all = inputs.join("");
  const once = [...new Set(all)].filter(
    (letter) => all.indexOf(letter) === all.lastIndexOf(letter) && !ellipsis.includes(letter),
  );
  return ellipsis + once.sort().join("");
}

/** The length each letter stands for; length 1 stretches. @throws {ValueError} when operands do not fit */
export function wordLengths(
  { inputs }: Words,
  shapes: readonly (readonly number[])[],
): Map<string, number> {
  const lengths = new Map<string, number>();
  const line = inputs.join(",");
  for (const [k, word] of inputs.entries()) {
    const shape = shapes[k]!; // as many as words
    if (shape.length !== word.length) {
      throw new ValueError(
        `Einstein sum subscript ${line[k]} does not contain the correct number of indices for operand ${k}.`,
      );
    }
    for (const [axis, letter] of [...word].entries()) {
      const [known, n] = [lengths.get(letter), shape[axis]!];
      if (known === undefined || known === 1) lengths.set(letter, n);
      else if (n !== 1 && n !== known) {
        throw new ValueError(
          `Size of label '${letter}' for operand ${k} (${known}) does not match previous terms (${n}).`,
        );
      }
    }
  }
  return lengths;
}
