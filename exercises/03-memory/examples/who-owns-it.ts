/**
 * Owners, views, views of views: whose memory is it, and how much of it does a small view keep alive?
 *
 *     npm run example -- 03-memory/who-owns-it
 *
 * "shows" is what the array's own elements take; "keeps" is what cannot be given back while it lives. Put .copy()
 * behind one of the lines.
 */
import * as np from "@deep-dive/ndarray";

const table = np.zeros([1000, 1000]);
const rows: [name: string, array: np.NDArray][] = [
  ["table = zeros((1000, 1000))", table],
  ["row = table[3]", table.get(3)],
  ["part = row[10:20]", table.get(3).get("10:20")],
  ["column = table[:, 7]", table.get(":", 7)],
  ["cell = table[500, 500]", table.get(500, 500)],
  ["wide = broadcast_to(part, (1000, 10))", np.broadcast_to(table.get(3, "10:20"), [1000, 10])],
  ["mine = part.copy()", table.get(3, "10:20").copy()],
];

console.log(`${"".padEnd(40)} owner   offset      shows        keeps`);
for (const [name, array] of rows) {
  const owner = array.base === null ? "itself" : array.base === table ? "table" : "other";
  const keeps = (array.base ?? array).nbytes;
  console.log(
    `${name.padEnd(40)} ${owner.padEnd(7)} ${String(array.offset).padStart(6)} ${String(array.nbytes).padStart(10)} ${String(keeps).padStart(12)}`,
  );
}
