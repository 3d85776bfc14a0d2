// caught by: edge cases > a walk over nothing is one axis of length 0
// Treats 0 like any other length.
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

export function coalesce({ shape, strides }: Walk): Walk {
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
