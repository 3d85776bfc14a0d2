import * as np from "@deep-dive/ndarray";
import { arrays, assertClose } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Flock, step } from "./07-boids-step.ts";

/** The rules, bird by bird. */
function byLoops(
  { position, velocity }: Flock,
  radius: number,
  dt: number,
): { position: number[][]; velocity: number[][] } {
  const [p, v] = [position.tolist() as number[][], velocity.tolist() as number[][]];
  const next = p.map((mine, i) =>
    mine.map((_, axis) => {
      let pull = 0;
      for (const [j, other] of p.entries()) {
        const d2 = (other[0]! - mine[0]!) ** 2 + (other[1]! - mine[1]!) ** 2;
        if (j === i || d2 >= radius ** 2) continue;
        pull += (d2 - 1) * (other[axis]! - mine[axis]!) + v[j]![axis]! - v[i]![axis]!;
      }
      return v[i]![axis]! + dt * pull;
    }),
  );
  return {
    position: p.map((mine, i) => mine.map((x, axis) => x + dt * next[i]![axis]!)),
    velocity: next,
  };
}

const flocks = fc.nat(6).chain((n) =>
  fc.record({
    position: arrays({ dtype: "float64", shape: [n, 2] }),
    velocity: arrays({ dtype: "float64", shape: [n, 2] }),
  }),
);
const radius = fc.constantFrom(0.75, 1.6, 3.1, 100); // never a distance between points on the half-unit grid
const dt = fc.constantFrom(0, 0.125, 0.5);

const pair = (distance: number): Flock => ({
  position: np.asarray([
    [0, 0],
    [distance, 0],
  ]),
  velocity: np.zeros([2, 2]),
});

describe("worked examples", () => {
  test("at distance 2 two birds pull each other: (4 - 1) · 2 = 6", () => {
    expect(step(pair(2), 5, 1).velocity.tolist()).toEqual([
      [6, 0],
      [-6, 0],
    ]);
  });

  test("at distance 1 they are content", () => {
    expect(step(pair(1), 5, 1).velocity.tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("a lonely bird flies straight on", () => {
    const next = step({ position: np.asarray([[1, 2]]), velocity: np.asarray([[3, 4]]) }, 5, 0.5);
    expect([next.position.tolist(), next.velocity.tolist()]).toEqual([[[2.5, 4]], [[3, 4]]]);
  });
});

describe("edge cases", () => {
  test("birds do not see farther than the radius, nor exactly as far", () => {
    expect(step(pair(2), 1.9, 1).velocity.tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(step(pair(2), 2, 1).velocity.tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("velocities approach each other", () => {
    const next = step(
      {
        position: np.asarray([
          [0, 0],
          [1, 0],
        ]),
        velocity: np.asarray([
          [4, 0],
          [0, 0],
        ]),
      },
      5,
      0.25,
    );
    expect(next.velocity.tolist()).toEqual([
      [3, 0],
      [1, 0],
    ]);
  });

  test("birds move with their new velocity", () => {
    expect(step(pair(2), 5, 0.25).position.tolist()).toEqual([
      [0.375, 0],
      [1.625, 0],
    ]);
  });

  test("two birds at one place do not push each other", () => {
    expect(step(pair(0), 5, 1).velocity.tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("no birds", () => {
    expect([
      ...step({ position: np.zeros([0, 2]), velocity: np.zeros([0, 2]) }, 5, 1).position.shape,
    ]).toEqual([0, 2]);
  });

  test("the flock is left alone", () => {
    const flock = pair(2);
    step(flock, 5, 1);
    expect([flock.position.tolist(), flock.velocity.tolist()]).toEqual([
      [
        [0, 0],
        [2, 0],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ]);
  });
});

describe("laws", () => {
  test("every bird does what the rules say, in every layout", () => {
    fc.assert(
      fc.property(flocks, radius, dt, (flock, r, t) => {
        fc.pre(flock.position.size > 0);
        const [actual, expected] = [step(flock, r, t), byLoops(flock, r, t)];
        assertClose(actual.velocity, expected.velocity, { rtol: 1e-9, atol: 1e-7 });
        assertClose(actual.position, expected.position, { rtol: 1e-9, atol: 1e-7 });
      }),
    );
  });

  test("the total velocity stays the same", () => {
    fc.assert(
      fc.property(flocks, radius, dt, (flock, r, t) => {
        const before = np.sum(flock.velocity, { axis: 0 });
        assertClose(np.sum(step(flock, r, t).velocity, { axis: 0 }), before, { atol: 1e-6 });
      }),
    );
  });

  test("numbering the birds otherwise changes their numbers only", () => {
    fc.assert(
      fc.property(flocks, radius, (flock, r) => {
        fc.pre(flock.position.size > 0);
        const turned = {
          position: flock.position.get("::-1"),
          velocity: flock.velocity.get("::-1"),
        };
        assertClose(step(turned, r, 0.5).position, step(flock, r, 0.5).position.get("::-1"), {
          rtol: 1e-9,
          atol: 1e-7,
        });
      }),
    );
  });

  test("a flock elsewhere flies the same way", () => {
    fc.assert(
      fc.property(flocks, radius, fc.integer({ min: -64, max: 64 }), (flock, r, shift) => {
        fc.pre(flock.position.size > 0);
        const moved = { position: np.add(flock.position, shift), velocity: flock.velocity };
        assertClose(step(moved, r, 0.5).velocity, step(flock, r, 0.5).velocity, {
          rtol: 1e-8,
          atol: 1e-6,
        });
      }),
    );
  });
});
