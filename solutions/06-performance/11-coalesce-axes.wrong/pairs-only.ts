// caught by: edge cases > a stretched operand merges along axes that are both stretched
// Merges an axis with its neighbour once, and never a third with the pair.
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

export function coalesce({ shape, strides }: Walk): Walk {
  if (shape.includes(0)) return { shape: [0], strides: strides.map(() => [0]) };
  const lengths: number[] = [];
  const merged = new Set<number>();
  const steps: number[][] = strides.map(() => []);
  for (const [k, length] of shape.entries()) {
    if (length === 1) continue; // dropped before its stride can stand between two axes that fit
    const last = lengths.length - 1;
    const joins =
      last >= 0 && strides.every((s, operand) => steps[operand]![last] === length * s[k]!);
    if (joins && !merged.has(last)) merged.add(last);
    else if (joins) {
      lengths.push(length);
      for (const [operand, s] of strides.entries()) steps[operand]!.push(s[k]!);
      continue;
    }
    if (joins) lengths[last] = lengths[last]! * length;
    else lengths.push(length);
    for (const [operand, s] of strides.entries()) steps[operand]![lengths.length - 1] = s[k]!; // the inner stride is the merged one
  }
  return { shape: lengths, strides: steps };
}
