/**
 * 1.07 Cards: what does each dtype hold, and what happens at its edges? Predict first, then code 1.08.
 *
 * No function to write: replace each "?" by your answer. The lesson of this topic, a pencil and the powers of two
 * are all you need. (The library is switched off here. It would know.)
 */

/**
 * Your answers. Numbers as numbers, names as strings, yes and no as true and false.
 *
 *  1. How many bytes has one element of complex64?
 *  2. The largest int16?
 *  3. The smallest int8?
 *  4. How many different values has a uint8?
 *  5. 255 + 1, both uint8?
 *  6. 127 + 1, both int8?
 *  7. -1 as int8, its byte read as uint8?
 *  8. -2.7 cast to int32?
 *  9. 0.1 as float32: is it equal to 0.1 as float64?
 * 10. Can float64 hold every int32 exactly?
 * 11. Can float32 hold every int32 exactly?
 * 12. float64 has 53 binary digits. What is 2 ** 53 + 1 in float64, less 2 ** 53?
 * 13. 200 cast from int32 to bool, and then to int32?
 * 14. The dtype of int8 + uint8?
 */
export function answers(): (number | boolean | string)[] {
  // TODO: one line for each card.
  return ["?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?"];
}
