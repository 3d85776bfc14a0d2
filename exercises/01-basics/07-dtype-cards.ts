/**
 * 1.07 Cards: what does each dtype hold, and what happens at its edges? Predict first, then code 1.08.
 *
 * No function to write: the lesson of this topic, a pencil and the powers of two are all you need.
 * (The library is switched off here. It would know.) Another seed deals other cards; `npm run learn` asks yours.
 *
 * Numbers as numbers, dtypes as their names ("int16"), yes and no as true and false. How to read a card:
 * - `uint8 250 + 10`: both numbers are uint8, and so is the sum.
 * - `the byte of int8 -1 as uint8`: the same eight bits, read as another dtype.
 * - `float32 holds every int32`: can it, without rounding one of them?
 * - `float64 2**53 + 1 - 2**53`: from left to right, in float64. It has 53 binary digits, float32 has 24.
 */

/** Your answers, by card. */
export const answers: Record<string, number | boolean | string> = {
  // TODO: one card after the other: put the answer in place of "?".
  "bytes of float64": "?",
  "largest uint32": "?",
  "smallest int16": "?",
  "values of int8": "?",
  "uint8 250 + 10": "?",
  "int8 100 + 100": "?",
  "the byte of int8 -1 as uint8": "?",
  "-2.7 cast to int32": "?",
  "float32 0.1 equals float64 0.1": "?",
  "float32 0.5 equals float64 0.5": "?",
  "float32 holds every int32": "?",
  "float32 holds every int16": "?",
  "float64 2**53 + 1 - 2**53": "?",
  "2 as bool, as int32": "?",
  "dtype of int8 + uint8": "?",
};
