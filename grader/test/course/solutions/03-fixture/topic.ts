import * as np from "@deep-dive/ndarray";
import { type Topic, defineTopic } from "@deep-dive/grader/topic";

const hints = ["think", "the rule", "nearly the code"] as const;
const explanation = "NumPy does the same.";

/** A tiny course that the grader's own tests grade. */
const topic: Topic = defineTopic({
  id: "03-fixture",
  title: "Fixture",
  exercises: [
    {
      id: "3.01",
      name: "add-one",
      kind: "implement",
      points: 4,
      hints,
      explanation,
      tracks: ["fast"],
    },
    {
      id: "3.02",
      name: "reversed",
      kind: "implement",
      points: 5,
      hints,
      explanation,
      drawn: {},
      rules: { forbid: ["np.flip", ".reverse"], loops: false },
      limits: [
        {
          kind: "allocations",
          points: 2,
          call: "reversed",
          input: () => [np.arange(1000)],
          expected: (a) => np.flip(a as np.NDArray),
          limit: 0,
        },
        {
          kind: "shares-memory",
          points: 1,
          call: "reversed",
          input: () => [np.arange(10)],
          expected: (a) => np.flip(a as np.NDArray),
          limit: true,
        },
      ],
    },
    {
      id: "3.03",
      name: "window-sums",
      kind: "experiment",
      points: 5,
      hints,
      explanation,
      limits: [
        {
          kind: "touches",
          points: 2,
          call: "windowSums",
          naive: "naiveWindowSums",
          input: (draw) => [draw.floats(200), 20],
          limit: 1000,
        },
        {
          kind: "cache-lines",
          points: 1,
          call: "windowSums",
          naive: "naiveWindowSums",
          input: (draw) => [draw.floats(400), 20],
          limit: 110,
        },
        {
          kind: "bytes",
          points: 1,
          call: "windowSums",
          naive: "naiveWindowSums",
          input: (draw) => [draw.floats(200), 20],
          limit: 181 * 8,
        },
        {
          kind: "growth",
          points: 1,
          of: "touches",
          sizes: [64, 128, 256, 512, 1024],
          most: 16 * 1024,
          call: "windowSums",
          naive: "naiveWindowSums",
          input: (draw) => [draw.floats(draw.n), draw.n / 2],
          limit: 1.5,
        },
        {
          kind: "speed-up",
          points: 3,
          call: "windowSums",
          naive: "naiveWindowSums",
          input: (draw) => [draw.floats(20_000), 60],
          limit: 5,
          reference: 25,
        },
      ],
    },
    { id: "3.04", name: "twice", kind: "implement", points: 3, hints, explanation, harness: true },
  ],
});

export default topic;
