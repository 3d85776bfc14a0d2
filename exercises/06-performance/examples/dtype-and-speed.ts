/**
 * The same addition in six dtypes: bytes moved, and time.
 *
 *     npm run example -- 06-performance/dtype-and-speed
 *
 * Try: n = 1000 and n = 5,000,000; np.multiply; np.sqrt (which dtypes does it turn into floats?).
 */
import * as np from "@deep-dive/ndarray";

const n = 1_000_000;

console.log(`a + b into an array that is there, ${n.toLocaleString("en")} elements\n`);
console.log("dtype       bytes moved   time, compared with float64");
const trios = (["float64", "float32", "int32", "int16", "uint8", "int64"] as const).map(
  (dtype) => ({
    dtype,
    a: np.ones([n], { dtype }) as np.NDArray,
    b: np.ones([n], { dtype }) as np.NDArray,
    out: np.empty([n], { dtype }) as np.NDArray,
  }),
);
// In turn, so that each dtype sees the same machine; the ratio to float64 is taken round by round.
const rounds = Array.from({ length: 41 }, () =>
  trios.map(({ a, b, out }) => {
    const start = performance.now();
    np.add(a, b, { out });
    return performance.now() - start;
  }),
);
for (const [k, { dtype, a }] of trios.entries()) {
  const ratio = rounds.map((round) => round[k]! / round[0]!).sort((x, y) => x - y)[20]!;
  console.log(
    `${dtype.padEnd(11)} ${`${(3 * a.nbytes) / 1e6} MB`.padEnd(13)} ${"#".repeat(Math.max(1, Math.round(ratio * 25)))} ${ratio.toFixed(2)}`,
  );
}
console.log(
  "\nWhat to see: for large arrays the time follows the bytes. Half the itemsize is half the wait.",
);
