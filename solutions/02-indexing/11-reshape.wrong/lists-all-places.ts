// caught by: touches
// Right, but finds the strides by listing every place: as dear as the copy that it avoids.
import * as np from "@deep-dive/ndarray";
import type { View } from "../01-offset-of.ts";

const times = (lengths: readonly number[]): number => lengths.reduce((a, b) => a * b, 1);
const rowSteps = (shape: readonly number[]): number[] =>
  shape.map((_, k) => times(shape.slice(k + 1)));

/** All places, row by row. */
function places({ shape, strides, offset }: Omit<View, "data">): number[] {
  let all = [offset];
  shape.forEach((n, k) => {
    all = all.flatMap((at) => Array.from({ length: n }, (_, i) => at + i * strides[k]!));
  });
  return all;
}

/** Guesses the strides from the places themselves, then looks whether they hold everywhere. */
export function viewStrides(view: View, shape: readonly number[]): number[] | null {
  const all = places(view);
  const steps = rowSteps(shape);
  if (all.length === 0) return steps;
  const strides = shape.map((n, k) => (n === 1 ? 0 : all[steps[k]!]! - all[0]!));
  const guessed = places({ shape, strides, offset: view.offset });
  return guessed.every((place, i) => place === all[i])
    ? strides.map((s, k) => (shape[k] === 1 ? steps[k]! : s))
    : null;
}

export function reshape(view: View, shape: readonly number[]): View {
  const size = times(view.shape);
  if (shape.filter((n) => n === -1).length > 1)
    throw new np.ValueError("can only specify one unknown dimension");
  const others = times(shape.filter((n) => n !== -1));
  const lengths = shape.map((n) => (n === -1 ? size / others : n));
  if (times(lengths) !== size || !lengths.every((n) => Number.isInteger(n)))
    throw new np.ValueError(
      `cannot reshape array of size ${size} into shape (${shape.join(",")}${shape.length === 1 ? "," : ""})`,
    );
  const strides = viewStrides(view, lengths);
  if (strides !== null) return { ...view, shape: lengths, strides };
  return {
    data: Float64Array.from(places(view), (at) => view.data[at]!),
    shape: lengths,
    strides: rowSteps(lengths),
    offset: 0,
  };
}
