// One letter at a time; at the bottom all indices are known.
import * as np from "@deep-dive/ndarray";

export function einsum(subscripts: string, operands: readonly np.NDArray[]): np.NDArray {
  const found = /^([a-z]*(?:,[a-z]*)*)->([a-z]*)$/.exec(subscripts);
  if (found === null || new Set(found[2]).size !== found[2]!.length) {
    throw new np.ValueError('einsum needs subscripts of the form "ij,jk->ik"');
  }
  const [inputs, output] = [found[1]!.split(","), [...found[2]!]];
  if (inputs.length !== operands.length) {
    throw new np.ValueError(
      `einsum got ${operands.length} operands for ${inputs.length} lists of letters`,
    );
  }
  const lengths = lengthsOf(inputs, operands);
  const missing = output.find((letter) => !lengths.has(letter));
  if (missing !== undefined)
    throw new np.ValueError(`letter ${missing} of the result is in no operand`);

  const result = np.zeros(output.map((letter) => lengths.get(letter)!));
  const letters = [...lengths.keys()];
  const at = new Map(letters.map((letter) => [letter, 0])); // where each letter stands
  const place = (list: Iterable<string>): number[] => Array.from(list, (letter) => at.get(letter)!);
  const visit = (depth: number): void => {
    const letter = letters[depth];
    if (letter === undefined) {
      const product = operands.reduce(
        (so, operand, k) => so * (operand.item(...place(inputs[k]!)) as number),
        1,
      );
      result.set(place(output), (result.item(...place(output)) as number) + product);
      return;
    }
    for (let i = 0; i < lengths.get(letter)!; i++) {
      at.set(letter, i);
      visit(depth + 1);
    }
  };
  visit(0);
  return result;
}

/** The length of every letter, in the order they first appear. */
function lengthsOf(
  inputs: readonly string[],
  operands: readonly np.NDArray[],
): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const [k, list] of inputs.entries()) {
    const { shape } = operands[k]!;
    if (shape.length !== list.length)
      throw new np.ValueError(
        `operand ${k} has ${shape.length} axes, and its letters are "${list}"`,
      );
    for (const [axis, letter] of [...list].entries()) {
      const known = lengths.get(letter);
      if (known !== undefined && known !== shape[axis])
        throw new np.ValueError(`letter ${letter} has lengths ${known} and ${shape[axis]}`);
      lengths.set(letter, shape[axis]!);
    }
  }
  return lengths;
}
