import fc from "fast-check";
import { expect, test } from "vitest";
import { type Tracer, makeTracer } from "./tracer.ts";

function traced(values: readonly number[]): { tracer: Tracer; array: Float64Array } {
  const tracer = makeTracer();
  return { tracer, array: tracer.wrapDeep(Float64Array.from(values)) as Float64Array };
}

test("indexing counts each read and write", () => {
  const { tracer, array } = traced([1, 2, 3]);
  array[0] = array[1]! + array[2]!;
  expect([tracer.trace.reads, tracer.trace.writes, array[0]]).toEqual([2, 1, 5]);
});

test("iteration, spread, destructuring and Array.from count", () => {
  const { tracer, array } = traced([1, 2, 3]);
  const [first] = array;
  expect([...array, ...Array.from(array), first]).toEqual([1, 2, 3, 1, 2, 3, 1]);
  expect(tracer.trace.reads).toBe(7);
});

test("native methods count what they touch", () => {
  const touches = (run: (array: Float64Array) => unknown): [number, number] => {
    const { tracer, array } = traced(Array.from({ length: 40 }, (_, k) => 40 - k));
    run(array);
    return [tracer.trace.reads, tracer.trace.writes];
  };
  expect(touches((a) => a.fill(0))).toEqual([0, 40]);
  expect(touches((a) => a.slice())).toEqual([40, 40]);
  expect(touches((a) => a.map((x) => x))).toEqual([40, 40]);
  expect(touches((a) => a.reduce((x, y) => x + y))).toEqual([40, 0]);
  expect(touches((a) => a.set([1, 2]))).toEqual([0, 2]);
  expect(touches((a) => a.set(a.subarray(1), 0))).toEqual([39, 39]);
  expect(touches((a) => a.sort())).toEqual([40, 40]);
  expect(touches((a) => a.indexOf(1))).toEqual([40, 0]);
  expect(touches((a) => Object.values(a))[0]).toBeGreaterThanOrEqual(40);
});

test("a subarray is traced and touches nothing by itself", () => {
  const { tracer, array } = traced([1, 2, 3]);
  const part = array.subarray(1);
  expect(tracer.trace.reads + tracer.trace.writes).toBe(0);
  part[0] = 9;
  expect([tracer.trace.writes, array[1]]).toEqual([1, 9]);
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
  expect(tracer.trace.reads).toBe(100);
});

test("what is put away behind too many others has to be loaded again, whole", () => {
  const tracer = makeTracer();
  const lists = Array.from({ length: 20 }, () => tracer.wrap(new Array(20).fill(1)) as number[]);
  for (const list of lists) list[0] = 2;
  expect(tracer.trace.reads).toBe(0);
  lists[19]![0] = lists[18]![1]!;
  expect(tracer.trace.reads).toBe(0);
  for (const list of lists.slice(0, 4)) list[0] = 3;
  expect(tracer.trace.reads).toBe(4 * 20 - 64);
});

test.each<[string, object, (of: never) => unknown]>([
  ["a map", new Map(pairs()), (map: Map<number, number>) => map.get(50)],
  ["a set", new Set(pairs().map(([key]) => key)), (set: Set<number>) => set.has(50)],
  ["an object", Object.fromEntries(pairs()), (object: Record<number, number>) => object[50]],
  ["bytes", new DataView(new ArrayBuffer(800)), (view: DataView) => view.getFloat64(400)],
])("%s of a hundred counts a look-up", (_, value, look) => {
  const tracer = makeTracer();
  const standIn = tracer.wrap(value);
  expect(look(standIn as never)).toEqual(look(value as never));
  expect(tracer.trace.reads).toBe(1);
});

test("going through a map counts its entries, and its callback sees the stand-in", () => {
  const tracer = makeTracer();
  const map = tracer.wrap(new Map(pairs())) as Map<number, number>;
  expect([...map.keys()]).toHaveLength(100);
  map.forEach((_, key, seen) => {
    if (key === 0) expect(seen).toBe(map);
  });
  expect(map.set(0, 1)).toBe(map);
  expect([tracer.trace.reads, tracer.trace.writes]).toEqual([200, 1]);
});

function pairs(): [number, number][] {
  return Array.from({ length: 100 }, (_, k) => [k, k]);
}

test("the memory of a few short arrays may be looked at as bytes, and no more", () => {
  const tracer = makeTracer();
  const arrays = Array.from({ length: 5 }, () => tracer.wrap(new Float64Array(1)) as Float64Array);
  expect(arrays.slice(0, 4).map(({ buffer }) => buffer.byteLength)).toEqual([8, 8, 8, 8]);
  expect(() => arrays[4]?.buffer).toThrow("traced");
});
