/**
 * A cache in thirty lines, and what it makes of walks through a matrix. The figures of this topic's README are its output.
 *
 *     npm run example -- 06-performance/toy-cache
 *
 * Try: `ways: 1`; a matrix with 66 columns instead of 64; tiles of other sizes; your own walk.
 */

/** Lines of 64 bytes; a line may lie in one set only, and the one that was unused the longest is thrown out. */
class ToyCache {
  fetched = 0;
  readonly #ways: number;
  readonly #sets: number[][];

  constructor(bytes: number, ways: number) {
    this.#ways = ways;
    this.#sets = Array.from({ length: bytes / 64 / ways }, () => []);
  }

  /** Element `n` of a float64 array is read or written. */
  touch(n: number): void {
    const line = Math.floor((n * 8) / 64);
    const set = this.#sets[line % this.#sets.length]!;
    const place = set.indexOf(line);
    if (place >= 0) set.splice(place, 1);
    else {
      this.fetched += 1;
      if (set.length === this.#ways) set.shift();
    }
    set.push(line); // the last one is the freshest
  }
}

type Walk = (rows: number, columns: number, visit: (n: number) => void) => void;

const walks: Readonly<Record<string, Walk>> = {
  "along the rows": (rows, columns, visit) => {
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) visit(i * columns + j);
  },
  "down the columns": (rows, columns, visit) => {
    for (let j = 0; j < columns; j++) for (let i = 0; i < rows; i++) visit(i * columns + j);
  },
  "in tiles of 8 × 8": (rows, columns, visit) => {
    for (let top = 0; top < rows; top += 8) {
      for (let left = 0; left < columns; left += 8) {
        for (let j = left; j < Math.min(left + 8, columns); j++)
          for (let i = top; i < Math.min(top + 8, rows); i++) visit(i * columns + j);
      }
    }
  },
};

for (const [rows, columns] of [
  [128, 64],
  [128, 72],
  [32, 64],
] as const) {
  console.log(
    `${rows} × ${columns} matrix, ${(rows * columns * 8) / 1024} KiB; cache of 32 KiB, 8 ways`,
  );
  for (const [name, walk] of Object.entries(walks)) {
    const cache = new ToyCache(32 * 1024, 8);
    let reads = 0;
    walk(rows, columns, (n) => {
      cache.touch(n);
      reads += 1;
    });
    console.log(
      `  ${name.padEnd(18)} ${String(reads).padStart(6)} reads ${String(cache.fetched).padStart(6)} lines fetched  ${"#".repeat(Math.ceil(cache.fetched / 200))}`,
    );
  }
  console.log();
}
console.log(
  "What to see: rows of 512 bytes (64 columns) collide, rows of 576 bytes do not; and a short column fits anyway.",
);
