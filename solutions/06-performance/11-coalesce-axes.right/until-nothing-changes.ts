// Merges one pair at a time, and begins again.
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

export function coalesce(walk: Walk): Walk {
  if (walk.shape.includes(0)) return { shape: [0], strides: walk.strides.map(() => [0]) };
  const wide = walk.shape.map((n) => n !== 1);
  const shape = walk.shape.filter((_, k) => wide[k]);
  const strides = walk.strides.map((s) => s.filter((_, k) => wide[k]));
  for (let k = 0; k + 1 < shape.length;) {
    if (strides.every((s) => s[k] === shape[k + 1]! * s[k + 1]!)) {
      shape.splice(k, 2, shape[k]! * shape[k + 1]!);
      for (const s of strides) s.splice(k, 1);
      k = 0;
    } else k += 1;
  }
  return { shape, strides };
}
