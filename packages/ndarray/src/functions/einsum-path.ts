/**
 * In which order `einsum` contracts its operands: NumPy's greedy and optimal searches.
 *
 * Knows labels and lengths; no array. A step names the operands that are contracted, by their places among those
 * that are left; what comes out goes to the end.
 * Rules: https://numpy.org/doc/stable/reference/generated/numpy.einsum_path.html
 */

export type Step = readonly number[];
export type Labels = ReadonlySet<string>;
export type Lengths = ReadonlyMap<string, number>;

/** What contracting some operands does. */
export interface Contraction {
  readonly result: Labels;
  /** The labels of all operands that are left, the result's last. */
  readonly left: readonly Labels[];
  readonly removed: Labels;
  readonly all: Labels;
}

export function contraction(places: Step, inputs: readonly Labels[], output: Labels): Contraction {
  let all: Labels = new Set();
  let wanted = output;
  const rest: Labels[] = [];
  for (const [k, labels] of inputs.entries()) {
    if (places.includes(k)) all = all.union(labels);
    else {
      rest.push(labels);
      wanted = wanted.union(labels);
    }
  }
  const result = wanted.intersection(all);
  return { result, left: [...rest, result], removed: all.difference(result), all };
}

/** How many elements an array with these labels has. */
export function sizeBy(labels: Iterable<string>, lengths: Lengths): number {
  let size = 1;
  for (const label of labels) size *= lengths.get(label)!; // every label has a length
  return size;
}

/** Multiplications, and additions where something is summed. */
export function flops(labels: Labels, isSum: boolean, terms: number, lengths: Lengths): number {
  return sizeBy(labels, lengths) * (Math.max(1, terms - 1) + Number(isSum));
}

interface Search {
  readonly inputs: readonly Labels[];
  readonly output: Labels;
  readonly lengths: Lengths;
  /** Most elements that an intermediate result may have. */
  readonly limit: number;
}

function everything(count: number): Step {
  return Array.from({ length: count }, (_, k) => k);
}

function* pairs(count: number): Generator<[number, number]> {
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) yield [i, j];
}

/** The cheapest of all orders, of which there are many: for a few operands. */
export function optimalPath({ inputs, output, lengths, limit }: Search): Step[] {
  let known: { cost: number; path: Step[]; left: readonly Labels[] }[] = [
    { cost: 0, path: [], left: inputs },
  ];
  for (let round = 0; round < inputs.length - 1; round++) {
    const next: typeof known = [];
    for (const { cost, path, left } of known) {
      for (const pair of pairs(inputs.length - round)) {
        const found = contraction(pair, left, output);
        if (sizeBy(found.result, lengths) > limit) continue;
        const more = flops(found.all, found.removed.size > 0, 2, lengths);
        next.push({ cost: cost + more, path: [...path, pair], left: found.left });
      }
    }
    if (next.length === 0) return [...cheapest(known).path, everything(inputs.length - round)];
    known = next;
  }
  return cheapest(known).path;
}

function cheapest<T extends { readonly cost: number }>(list: readonly T[]): T {
  return list.reduce((best, x) => (x.cost < best.cost ? x : best));
}

interface Candidate {
  readonly gain: number;
  readonly cost: number;
  readonly pair: readonly [number, number];
  readonly left: readonly Labels[];
}

/** At each step the pair that frees most, for the fewest operations; outer products only where nothing is shared. */
export function greedyPath(search: Search): Step[] {
  const { output, lengths } = search;
  let { inputs } = search;
  if (inputs.length < 3) return [everything(inputs.length)];
  const whole = contraction(everything(inputs.length), inputs, output);
  const naive = flops(whole.all, whole.removed.size > 0, inputs.length, lengths);
  const path: Step[] = [];
  let spent = 0;
  let known: Candidate[] = [];
  let fresh: Iterable<[number, number]> = pairs(inputs.length);
  for (let round = search.inputs.length - 1; round > 0; round--) {
    const isOpen = (pair: readonly [number, number]): boolean =>
      !inputs[pair[0]]!.isDisjointFrom(inputs[pair[1]]!);
    const weigh = (pair: readonly [number, number]): Candidate | null =>
      candidate(pair, { ...search, inputs }, naive - spent);
    for (const pair of fresh) {
      const found = isOpen(pair) ? weigh(pair) : null;
      if (found !== null) known.push(found);
    }
    if (known.length === 0) known = [...pairs(inputs.length)].map(weigh).filter((c) => c !== null);
    if (known.length === 0) return [...path, everything(inputs.length)];
    const best = known.reduce((a, b) =>
      b.gain > a.gain || (b.gain === a.gain && b.cost < a.cost) ? b : a,
    );
    known = stillOpen(known, best);
    inputs = best.left;
    const last = inputs.length - 1;
    fresh = Array.from({ length: last }, (_, k): [number, number] => [k, last]);
    path.push(best.pair);
    spent += best.cost;
  }
  return path;
}

function candidate(
  pair: readonly [number, number],
  { inputs, output, lengths, limit }: Search,
  budget: number,
): Candidate | null {
  const found = contraction(pair, inputs, output);
  const size = sizeBy(found.result, lengths);
  const cost = flops(found.all, found.removed.size > 0, 2, lengths);
  if (size > limit || cost > budget) return null;
  const freed = pair.reduce((n, k) => n + sizeBy(inputs[k]!, lengths), 0);
  return { gain: freed - size, cost, pair, left: found.left };
}

/** The pairs that `best` does not touch, by the places they have after it. */
function stillOpen(known: readonly Candidate[], best: Candidate): Candidate[] {
  const [bx, by] = best.pair;
  const after = (k: number): number => k - Number(k > bx) - Number(k > by);
  return known
    .filter(({ pair }) => !pair.includes(bx) && !pair.includes(by))
    .map(({ gain, cost, pair: [x, y], left }) => {
      const rest = [...left];
      rest.splice(by - Number(by > x) - Number(by > y), 1);
      rest.splice(bx - Number(bx > x) - Number(bx > y), 1);
      rest.splice(-1, 0, best.left.at(-1)!);
      return { gain, cost, pair: [after(x), after(y)] as const, left: rest };
    });
}
