// caught by: edge cases > an axis of length 1 is dropped, whatever its stride
// Lets an axis of length 1 and its odd stride stop the merging.
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

export function coalesce({ shape, strides }: Walk): Walk {
  if (shape.includes(0)) return { shape: [0], strides: strides.map(() => [0]) };
  const lengths: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (const [k, length] of shape.entries()) {
    const last = lengths.length - 1;
    const joins =
      last >= 0 && strides.every((s, operand) => steps[operand]![last] === length * s[k]!);
    if (joins) lengths[last] = lengths[last]! * length;
    else lengths.push(length);
    for (const [operand, s] of strides.entries()) steps[operand]![lengths.length - 1] = s[k]!; // the inner stride is the merged one
  }
  const kept = lengths.flatMap((n, k) => (n === 1 ? [] : [k]));
  return { shape: kept.map((k) => lengths[k]!), strides: steps.map((s) => kept.map((k) => s[k]!)) };
}
