/** Cards about what a dtype holds, and what happens at its edges. */
import type { Card, CardFamily, Deck } from "@deep-dive/grader/cards";
import * as np from "@deep-dive/ndarray";

const one = (value: number, dtype: np.DTypeName): np.NDArray => np.full([1], value, { dtype });
const INTEGERS = ["int8", "uint8", "int16", "uint16", "int32", "uint32"] as const;
const YES_NO = [true, false] as const;
const DTYPES = "int8 uint8 int16 uint16 int32 uint32 int64 uint64 float32 float64".split(" ");

const sum = (dtype: np.DTypeName, a: number, b: number): Card => ({
  id: `${dtype} ${a} + ${b}`,
  prompt: `${a} + ${b}, both ${dtype}?`,
  truth: () => Number(np.add(one(a, dtype), one(b, dtype)).item(0)),
});

const reread = (from: np.DTypeName, value: number, to: np.DTypeName): Card => ({
  id: `the byte of ${from} ${value} as ${to}`,
  prompt: `${value} lies in memory as ${from}. The same byte, read as ${to}?`,
  truth: () => Number(one(value, from).view(to).item(0)),
});

const compared = (value: number): Card => ({
  id: `float32 ${value} equals float64 ${value}`,
  prompt: `Is ${value} as float32 equal to ${value} as float64?`,
  choices: YES_NO,
  truth: () => one(value, "float32").item(0) === one(value, "float64").item(0),
});

const holds = (to: np.DTypeName, from: np.DTypeName): Card => ({
  id: `${to} holds every ${from}`,
  prompt: `Can ${to} hold every ${from} exactly?`,
  choices: YES_NO,
  truth: () => np.can_cast(from, to),
});

const beyond = (dtype: np.DTypeName, power: number, more: number): Card => ({
  id: `${dtype} 2**${power} + ${more} - 2**${power}`,
  prompt: `${dtype} has ${power} binary digits. What is 2**${power} + ${more} in ${dtype}, less 2**${power}?`,
  truth: () => {
    const big = one(2 ** power, dtype);
    return Number(np.subtract(np.add(big, one(more, dtype)), big).item(0));
  },
});

const throughBool = (value: number): Card => ({
  id: `${value} as bool, as int32`,
  prompt: `${value}, cast to bool, and then to int32?`,
  truth: () => Number(one(value, "float64").astype("bool").astype("int32").item(0)),
});

const common = (a: np.DTypeName, b: np.DTypeName): Card => ({
  id: `dtype of ${a} + ${b}`,
  prompt: `The dtype of ${a} + ${b}, array and array?`,
  choices: DTYPES,
  truth: () => np.promote_types(a, b).name,
});

const families: readonly CardFamily[] = [
  {
    name: "the bytes of one element",
    cards: (["int16", "float32", "float64", "complex64", "complex128"] as const).map((dtype) => ({
      id: `bytes of ${dtype}`,
      prompt: `How many bytes has one element of ${dtype}?`,
      truth: () => np.dtype(dtype).itemsize,
    })),
  },
  {
    name: "the largest value",
    cards: INTEGERS.map((dtype) => ({
      id: `largest ${dtype}`,
      prompt: `The largest ${dtype}?`,
      truth: () => Number(np.iinfo(dtype).max),
    })),
  },
  {
    name: "the smallest value",
    cards: (["int8", "int16", "int32"] as const).map((dtype) => ({
      id: `smallest ${dtype}`,
      prompt: `The smallest ${dtype}?`,
      truth: () => Number(np.iinfo(dtype).min),
    })),
  },
  {
    name: "how many values there are",
    cards: (["int8", "uint8", "int16", "uint16"] as const).map((dtype) => ({
      id: `values of ${dtype}`,
      prompt: `How many different values has ${dtype}?`,
      truth: () => Number(np.iinfo(dtype).max) - Number(np.iinfo(dtype).min) + 1,
    })),
  },
  {
    name: "over the top of an unsigned dtype",
    cards: [
      sum("uint8", 255, 1),
      sum("uint8", 250, 10),
      sum("uint8", 200, 100),
      sum("uint16", 65535, 3),
    ],
  },
  {
    name: "over the top of a signed dtype",
    cards: [
      sum("int8", 127, 1),
      sum("int8", 100, 100),
      sum("int8", 120, 10),
      sum("int16", 32767, 1),
    ],
  },
  {
    name: "one byte, read by two dtypes",
    cards: [
      reread("int8", -1, "uint8"),
      reread("int8", -128, "uint8"),
      reread("int8", -2, "uint8"),
      reread("uint8", 255, "int8"),
      reread("uint8", 128, "int8"),
    ],
  },
  {
    name: "a fraction cast to an integer",
    cards: [-2.7, -1.5, -0.9, -3.1].map((value) => ({
      id: `${value} cast to int32`,
      prompt: `${value}, cast to int32?`,
      truth: () => Number(one(value, "float64").astype("int32").item(0)),
    })),
  },
  {
    name: "a fraction in float32 and in float64",
    dealt: 2,
    cards: [0.1, 0.5, 0.3, 0.25, 0.7, 0.75].map(compared),
  },
  {
    name: "what fits into what",
    dealt: 2,
    cards: [
      holds("float64", "int32"),
      holds("float32", "int32"),
      holds("float32", "int16"),
      holds("int8", "uint8"),
      holds("int16", "uint8"),
      holds("uint16", "int8"),
    ],
  },
  {
    name: "where whole numbers end",
    cards: [
      beyond("float64", 53, 1),
      beyond("float32", 24, 1),
      beyond("float64", 53, 2),
      beyond("float32", 24, 2),
    ],
  },
  { name: "through bool and back", cards: [200, -3, 0.5, 2].map(throughBool) },
  {
    name: "the dtype of a sum",
    cards: [
      common("int8", "uint8"),
      common("int16", "uint16"),
      common("uint32", "int32"),
      common("uint16", "int8"),
    ],
  },
];

export const deck: Deck = {
  about: "Numbers as numbers, dtypes as their names, yes and no as true and false.",
  families,
};
