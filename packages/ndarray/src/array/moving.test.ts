import { expect, test } from "vitest";
import * as np from "../index.ts";
import { heapMemory } from "../memory/heap-memory.ts";
import { Heap, setHeap } from "../memory/heap.ts";

const MIB = 1024 * 1024;

/** What `run` gives in a heap of which so much is pinned that an array whose data is taken moves out of it. */
function wherePinsAreDear<T>(run: () => T): T {
  const start = 1536 * MIB; // where no other test's arrays are
  const before = setHeap(new Heap(heapMemory()!, start, start + MIB));
  try {
    const pinned = np.ones([MIB / 32]);
    expect(pinned.data).toHaveLength(MIB / 32);
    return run();
  } finally {
    setHeap(before);
  }
}

/** Takes what was given back, so that whoever still looks there sees something else. */
function reuse(): void {
  for (let k = 0; k < 20; k++) np.full([2, 3], -k);
}

/** Calls that run somebody's code, here `act`, before they are done with `a`. */
const calls: Record<string, (a: np.NDArray, act: () => void) => unknown> = {
  vectorize(a, act) {
    const f = np.vectorize((x) => {
      act();
      return x;
    });
    return (f(a) as np.NDArray).tolist();
  },
  array2string: (a, act) =>
    np.array2string(a, {
      formatter: {
        all: (x) => {
          act();
          return String(x);
        },
      },
    }),
  set: (a, act) => {
    let reads = 0;
    const computed = {
      re: 5,
      get im() {
        reads += 1;
        if (reads === 3) act(); // the first ones only find out that this is a complex number
        return 0;
      },
    };
    const complex = a.view("complex64"); // as wide as a double
    complex.set([0, 0], computed);
    return a.tolist();
  },
  item: (a, act) => {
    const computed = {
      valueOf() {
        act();
        return 1;
      },
    };
    return a.item(0, computed as unknown as number); // as JS converts it
  },
  histogram: (a, act) => {
    const options = {
      get bins() {
        act();
        return 2;
      },
    };
    return np.histogram(a, options)[0].tolist();
  },
  apply_along_axis: (a, act) =>
    np
      .apply_along_axis(
        (line) => {
          act();
          return np.sum(line);
        },
        1,
        a,
      )
      .tolist(),
};

test.each(Object.entries(calls))(
  "%s goes on where an array is moved while it runs, and says so where it is disposed",
  (_, call) => {
    wherePinsAreDear(() => {
      const make = (): np.NDArray => np.add(np.arange(6).reshape(2, 3), 0.5);
      const expected = call(make(), () => {});
      const moved = make();
      const found = call(moved, () => {
        expect(moved.data).toHaveLength(6);
        expect(moved.isInHeap).toBe(false);
        reuse();
      });
      expect(found).toEqual(expected);
      const gone = make();
      const touch = (): unknown =>
        call(gone, () => {
          gone.dispose();
          reuse();
        });
      expect(touch).toThrow("the array was disposed, and its memory given back");
    });
  },
);

test("a list that changes while it is read is an error, and nothing is written behind the array", () => {
  const growing: unknown[] = [2];
  const computed = {
    im: 0,
    get re() {
      growing.push(7, 7, 7, 7);
      return 1;
    },
  };
  growing.unshift(computed);
  expect(() => np.asarray([growing, [3, 4]])).toThrow("Content of sequences changed");
  const changing = [np.ones([2]), np.ones([2])];
  for (let steady = 0; steady < 6; steady++) {
    let reads = 0;
    Object.defineProperty(changing, 1, { get: () => np.ones([reads++ < steady ? 2 : 200]) });
    const canary = np.full([400], 7);
    let shape: readonly number[] = [2, 2];
    try {
      shape = np.asarray(changing).shape;
    } catch (error) {
      expect(String(error)).toMatch(/inhomogeneous|Content of sequences changed/);
    }
    expect(shape).toEqual([2, 2]);
    expect(canary.tolist()).toEqual(np.full([400], 7).tolist());
  }
});

test("an empty view has empty data, wherever it begins", () => {
  const before = setHeap(null);
  try {
    for (const view of [np.ones([0, 50]).get(":", 40), np.ones([4]).get("4:"), np.ones([0])])
      expect(view.data).toEqual(new Float64Array(0));
  } finally {
    setHeap(before);
  }
});
