// A loop over the birds, with whole rows for each: (n, 2) at a time.
import * as np from "@deep-dive/ndarray";

export interface Flock {
  readonly position: np.NDArray;
  readonly velocity: np.NDArray;
}

export function step({ position, velocity }: Flock, radius: number, dt: number): Flock {
  return np.scope(() => {
    const n = position.shape[0]!;
    const pull = np.zeros([n, 2]);
    for (let i = 0; i < n; i++) {
      np.scope(() => {
        const way = np.subtract(position, position.get(i));
        const d2 = np.sum(np.square(way), { axis: 1, keepdims: true });
        const each = np.add(
          np.multiply(way, np.subtract(d2, 1)),
          np.subtract(velocity, velocity.get(i)),
        );
        pull.set([i], np.sum(np.multiply(each, np.less(d2, radius ** 2)), { axis: 0 }));
      });
    }
    const next = np.add(velocity, np.multiply(pull, dt));
    return { position: np.add(position, np.multiply(next, dt)), velocity: next };
  });
}
