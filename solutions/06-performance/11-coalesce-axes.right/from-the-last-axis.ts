// From the inside out.
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

export function coalesce(walk: Walk): Walk {
  const operands = walk.strides.length;
  const zeros = Array.from({ length: operands }, () => 0);
  if (walk.shape.includes(0)) return { shape: [0], strides: zeros.map((zero) => [zero]) };
  const axes = walk.shape
    .map((length, k) => ({ length, steps: walk.strides.map((s) => s[k]!) }))
    .filter(({ length }) => length > 1);
  const kept: typeof axes = [];
  for (const outer of axes.reverse()) {
    const inner = kept[0];
    if (
      inner !== undefined &&
      outer.steps.every((step, o) => step === inner.length * inner.steps[o]!)
    ) {
      kept[0] = { length: outer.length * inner.length, steps: inner.steps };
    } else kept.unshift(outer);
  }
  return {
    shape: kept.map(({ length }) => length),
    strides: zeros.map((_, o) => kept.map(({ steps }) => steps[o]!)),
  };
}
