/**
 * The bits of some floats: sign, exponent, fraction. The same four bytes as an integer.
 *
 *     npm run example -- 03-memory/bits-of-a-float
 *
 * view("uint32") changes no byte. Look at 1 and 2, at 0.1 and 0.2: only the exponent differs. Add the number after 1:
 * the float32 whose bits are those of 1, plus one.
 */
import * as np from "@deep-dive/ndarray";

const NUMBERS = [0, -0, 1, -1, 2, 0.5, 0.1, 0.2, 3, 1e-45, 3.4028235e38, Infinity, Number.NaN];

const floats = np.asarray(NUMBERS, { dtype: "float32" });
const bits = floats.view("uint32"); // the same memory

console.log("      float32   s exponent fraction                  as uint32   exponent - 127");
for (const [i, x] of NUMBERS.entries()) {
  const word = Number(bits.item(i));
  const text = word.toString(2).padStart(32, "0");
  const exponent = Number.parseInt(text.slice(1, 9), 2) - 127;
  const name = Object.is(x, -0) ? "-0" : String(x);
  console.log(
    `${name.padStart(13)}   ${text[0]} ${text.slice(1, 9)} ${text.slice(9)} ${String(word).padStart(12)} ${String(exponent).padStart(12)}`,
  );
}

bits.set([2], Number(bits.item(2)) + 1);
console.log(
  `\nthe bits of 1, plus one, are the float ${Number(floats.item(2)).toPrecision(10)}: written through the other view`,
);
