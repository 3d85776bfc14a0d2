// No loop over cells: every operand becomes a view with an axis for each letter, all are multiplied, and the rest is summed.
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
  const order = [...output, ...[...lengths.keys()].filter((letter) => !output.includes(letter))];
  let product: np.NDArray = np.ones(order.map((letter) => lengths.get(letter)!));
  for (const [k, operand] of operands.entries()) {
    // The stride of a letter is the sum over its axes: "ii" walks down the diagonal. A letter that is missing has stride 0.
    const strides = order.map((letter) =>
      [...inputs[k]!].reduce(
        (sum, c, axis) => sum + (c === letter ? operand.strides[axis]! : 0),
        0,
      ),
    );
    const view = np.lib.stride_tricks.as_strided(operand, { shape: product.shape, strides });
    product = np.multiply(product, view);
  }
  const summed = Array.from({ length: order.length - output.length }, (_, k) => output.length + k);
  return summed.length === 0
    ? np.add(result, product)
    : np.add(result, np.sum(product, { axis: summed }));
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
