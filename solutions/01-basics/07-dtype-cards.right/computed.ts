/** The powers of two say it all: every card by a rule, none by heart. */
type Answer = number | boolean | string;

const BITS = { int8: 8, uint8: 8, int16: 16, uint16: 16, int32: 32, uint32: 32 };
type IntegerName = keyof typeof BITS;

const isSigned = (name: string): boolean => name.startsWith("i");
const smallest = (name: IntegerName): number => (isSigned(name) ? -(2 ** (BITS[name] - 1)) : 0);
const values = (name: IntegerName): number => 2 ** BITS[name];

/** The value of `x`'s lowest bits, read as `name`. */
function wrapped(x: number, name: IntegerName): number {
  const count = values(name);
  const low = ((x % count) + count) % count;
  return low >= count + smallest(name) && isSigned(name) ? low - count : low;
}

export function answers(): Record<string, Answer> {
  const all: Record<string, Answer> = {};
  for (const [name, bits] of Object.entries({
    ...BITS,
    float32: 32,
    float64: 64,
    complex64: 64,
    complex128: 128,
  }))
    all[`bytes of ${name}`] = bits / 8;
  for (const name of Object.keys(BITS) as IntegerName[]) {
    all[`values of ${name}`] = values(name);
    all[`smallest ${name}`] = smallest(name);
    all[`largest ${name}`] = smallest(name) + values(name) - 1;
  }
  for (const sum of [
    "uint8 255 + 1",
    "uint8 250 + 10",
    "uint8 200 + 100",
    "uint16 65535 + 3",
    "int8 127 + 1",
    "int8 100 + 100",
    "int8 120 + 10",
    "int16 32767 + 1",
  ]) {
    const [name, a, , b] = sum.split(" ");
    all[sum] = wrapped(Number(a) + Number(b), name as IntegerName);
  }
  for (const x of [-1, -128, -2]) all[`the byte of int8 ${x} as uint8`] = wrapped(x, "uint8");
  for (const x of [255, 128]) all[`the byte of uint8 ${x} as int8`] = wrapped(x, "int8");
  for (const x of [-2.7, -1.5, -0.9, -3.1]) all[`${x} cast to int32`] = Math.trunc(x) + 0;
  for (const x of [0.1, 0.5, 0.3, 0.25, 0.7, 0.75])
    all[`float32 ${x} equals float64 ${x}`] = Math.fround(x) === x;
  for (const [to, from, holds] of [
    ["float64", "int32", 53 >= 31],
    ["float32", "int32", 24 >= 31],
    ["float32", "int16", 24 >= 15],
    ["int8", "uint8", 7 >= 8],
    ["int16", "uint8", 15 >= 8],
    ["uint16", "int8", false],
  ] as const)
    all[`${to} holds every ${from}`] = holds;
  for (const [name, digits] of [
    ["float64", 53],
    ["float32", 24],
  ] as const)
    for (const more of [1, 2])
      all[`${name} 2**${digits} + ${more} - 2**${digits}`] = 2 * Math.floor(more / 2);
  for (const x of [200, -3, 0.5, 2]) all[`${x} as bool, as int32`] = Number(Boolean(x));
  for (const [a, b, bits] of [
    ["int8", "uint8", 16],
    ["int16", "uint16", 32],
    ["uint32", "int32", 64],
    ["uint16", "int8", 32],
  ] as const)
    all[`dtype of ${a} + ${b}`] = `int${bits}`;
  return all;
}
