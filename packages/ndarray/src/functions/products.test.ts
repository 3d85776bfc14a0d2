import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as np from "../index.ts";
import { arrays } from "../testing/index.ts";

describe("worked examples", () => {
  test("a product of matrices, of a matrix and a vector, of two vectors", () => {
    const a = [
      [1, 2],
      [3, 4],
    ];
    expect(np.matmul(a, a).tolist()).toEqual([
      [7, 10],
      [15, 22],
    ]);
    expect(np.matmul(a, [1, 1]).tolist()).toEqual([3, 7]);
    expect(np.matmul([1, 1], [2, 3]).tolist()).toBe(5);
  });

  test("64-bit integers are multiplied exactly, and wrap", () => {
    expect(np.matmul([[2n ** 40n + 1n]], [[2n ** 22n + 1n]]).tolist()).toEqual([
      [(2n ** 40n + 1n) * (2n ** 22n + 1n)],
    ]);
    expect(np.matmul([[2n ** 62n]], [[2n]]).tolist()).toEqual([[-(2n ** 63n)]]);
    const bytes = np.asarray([[200, 100]], { dtype: "uint8" });
    expect(np.matmul(bytes, bytes.T).tolist()).toEqual([[(200 * 200 + 100 * 100) % 256]]);
  });

  test("lengths that do not match are told with the signature", () => {
    expect(() => np.matmul(np.zeros([2, 3]), np.zeros([2, 3]))).toThrow(
      "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)",
    );
    expect(() => np.dot(np.zeros([2, 3]), np.zeros([2, 3]))).toThrow(
      "shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)",
    );
  });

  test("out may be a factor", () => {
    const a = np.asarray([
      [1, 2],
      [3, 4],
    ]);
    np.matmul(a, a, { out: a });
    expect(a.tolist()).toEqual([
      [7, 10],
      [15, 22],
    ]);
  });

  test("einsum takes lists of labels instead of a text", () => {
    expect(np.einsum([[1, 2]], [0, 1], [[3], [4]], [1, 2], [0, 2]).tolist()).toEqual([[11]]);
  });

  test("einsum of one operand whose labels stay is a view", () => {
    const a = np.zeros([3, 3]);
    np.einsum("ii->i", a).set(["..."], 1);
    expect(np.trace(a)).toBe(3);
    expect(a.get(0, 1).item()).toBe(0);
  });
});

test("the compiler knows what factors promote to, and what sorting keeps", () => {
  const [a, b] = [np.ones([2, 2], { dtype: "int8" }), np.ones([2, 2], { dtype: "float32" })];
  expectTypeOf(np.matmul(a, b)).toEqualTypeOf<np.NDArray<"float32">>();
  expectTypeOf(np.vecdot(a, a, { axis: 0 })).toEqualTypeOf<np.NDArray<"int8">>();
  expectTypeOf(np.matmul(a, b, { dtype: "float64" })).toEqualTypeOf<np.NDArray>();
  expectTypeOf(np.sort(a)).toEqualTypeOf<np.NDArray<"int8">>();
  expectTypeOf(np.argsort(b)).toEqualTypeOf<np.NDArray<"int32">>();
  expect(np.matmul(a, b).dtype.name).toBe("float32");
});

describe("laws", () => {
  const matrix = (m: number, n: number, dtype: np.DTypeName): fc.Arbitrary<np.NDArray> =>
    arrays({ dtype, shape: [m, n] });
  const factors = fc
    .tuple(
      fc.nat(4),
      fc.nat(4),
      fc.nat(4),
      fc.constantFrom<np.DTypeName>("int32", "int64", "float64", "uint8", "bool", "complex128"),
    )
    .chain(([m, k, n, dtype]) => fc.tuple(matrix(m, k, dtype), matrix(k, n, dtype)));

  test("a product is what loops over rows and columns give", () => {
    fc.assert(
      fc.property(factors, ([a, b]) => {
        const terms = np.multiply(np.expand_dims(a, 2), np.expand_dims(b, 0));
        const sums = np.add.reduce(terms, { axis: 1, dtype: a.dtype });
        expect(np.matmul(a, b).tolist()).toEqual(sums.tolist());
        expect(np.einsum("ij,jk", a, b).tolist()).toEqual(sums.tolist());
        expect(np.tensordot(a, b, { axes: 1 }).tolist()).toEqual(sums.tolist());
        expect(np.dot(a, b).tolist()).toEqual(sums.tolist());
      }),
    );
  });

  test("transposing a product swaps and transposes its factors", () => {
    fc.assert(
      fc.property(factors, ([a, b]) => {
        expect(np.matmul(b.T, a.T).tolist()).toEqual(np.matmul(a, b).T.tolist());
      }),
    );
  });

  test("a stack of products is the product of each", () => {
    fc.assert(
      fc.property(
        arrays({ dtype: "int32", shape: [3, 2, 4] }),
        arrays({ dtype: "int32", shape: [3, 4, 2] }),
        (a, b) => {
          const each = [0, 1, 2].map((k) => np.matmul(a.get(k), b.get(k)));
          expect(np.matmul(a, b).tolist()).toEqual(np.stack(each).tolist());
        },
      ),
    );
  });

  const texts = [
    "abc,cd->abd",
    "abc->ca",
    "aab->b",
    "ab,ab,ab->",
    "ab,cb->ca",
    "a,b,c->cab",
    "abc,abd->acd",
    "ab,bc,ca->",
    "ba->ab",
  ];
  test("einsum is what loops over all labels give", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 64, maxLength: 64 }),
        fc.boolean(),
        (text, seed, optimize) => {
          const lengths: Record<string, number> = { a: 2, b: 3, c: 2, d: 3 };
          const [left, output] = text.split("->") as [string, string];
          const operands = left.split(",").map((labels, k) => {
            const shape = [...labels].map((l) => lengths[l]!);
            return np.reshape(
              np.asarray(seed.slice(k, k + shape.reduce((n, m) => n * m, 1))),
              shape,
            );
          });
          const lettersAll = [...new Set(left.replaceAll(",", ""))];
          const wanted = np.zeros([...output].map((l) => lengths[l]!));
          const visit = (at: Record<string, number>, rest: readonly string[]): void => {
            if (rest.length > 0) {
              for (let i = 0; i < lengths[rest[0]!]!; i++)
                visit({ ...at, [rest[0]!]: i }, rest.slice(1));
              return;
            }
            const place = (labels: string): number[] => [...labels].map((l) => at[l]!);
            const term = left
              .split(",")
              .reduce(
                (x, labels, k) =>
                  x * Number(operands[k]!.item(...(labels === "" ? [] : place(labels)))),
                1,
              );
            wanted.set(place(output), Number(wanted.get(...place(output)).item()) + term);
          };
          visit({}, lettersAll);
          expect(np.equal(np.einsum(text, ...operands, { optimize }), wanted).tolist()).toEqual(
            np.ones(wanted.shape, { dtype: "bool" }).tolist(),
          );
        },
      ),
    );
  });

  test("convolution is multiplication of polynomials", () => {
    const coefficients = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(coefficients, coefficients, fc.integer({ min: -3, max: 3 }), (p, q, x) => {
        const product = np.polyval(np.convolve(p, q), x).item();
        expect(Number(product) + 0).toBe(
          Number(np.polyval(p, x).item()) * Number(np.polyval(q, x).item()) + 0,
        );
      }),
    );
  });
});
