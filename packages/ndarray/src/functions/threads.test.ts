import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import * as np from "../index.ts";
import { selectMatmul } from "../kernels/select-matmul.ts";
import { heapMemory } from "../memory/heap-memory.ts";
import { Heap, setHeap } from "../memory/heap.ts";

const COUNT = 3;

/** What `run` gives on one thread and on several. */
function onBoth(run: () => np.NDArray): [one: np.NDArray, several: np.NDArray] {
  np.set_num_threads(COUNT);
  const several = run();
  np.set_num_threads(1);
  return [run(), several];
}

beforeAll(async () => {
  np.set_num_threads(COUNT); // before the first array
  await np.threads_ready();
});

afterEach(() => {
  np.set_num_threads(1);
});

const N = 250_007; // no multiple of anything
const line = (dtype: np.DTypeName): np.NDArray =>
  np.remainder(np.multiply(np.arange(N), 37), 101).astype(dtype);

describe("what several threads compute is what one computes", () => {
  const cases: Readonly<Record<string, () => np.NDArray>> = {
    "a sum of float64": () => np.add(line("float64"), line("float64")),
    "a sum of uint8": () => np.add(line("uint8"), line("uint8")),
    "a product with a scalar": () => np.multiply(line("float32"), 2.5),
    "e to the power": () => np.exp(np.multiply(line("float64"), 0.1)),
    "a comparison": () => np.greater(line("int32"), 50),
    "every other element": () => np.add(line("float64").get("1::2"), line("float64").get(":-1:2")),
    "an operand that is the result": () => {
      const a = line("float64");
      return np.subtract(a, 1, { out: a });
    },
    "a cast": () => line("int32").astype("float64"),
    "a product of matrices": () => {
      const a = line("float64").get(":90000").reshape([300, 300]);
      return np.matmul(a, a.T);
    },
    "a product of odd extents": () => {
      const a = line("float32").get(":90300").reshape([301, 300]);
      return np.matmul(a, line("float32").get(":61800").reshape([300, 206]));
    },
  };
  test.each(Object.entries(cases))("%s", (_, run) => {
    const [one, several] = onBoth(run);
    expect(np.array_equal(one, several)).toBe(true);
  });
});

test("a product takes its scratch before it reads where its operands lie, as taking some may sweep", () => {
  np.set_num_threads(COUNT);
  const n = 300;
  const start = 1024 * 1024 * 1024; // where no other array is
  const heap = new Heap(heapMemory()!, start, 2 * start - 1);
  const before = setHeap(heap);
  const reserve = vi.spyOn(heap, "reserve");
  try {
    const [a, out] = [np.ones([n, n]), np.zeros([n, n])];
    const { memory, dtype, strides } = a;
    const calls: number[] = [];
    const operand = {
      memory,
      dtype,
      strides,
      get address() {
        calls.push(reserve.mock.calls.length);
        return a.address;
      },
    };
    expect(selectMatmul(operand, a, out, [], n, n, n)).toBe(true);
    expect(reserve.mock.calls).toHaveLength(calls[0]!);
    expect(np.array_equal(out, np.full([n, n], n))).toBe(true);
  } finally {
    setHeap(before);
  }
});

test("the number of threads can be asked for and changed", () => {
  np.set_num_threads(2);
  expect(np.get_num_threads()).toBe(2);
  np.set_num_threads(1);
  expect(np.get_num_threads()).toBe(1);
});

test.each([0, 1.5, 65, Number.NaN])("%d threads are refused", (count) => {
  expect(() => np.set_num_threads(count)).toThrow(
    `the number of threads must be a whole number from 1 to 64, not ${count}`,
  );
});
