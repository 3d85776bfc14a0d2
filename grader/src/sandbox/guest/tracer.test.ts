import fc from "fast-check";
import { expect, test } from "vitest";
import { type Tracer, makeTracer } from "./tracer.ts";

function traced(values: readonly number[]): { tracer: Tracer; array: Float64Array } {
  const tracer = makeTracer();
  return { tracer, array: tracer.wrap(Float64Array.from(values)) as Float64Array };
}

test("indexing counts each read and write", () => {
  const { tracer, array } = traced([1, 2, 3]);
  array[0] = array[1]! + array[2]!;
  expect([tracer.reads, tracer.writes, array[0]]).toEqual([2, 1, 5]);
});

test("iteration, spread, destructuring and Array.from count", () => {
  const { tracer, array } = traced([1, 2, 3]);
  const [first] = array;
  expect([...array, ...Array.from(array), first]).toEqual([1, 2, 3, 1, 2, 3, 1]);
  expect(tracer.reads).toBe(7);
});

test("native methods count what they touch", () => {
  const touches = (run: (array: Float64Array) => unknown): [number, number] => {
    const { tracer, array } = traced([3, 1, 2]);
    run(array);
    return [tracer.reads, tracer.writes];
  };
  expect(touches((a) => a.fill(0))).toEqual([0, 3]);
  expect(touches((a) => a.slice())).toEqual([3, 3]);
  expect(touches((a) => a.map((x) => x))).toEqual([3, 3]);
  expect(touches((a) => a.reduce((x, y) => x + y))).toEqual([3, 0]);
  expect(touches((a) => a.set([1, 2]))).toEqual([0, 2]);
  expect(touches((a) => a.set(a.subarray(1), 0))).toEqual([2, 2]);
  expect(touches((a) => a.sort())).toEqual([3, 3]);
  expect(touches((a) => a.indexOf(2))).toEqual([3, 0]);
  expect(touches((a) => Object.values(a))[0]).toBeGreaterThanOrEqual(3);
});

test("a subarray is traced and touches nothing by itself", () => {
  const { tracer, array } = traced([1, 2, 3]);
  const part = array.subarray(1);
  expect(tracer.reads + tracer.writes).toBe(0);
  part[0] = 9;
  expect([tracer.writes, array[1]]).toEqual([1, 9]);
});

test(".buffer and methods of the prototype are refused", () => {
  const { array } = traced([1]);
  expect(() => array.buffer).toThrow("traced");
  expect(() => Float64Array.prototype.slice.call(array)).toThrow(TypeError);
  expect(() => structuredClone(array)).toThrow();
  expect(array instanceof Float64Array).toBe(true);
  expect(array.constructor).toBe(Float64Array);
});

test("methods of a stand-in give what a typed array's give", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double(), { maxLength: 12 }),
      fc.integer({ min: -14, max: 14 }),
      (values, k) => {
        const plain = Float64Array.from(values);
        const { tracer, array } = traced(values);
        const real = (value: unknown): unknown => tracer.unwrap(value);
        expect(real(array.slice(k))).toEqual(plain.slice(k));
        expect(real(array.toSorted())).toEqual(plain.toSorted());
        expect(real(array.toReversed())).toEqual(plain.toReversed());
        expect(real(array.filter((x) => x > 0))).toEqual(plain.filter((x) => x > 0));
        expect(real(array.map((x, i) => x * i))).toEqual(plain.map((x, i) => x * i));
        expect(array.at(k)).toBe(plain.at(k));
        expect(array.includes(values[0] ?? 1)).toBe(plain.includes(values[0] ?? 1));
        expect(array.join()).toBe(plain.join());
        expect([...array.entries()]).toEqual([...plain.entries()]);
        expect(real(array.reverse())).toEqual(plain.reverse());
      },
    ),
  );
});

test("long lists are counted, short ones are bookkeeping", () => {
  const tracer = makeTracer();
  const long = tracer.wrap(Array.from({ length: 100 }, (_, i) => i)) as number[];
  const short = tracer.wrap([1, 2, 3]) as number[];
  expect(long.reduce((a, b) => a + b) + short.reduce((a, b) => a + b)).toBe(4956);
  expect(tracer.reads).toBe(100);
});
