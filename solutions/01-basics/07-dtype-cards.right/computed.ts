/** The powers of two say it all. */
export function answers(): (number | boolean | string)[] {
  const byte = 2 ** 8;
  return [
    2 * 4,
    2 ** 15 - 1,
    -(2 ** 7),
    byte,
    (255 + 1) % byte,
    127 + 1 - byte,
    -1 + byte,
    Math.trunc(-2.7),
    Math.fround(0.1) === 0.1,
    53 >= 31,
    24 >= 31,
    2 ** 53 + 1 - 2 ** 53,
    Number(Boolean(200)),
    "int16",
  ];
}
