// Two shapes at a time; the law of three shapes says that this is enough.
import * as np from "@deep-dive/ndarray";

export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] {
  return shapes.reduce<number[]>((sofar, shape) => pair(sofar, shape), []);
}

function pair(a: readonly number[], b: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = a.length - 1, j = b.length - 1; i >= 0 || j >= 0; i--, j--) {
    const m = i < 0 ? 1 : a[i]!;
    const n = j < 0 ? 1 : b[j]!;
    if (m !== n && m !== 1 && n !== 1) {
      throw new np.ValueError(
        `cannot broadcast: axis ${-out.length - 1} has lengths ${m} and ${n}`,
      );
    }
    out.unshift(m === 1 ? n : m);
  }
  return out;
}
