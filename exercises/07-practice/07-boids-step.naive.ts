/** The rules, bird by bird. */
import * as np from "@deep-dive/ndarray";

interface Flock {
  readonly position: np.NDArray;
  readonly velocity: np.NDArray;
}

export function step({ position, velocity }: Flock, radius: number, dt: number): Flock {
  const [p, v] = [position.tolist() as number[][], velocity.tolist() as number[][]];
  const next = p.map((mine, i) =>
    mine.map((x, axis) => {
      const pulls = p.map((other, j) => {
        const d2 = (other[0]! - mine[0]!) ** 2 + (other[1]! - mine[1]!) ** 2;
        return d2 < radius ** 2 ? (d2 - 1) * (other[axis]! - x) + v[j]![axis]! - v[i]![axis]! : 0;
      });
      return v[i]![axis]! + dt * pulls.reduce((sum, pull) => sum + pull, 0);
    }),
  );
  return {
    position: np.asarray(p.map((mine, i) => mine.map((x, axis) => x + dt * next[i]![axis]!))),
    velocity: np.asarray(next),
  };
}
