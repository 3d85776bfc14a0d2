/**
 * Arithmetic on complex numbers, whose parts lie side by side in a vector.
 *
 * Knows sums and products; whatever needs a modulus or an angle runs in the JS tier.
 */
import { type Code, op, shuffle } from "./assembler.ts";
import { halves, repeated } from "./constants.ts";
import type { Expression } from "./elementwise.ts";
import type { Body } from "./forms.ts";
import type { Lanes } from "./lanes.ts";

/** What ufunc `name` does to complex numbers like `lanes`, or null. */
export function ofComplex(name: string, lanes: Lanes): Body | null {
  const { shape } = lanes;
  switch (name) {
    case "add":
      return { vector: (_, x, y) => op(`${shape}.add`, x!, y!) };
    case "subtract":
      return { vector: (_, x, y) => op(`${shape}.sub`, x!, y!) };
    case "multiply":
      return { vector: complexProduct(lanes) };
    case "square":
      return { vector: squareOf(complexProduct(lanes)) };
    case "negative":
      return { vector: (_, x) => op(`${shape}.neg`, x!) };
    case "positive":
      return { vector: (_, x) => x! };
    case "conjugate":
      return { vector: (_, x) => op("v128.xor", x!, imaginarySign(lanes)) };
    default:
      return null;
  }
}

/** Bytes of one part of a complex number. */
function partBytes({ shape }: Lanes): number {
  return shape === "f64x2" ? 8 : 4;
}

/** Each byte taken from one part of its number: `from(k)` says which byte stands at k. */
function rearranged(v: Code, from: (k: number) => number): Code {
  return shuffle(
    v,
    v,
    Array.from({ length: 16 }, (_, k) => from(k)),
  );
}

const SIGN = 1n << 63n;

/** The sign bit of every imaginary part. */
function imaginarySign({ shape }: Lanes): Code {
  return shape === "f64x2" ? halves(0n, SIGN) : repeated(SIGN);
}

/** The sign bit of every real part. */
function realSign({ shape }: Lanes): Code {
  return shape === "f64x2" ? halves(SIGN, 0n) : repeated(SIGN >> 32n);
}

/** (a + bi)(c + di) = (ac - bd) + (ad + bc)i: the real part twice times both, plus the imaginary part twice times both turned round. */
function complexProduct(lanes: Lanes): Expression {
  const { shape } = lanes;
  const size = partBytes(lanes);
  return (f, x, y) => {
    const [a, b] = [f.local("v128"), f.local("v128")];
    const reals = rearranged(a.get, (k) => k - (k % (2 * size)) + (k % size));
    const imaginaries = rearranged(a.get, (k) => k - (k % (2 * size)) + size + (k % size));
    const turned = rearranged(b.get, (k) => (Math.floor(k / size) % 2 === 0 ? k + size : k - size));
    const crossed = op(`${shape}.mul`, imaginaries, turned);
    // Negating the product, not a factor, leaves nan and zeros as the subtraction would.
    const signed = op("v128.xor", crossed, realSign(lanes));
    return [a.set(x!), b.set(y!), op(`${shape}.add`, op(`${shape}.mul`, reals, b.get), signed)];
  };
}

function squareOf(product: Expression): Expression {
  return (f, x) => {
    const kept = f.local("v128");
    return [kept.set(x!), product(f, kept.get, kept.get)];
  };
}
