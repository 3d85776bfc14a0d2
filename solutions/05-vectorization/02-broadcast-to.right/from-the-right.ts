// Walks both shapes from their last axis, and freezes the view through its flag.
import * as np from "@deep-dive/ndarray";

export function broadcastTo(a: np.NDArray, shape: readonly number[]): np.NDArray {
  if (a.ndim > shape.length) throw refusal(a.shape, shape);
  const strides: number[] = [];
  for (let back = 1; back <= shape.length; back++) {
    const from = a.shape.at(-back);
    if (back > a.ndim || from === 1) strides.unshift(0);
    else if (from === shape.at(-back)) strides.unshift(a.strides.at(-back)!);
    else throw refusal(a.shape, shape);
  }
  const view = np.lib.stride_tricks.as_strided(a, { shape, strides });
  view.flags.writeable = false;
  return view;
}

function refusal(from: readonly number[], to: readonly number[]): Error {
  const tuple = (s: readonly number[]): string =>
    s.length === 1 ? `(${s[0]},)` : `(${s.join(",")})`;
  return new np.ValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(from)} and requested shape ${tuple(to)}`,
  );
}
