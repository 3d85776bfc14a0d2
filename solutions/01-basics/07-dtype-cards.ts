/**
 * 1.07 Cards: what does each dtype hold, and what happens at its edges?
 */

export function answers(): (number | boolean | string)[] {
  return [
    8, // two float32
    32767, // 2 ** 15 - 1: one bit is the sign, and 0 needs a place
    -128, // there is one negative number more than positive ones
    256,
    0, // 256 has nine bits; the lowest eight are 0
    -128, // 0111_1111 + 1 = 1000_0000, which is -128
    255, // all eight bits are 1
    -2, // towards zero, not down
    false, // both are rounded, float32 sooner
    true, // 53 binary digits, 31 are needed
    false, // 24 are not enough
    0, // 2 ** 53 + 1 is rounded to the even neighbour
    1, // every number but 0 is true, and true is 1
    "int16", // must hold 255 and -128
  ];
}
