import * as np from "@deep-dive/ndarray";
import { arrays, assertClose } from "@deep-dive/ndarray/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { einsum } from "./14-einsum-mini.ts";

const matrix = np.asarray([
  [1, 2],
  [3, 4],
]);

/** Subscripts with operands that fit them, in any layout: letters repeat within and between operands. */
const sentence = fc
  .record({
    lengths: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
    inputs: fc.array(fc.array(fc.constantFrom("i", "j", "k"), { maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .chain(({ lengths, inputs }) => {
    const used = [...new Set(inputs.flat())];
    const length = (letter: string): number => lengths["ijk".indexOf(letter)]!;
    return fc.tuple(
      fc
        .shuffledSubarray(used)
        .map((output) => `${inputs.map((list) => list.join("")).join(",")}->${output.join("")}`),
      fc.tuple(...inputs.map((list) => arrays({ dtype: "float64", shape: list.map(length) }))),
    );
  });

describe("worked examples", () => {
  test("ij,jk->ik is the matrix product", () => {
    expect(
      einsum("ij,jk->ik", [
        matrix,
        np.asarray([
          [5, 6],
          [7, 8],
        ]),
      ]).tolist(),
    ).toEqual([
      [19, 22],
      [43, 50],
    ]);
  });

  test("ij->ji is the transpose, ij->i the sum of each row", () => {
    expect(einsum("ij->ji", [matrix]).tolist()).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(einsum("ij->i", [matrix]).tolist()).toEqual([3, 7]);
  });

  test("ii-> is the trace, ii->i the diagonal", () => {
    expect(einsum("ii->", [matrix]).tolist()).toBe(5);
    expect(einsum("ii->i", [matrix]).tolist()).toEqual([1, 4]);
  });
});

describe("edge cases", () => {
  test("i,j->ij is the outer product, i,i-> the dot product", () => {
    const [x, y] = [np.asarray([1, 2]), np.asarray([10, 20])];
    expect(einsum("i,j->ij", [x, y]).tolist()).toEqual([
      [10, 20],
      [20, 40],
    ]);
    expect(einsum("i,i->", [x, y]).tolist()).toBe(50);
  });

  test("a letter that is in one operand only, and not in the result, is summed", () => {
    expect(einsum("i,j->i", [np.asarray([1, 2]), np.asarray([10, 20])]).tolist()).toEqual([30, 60]);
  });

  test("0-d operands have no letters", () => {
    expect(einsum(",i->i", [np.asarray(3), np.asarray([1, 2])]).tolist()).toEqual([3, 6]);
    expect(einsum("->", [np.asarray(3)]).tolist()).toBe(3);
  });

  test("the sum over an empty axis is 0", () => {
    expect(einsum("ij->i", [np.zeros([2, 0])]).tolist()).toEqual([0, 0]);
  });

  test("what is not of the form is refused", () => {
    for (const text of ["ij", "ij->i->j", "IJ->J", "i j->ij", "i->ii", "..."]) {
      expect(() => einsum(text, [matrix]), text).toThrow(
        'einsum needs subscripts of the form "ij,jk->ik"',
      );
    }
  });

  test("operands that do not fit their letters are refused", () => {
    expect(() => einsum("ij,jk->ik", [matrix])).toThrow(
      "einsum got 1 operands for 2 lists of letters",
    );
    expect(() => einsum("ijk->i", [matrix])).toThrow(
      'operand 0 has 2 axes, and its letters are "ijk"',
    );
    expect(() => einsum("i,i->", [np.zeros([3]), np.zeros([4])])).toThrow(
      "letter i has lengths 3 and 4",
    );
    expect(() => einsum("i,i->", [np.zeros([3]), np.zeros([1])])).toThrow(
      "letter i has lengths 3 and 1",
    );
    expect(() => einsum("ii->i", [np.zeros([2, 3])])).toThrow("letter i has lengths 2 and 3");
    expect(() => einsum("ij->z", [matrix])).toThrow("letter z of the result is in no operand");
  });
});

describe("laws", () => {
  test("the result is NumPy's, for any sentence and in every layout", () => {
    fc.assert(
      fc.property(sentence, ([subscripts, operands]) => {
        const [result, expected] = [
          einsum(subscripts, operands),
          np.asarray(np.einsum(subscripts, ...operands)),
        ];
        expect([...result.shape]).toEqual([...expected.shape]);
        assertClose(result, expected, { atol: 1e-9 });
      }),
    );
  });

  test("the order of the operands does not matter", () => {
    fc.assert(
      fc.property(sentence, ([subscripts, operands]) => {
        const [inputs, output] = subscripts.split("->");
        const turned = `${inputs!.split(",").reverse().join(",")}->${output}`;
        assertClose(einsum(turned, [...operands].reverse()), einsum(subscripts, operands), {
          atol: 1e-9,
        });
      }),
    );
  });

  test("other letters say the same", () => {
    fc.assert(
      fc.property(sentence, ([subscripts, operands]) => {
        const renamed = subscripts.replace(/[ijk]/g, (c) => ({ i: "z", j: "i", k: "a" })[c]!);
        expect(einsum(renamed, operands).tolist()).toEqual(einsum(subscripts, operands).tolist());
      }),
    );
  });
});
