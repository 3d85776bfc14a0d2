import * as np from "@deep-dive/ndarray";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Nested } from "../01-basics/01-nested-to-array.ts";
import type { View } from "../02-indexing/01-offset-of.ts";
import type { AnyPart } from "../02-indexing/08-ellipsis-newaxis.ts";
import {
  add,
  array,
  index,
  matmul,
  multiply,
  reshape,
  sum,
  take,
  toList,
  transpose,
} from "./10-own-ndarray.ts";

/** An operand: nested lists, or a shape without elements, which lists cannot always say. */
type Operand = Nested | { readonly empty: readonly number[] };
/** A function's name and its further arguments; the first one is what the step before gave. */
type Step = readonly [name: string, ...args: readonly unknown[]];
type Case = readonly [
  name: string,
  start: Operand,
  steps: readonly Step[],
  shape: readonly number[],
  elements: readonly number[],
];

/** Computed by NumPy 2.4.6: start, what is done to it, and the shape and elements (row by row) that come out. */
const DECK = `
# making arrays
["a scalar has no axes",5,[],[],[5]]
["a table as it is",[[0,1,2],[3,4,5]],[],[2,3],[0,1,2,3,4,5]]
# indexing
["one row",[[0,1,2],[3,4,5]],[["index",[1]]],[3],[3,4,5]]
["one element",[[0,1,2],[3,4,5]],[["index",[1,-1]]],[],[5]]
["a column",[[0,1,2],[3,4,5]],[["index",[[null,null,null],2]]],[2],[2,5]]
["a slice of columns",[[0,1,2],[3,4,5]],[["index",[[null,null,null],[1,null,null]]]],[2,2],[1,2,4,5]]
["every second column, backwards",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["index",["...",[null,null,-2]]]],[2,3,2],[3,1,7,5,11,9,15,13,19,17,23,21]]
["bounds outside are clipped",[1,2,3],[["index",[[-9,9,null]]]],[3],[1,2,3]]
["an empty slice",[1,2,3],[["index",[[2,1,null]]]],[0],[]]
["a new axis in front",[1,2,3],[["index",[null]]],[1,3],[1,2,3]]
["a new axis behind",[1,2,3],[["index",["...",null]]],[3,1],[1,2,3]]
["an ellipsis in the middle",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["index",[0,"...",3]]],[3],[3,7,11]]
["a slice of a slice",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["index",[[null,null,null],[null,null,2]]],["index",[1,[null,null,-1],[1,3,null]]]],[2,2],[21,22,13,14]]
["a number in a table of one",[[5]],[["index",[0,0]]],[],[5]]
["an ellipsis that stands for nothing",[[0,1,2],[3,4,5]],[["index",[1,"...",2]]],[],[5]]
["two new axes around a slice",[1,2,3],[["index",[null,[null,null,-1],null]]],[1,3,1],[3,2,1]]
["an empty slice keeps the other axes",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["index",[[1,1,null],"...",[null,null,2]]]],[0,3,2],[]]
# axes in another order
["transposed",[[0,1,2],[3,4,5]],[["transpose"]],[3,2],[0,3,1,4,2,5]]
["three axes in another order",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["transpose",[1,2,0]]],[3,4,2],[0,12,1,13,2,14,3,15,4,16,5,17,6,18,7,19,8,20,9,21,10,22,11,23]]
["transposed twice",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["transpose"],["transpose"]],[2,3,4],[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23]]
["a slice of a transpose",[[0,1,2],[3,4,5]],[["transpose"],["index",[[1,null,null],1]]],[2],[4,5]]
["a new axis, then transposed",[[0,1,2],[3,4,5]],[["index",[null]],["transpose"]],[3,2,1],[0,3,1,4,2,5]]
# reshaping
["reshaped",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["reshape",[6,4]]],[6,4],[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23]]
["reshaped with an unknown",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["reshape",[4,-1]]],[4,6],[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23]]
["a transpose, flattened",[[0,1,2],[3,4,5]],[["transpose"],["reshape",[-1]]],[6],[0,3,1,4,2,5]]
["a reversed table, flattened",[[0,1,2],[3,4,5]],[["index",[[null,null,-1],[null,null,-1]]],["reshape",[6]]],[6],[5,4,3,2,1,0]]
["a single element without axes",[[7]],[["reshape",[]]],[],[7]]
["nothing, in another shape",{"empty":[0,3]},[["reshape",[3,0]]],[3,0],[]]
["a slice of columns, flattened",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["index",["...",[1,3,null]]],["reshape",[4,-1]]],[4,3],[1,2,5,6,9,10,13,14,17,18,21,22]]
# taking
["rows taken in another order",[[0,1,2],[3,4,5]],[["take",[1,0,1],0]],[3,3],[3,4,5,0,1,2,3,4,5]]
["columns taken from a transpose",[[0,1,2],[3,4,5]],[["transpose"],["take",[-1,0],1]],[3,2],[3,0,4,1,5,2]]
["no columns taken",[[0,1,2],[3,4,5]],[["take",[],1]],[2,0],[]]
["the last plane taken",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["take",[-1],0]],[1,3,4],[12,13,14,15,16,17,18,19,20,21,22,23]]
["taken from a reversed list",[1,2,3,4],[["index",[[null,null,-1]]],["take",[0,3,0],0]],[3],[4,1,4]]
# arithmetic
["a table plus a row",[[0,1,2],[3,4,5]],[["add",[1,2,3]]],[2,3],[1,3,5,4,6,8]]
["a table plus a column",[[0,1,2],[3,4,5]],[["add",[[10],[20]]]],[2,3],[10,11,12,23,24,25]]
["a column plus a row",[1,2,3],[["index",[[null,null,null],null]],["add",[1,2,3]]],[3,3],[2,3,4,3,4,5,4,5,6]]
["a table plus a number",[[0,1,2],[3,4,5]],[["add",0.5]],[2,3],[0.5,1.5,2.5,3.5,4.5,5.5]]
["a number plus a table",0.5,[["add",[[0,1,2],[3,4,5]]]],[2,3],[0.5,1.5,2.5,3.5,4.5,5.5]]
["a transpose plus a table",[[0,1,2],[3,4,5],[6,7,8]],[["transpose"],["add",[[0,1,2],[3,4,5],[6,7,8]]]],[3,3],[0,4,8,4,8,12,8,12,16]]
["a reversed row times a table",[1,2,3],[["index",[[null,null,-1]]],["multiply",[[0,1,2],[3,4,5]]]],[2,3],[0,2,2,9,8,5]]
["three axes times one",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["multiply",[1,0,-1,2]]],[2,3,4],[0,0,-2,6,4,0,-6,14,8,0,-10,22,12,0,-14,30,16,0,-18,38,20,0,-22,46]]
["an empty table times a row",{"empty":[0,3]},[["multiply",[1,2,3]]],[0,3],[]]
["1 stretches to 0",[[1]],[["add",{"empty":[0]}]],[1,0],[]]
["a scalar plus a scalar",5,[["add",7]],[],[12]]
["three axes plus a column for each",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["add",[[[100],[200],[300]]]]],[2,3,4],[100,101,102,103,204,205,206,207,308,309,310,311,112,113,114,115,216,217,218,219,320,321,322,323]]
["three axes plus one column for all",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["add",[[100],[200],[300]]]],[2,3,4],[100,101,102,103,204,205,206,207,308,309,310,311,112,113,114,115,216,217,218,219,320,321,322,323]]
# sums
["an empty list of rows of three",{"empty":[0,3]},[["sum",[0],false]],[3],[0,0,0]]
["the sum of everything",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["sum",null,false]],[],[276]]
["sums of columns",[[0,1,2],[3,4,5]],[["sum",[0],false]],[3],[3,5,7]]
["sums of rows, kept as a column",[[0,1,2],[3,4,5]],[["sum",[1],true]],[2,1],[3,12]]
["sums over two axes",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["sum",[0,-1],false]],[3],[60,92,124]]
["everything, with all axes kept",[[0,1,2],[3,4,5]],[["sum",null,true]],[1,1],[15]]
["the sum of nothing",{"empty":[2,0]},[["sum",[1],false]],[2],[0,0]]
["the sum of a reversed transpose",[[0,1,2],[3,4,5]],[["transpose"],["index",[[null,null,-1]]],["sum",[1],false]],[3],[7,5,3]]
["rows less their means",[[3,1,2],[0,5,4]],[["sum",[1],true],["multiply",-0.25],["add",[[3,1,2],[0,5,4]]]],[2,3],[1.5,-0.5,0.5,-2.25,2.75,1.75]]
["no axes summed",[[0,1,2],[3,4,5]],[["sum",[],false]],[2,3],[0,1,2,3,4,5]]
["the sum of a stretched table",[[1],[2]],[["add",[0,0,0]],["sum",[1],false]],[2],[3,6]]
["the middle axis, kept",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["sum",[1],true]],[2,1,4],[12,15,18,21,48,51,54,57]]
["the first axis, counted from the last",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["sum",[-3],false]],[3,4],[12,14,16,18,20,22,24,26,28,30,32,34]]
# matrix products
["a product of matrices",[[0,1,2],[3,4,5]],[["matmul",[[1,2],[3,4],[5,6]]]],[2,2],[13,16,40,52]]
["a matrix times its transpose",[[0,1,2],[3,4,5]],[["transpose"],["matmul",[[0,1,2],[3,4,5]]]],[3,3],[9,12,15,12,17,22,15,22,29]]
["a product with a slice",[[[0,1,2,3],[4,5,6,7],[8,9,10,11]],[[12,13,14,15],[16,17,18,19],[20,21,22,23]]],[["index",[1,[null,2,null]]],["matmul",[[0,1],[2,3],[4,5],[6,7]]]],[2,2],[172,226,220,290]]
["a product over nothing",{"empty":[2,0]},[["matmul",{"empty":[0,3]}]],[2,3],[0,0,0,0,0,0]]
["the identity",[[1,0,0],[0,1,0],[0,0,1]],[["matmul",[[0,1,2],[3,4,5],[6,7,8]]],["transpose"]],[3,3],[0,3,6,1,4,7,2,5,8]]
["a row times a matrix times a column",[[1,2,3]],[["matmul",[[1,0],[0,1],[1,1]]],["matmul",[[10],[100]]]],[1,1],[540]]
["a matrix times a reversed one",[[0,1,2],[3,4,5]],[["index",[[null,null,-1]]],["matmul",[[1],[10],[100]]]],[2,1],[543,210]]
`;

/** The cases under each heading. */
const groups = DECK.split("\n# ")
  .slice(1)
  .map((text) => {
    const [heading, ...lines] = text.trim().split("\n");
    return { heading, cases: lines.map((line) => JSON.parse(line) as Case) }; // the lines above
  });

function made(operand: Operand): View {
  if (typeof operand !== "object" || !("empty" in operand)) return array(operand);
  return {
    data: new Float64Array(0),
    shape: operand.empty,
    strides: operand.empty.map(() => 0),
    offset: 0,
  };
}

function run(start: Operand, steps: readonly Step[]): View {
  // The deck's own lists: every argument is what its function takes.
  const does: Readonly<Record<string, (view: View, ...args: readonly never[]) => View>> = {
    index: (view, parts: readonly AnyPart[]) => index(view, parts),
    transpose: (view, axes?: readonly number[]) =>
      axes === undefined ? transpose(view) : transpose(view, axes),
    reshape: (view, shape: readonly number[]) => reshape(view, shape),
    take: (view, indices: readonly number[], axis: number) => take(view, indices, axis),
    add: (view, other: Operand) => add(view, made(other)),
    multiply: (view, other: Operand) => multiply(view, made(other)),
    sum: (view, axes: readonly number[] | null, keepdims: boolean) => sum(view, axes, keepdims),
    matmul: (view, other: Operand) => matmul(view, made(other)),
  };
  return steps.reduce(
    (view, [name, ...args]) => does[name]!(view, ...(args as never[])),
    made(start),
  );
}

const flat = (nested: Nested): number[] => ([nested] as unknown[]).flat(Infinity) as number[]; // numbers only

/** Views of every kind, with the NumPy array that holds the same. */
const pairs = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), fc.boolean(), fc.boolean())
  .map(([shape, isTurned, isBackwards]) => {
    let theirs = np
      .arange(
        shape.reduce((product, n) => product * n, 1),
        { dtype: "float64" },
      )
      .reshape(shape) as np.NDArray;
    let ours: View = {
      data: Float64Array.from(theirs.ravel().tolist() as number[]),
      shape,
      strides: theirs.strides.map((s) => s / 8),
      offset: 0,
    };
    if (isTurned)
      [theirs, ours] = [
        theirs.T,
        { ...ours, shape: shape.toReversed(), strides: ours.strides.toReversed() },
      ];
    if (isBackwards && shape.length > 0) {
      const [first, ...rest] = ours.strides as [number, ...number[]];
      ours = {
        ...ours,
        offset: ours.offset + first * (ours.shape[0]! - 1),
        strides: [-first, ...rest],
      };
      theirs = theirs.get("::-1");
    }
    return { ours, theirs };
  });

for (const { heading, cases } of groups) {
  describe(`NumPy's deck: ${heading}`, () => {
    for (const [name, start, steps, shape, elements] of cases) {
      test(name, () => {
        const result = run(start, steps);
        expect([...result.shape], "the shape").toEqual([...shape]);
        expect(
          flat(toList(result)).map((x) => x + 0),
          "the elements",
        ).toEqual([...elements]);
      });
    }
  });
}

describe("errors", () => {
  test("shapes that do not fit are refused with a ValueError", () => {
    expect(() => add(array([1, 2]), array([1, 2, 3]))).toThrow(np.ValueError);
    expect(() => matmul(array([[1, 2]]), array([[1, 2]]))).toThrow(np.ValueError);
    expect(() => reshape(array([1, 2, 3]), [2, 2])).toThrow(np.ValueError);
  });

  test("indices and axes outside are refused with an IndexError or an AxisError", () => {
    expect(() => index(array([1, 2]), [2])).toThrow(np.IndexError);
    expect(() => take(array([1, 2]), [2], 0)).toThrow(np.IndexError);
    expect(() => sum(array([1, 2]), [1], false)).toThrow(np.AxisError);
    expect(() => sum(array([1, 2]), [-2], false)).toThrow(np.AxisError);
  });
});

describe("laws", () => {
  test("what goes in as lists comes out as lists", () => {
    fc.assert(
      fc.property(pairs, ({ ours, theirs }) => {
        expect(toList(ours)).toEqual(theirs.tolist());
        expect(toList(array(toList(ours)))).toEqual(toList(ours));
      }),
    );
  });

  test("index, transpose and a fitting reshape show the same memory", () => {
    fc.assert(
      fc.property(pairs, ({ ours }) => {
        expect(index(ours, ["..."]).data).toBe(ours.data);
        expect(transpose(ours).data).toBe(ours.data);
        expect(reshape(array(toList(ours)), [-1]).shape).toEqual([ours.data.length]);
      }),
    );
  });

  test("a + a = a · 2, and its sum is twice the sum", () => {
    fc.assert(
      fc.property(pairs, ({ ours, theirs }) => {
        expect(toList(add(ours, ours))).toEqual(toList(multiply(ours, array(2))));
        expect(toList(sum(add(ours, ours), null, false))).toBe(2 * Number(np.sum(theirs)));
      }),
    );
  });

  test("sums along the first axis are NumPy's", () => {
    fc.assert(
      fc.property(pairs, ({ ours, theirs }) => {
        fc.pre(theirs.ndim > 0);
        expect(toList(sum(ours, [0], false))).toEqual(
          np.asarray(np.sum(theirs, { axis: 0 })).tolist(),
        );
      }),
    );
  });
});
