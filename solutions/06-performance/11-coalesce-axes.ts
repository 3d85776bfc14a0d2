/** Reference answer to 6.11: keep a list of merged axes, and let each new one try to join the last. */
export interface Walk {
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

export function coalesce({ shape, strides }: Walk): Walk {
  if (shape.includes(0)) return { shape: [0], strides: strides.map(() => [0]) };
  const lengths: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (const [k, length] of shape.entries()) {
    if (length === 1) continue; // dropped before its stride can stand between two axes that fit
    const last = lengths.length - 1;
    const joins =
      last >= 0 && strides.every((s, operand) => steps[operand]![last] === length * s[k]!);
    if (joins) lengths[last] = lengths[last]! * length;
    else lengths.push(length);
    for (const [operand, s] of strides.entries()) steps[operand]![lengths.length - 1] = s[k]!; // the inner stride is the merged one
  }
  return { shape: lengths, strides: steps };
}
