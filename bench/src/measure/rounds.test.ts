import { expect, test } from "vitest";
import type { Subject } from "../peers/subject.ts";
import { geometricMean, measure, quantile, ratio } from "./rounds.ts";

const QUICK = { rounds: 5, turnMs: 1 };
const never = (): never => {
  throw new Error("nobody should fail");
};

/** A subject whose every run takes `ns`, by its own word. */
function steady(name: string, ns: number, log: string[] = []): Subject {
  return {
    name,
    check: async () => ({ checksum: 0, size: 0 }),
    run: async (times) => {
      log.push(name);
      return ns * times;
    },
  };
}

test("a subject that takes half the time is twice as fast", async () => {
  const samples = await measure([steady("a", 100), steady("b", 200)], QUICK, never);
  expect(ratio(samples, "a", "b")).toEqual({ median: 2, low: 2, high: 2 });
});

test("a machine that slows down in the middle changes no ratio", async () => {
  let runs = 0;
  const slowing = (name: string, ns: number): Subject => ({
    ...steady(name, ns),
    run: async (times) => (runs++ > 60 ? 7 : 1) * ns * times,
  });
  const subjects = [slowing("a", 1e5), slowing("b", 3e5)];
  const samples = await measure(subjects, { rounds: 40, turnMs: 1 }, never);
  expect(ratio(samples, "a", "b")!.median).toBeCloseTo(3);
});

test("every round visits everybody, forwards and backwards in turn", async () => {
  const log: string[] = [];
  await measure([steady("a", 2e6, log), steady("b", 2e6, log)], { rounds: 4, turnMs: 1 }, never);
  expect(log.slice(-8).join("")).toBe("abbaabba"); // after the runs that warm up
});

test("slow first runs count for nothing, however long they take", async () => {
  let runs = 0;
  const cold: Subject = {
    ...steady("cold", 1e6),
    run: async (times) => {
      runs += times;
      return (runs <= 12 ? 9e6 : 1e6) * times;
    },
  };
  const samples = await measure([cold], QUICK, never);
  expect(samples.cold).toEqual([1e6, 1e6, 1e6, 1e6, 1e6]);
});

test("a subject that fails is dropped with its samples, and the others go on", async () => {
  let runs = 0;
  const failing: Subject = {
    ...steady("breaks", 1e6),
    run: async (times) => {
      if (++runs > 3) throw new Error("heap is full");
      return 1e6 * times;
    },
  };
  const failures: string[] = [];
  const samples = await measure([failing, steady("holds", 1e6)], QUICK, (s, error) => {
    failures.push(`${s.name}: ${(error as Error).message}`); // the subject above throws an Error
  });
  expect(failures).toEqual(["breaks: heap is full"]);
  expect(Object.keys(samples)).toEqual(["holds"]);
  expect(samples.holds).toHaveLength(5);
});

test("a ratio to somebody who was not measured is null", () => {
  expect(ratio({ a: [1] }, "a", "b")).toBe(null);
});

test("quantiles are interpolated, and a geometric mean multiplies", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([5], 0.9)).toBe(5);
  expect(geometricMean([0.5, 2])).toBeCloseTo(1);
  expect(geometricMean([1, 4])).toBeCloseTo(2);
});
