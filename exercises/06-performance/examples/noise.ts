/**
 * A loop measured against itself: how far apart are two measurements of the same thing?
 *
 *     npm run example -- 06-performance/noise
 *
 * Try: run something else at the same time; more or fewer repetitions; the mean instead of the median.
 */
const x = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i));
let sink = 0; // results go here, so that no compiler may leave the work out

function work(): void {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  sink += sum;
}

function ms(times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return performance.now() - start;
}

ms(200); // let the compiler warm up

const ratios = Array.from({ length: 60 }, (_, i) => {
  const [first, second] = [ms(30), ms(30)];
  return i % 2 === 0 ? first / second : second / first; // whoever goes first has no advantage
}).sort((p, q) => p - q);

console.log("time of a loop / time of the same loop, 60 pairs\n");
const [low, high, step] = [0.8, 1.2, 0.025];
for (let from = low; from < high - 1e-9; from += step) {
  const isFirst = from === low;
  const isLast = from + step >= high - 1e-9;
  const count = ratios.filter((r) => (isFirst || r >= from) && (isLast || r < from + step)).length;
  console.log(
    `${isFirst ? "below" : "     "} ${(isFirst ? from + step : from).toFixed(3)} ${"#".repeat(count)}`,
  );
}
// 96 times in 100 the true median lies between these two of 60 sorted numbers.
console.log(`\nsingle ratios: ${ratios[0]!.toFixed(2)} to ${ratios[59]!.toFixed(2)}`);
console.log(
  `median ${((ratios[29]! + ratios[30]!) / 2).toFixed(3)}, surely between ${ratios[22]!.toFixed(3)} and ${ratios[37]!.toFixed(3)}`,
);
console.log(
  `\nWhat to see: a single ratio proves nothing, the median of many pairs a little more. (${sink > 0 ? "used" : "unused"})`,
);
