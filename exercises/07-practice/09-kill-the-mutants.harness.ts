/**
 * The implementations that 7.09's laws are tried on: right ones, and mutants with one mistake each.
 *
 * Trusted, and run beside the learner's code. To read the mutants is no cheating: to notice them all is the exercise.
 */
type SliceFn = (
  n: number,
  start: number | null,
  stop: number | null,
  step: number | null,
) => number[];
type BroadcastFn = (a: readonly number[], b: readonly number[]) => number[] | null;
type ReshapeFn = (size: number, shape: readonly number[]) => number[] | null;

/** Slicing, with a place for each mistake. */
function slicer(mistake: string): SliceFn {
  return (n, start, stop, step) => {
    const by = step ?? 1;
    const clip = (bound: number, low: number, high: number): number => {
      const from =
        bound < 0 && mistake !== "negative bounds are taken as they are" ? bound + n : bound;
      return mistake === "bounds beyond the end are not clipped"
        ? Math.max(from, low)
        : Math.min(Math.max(from, low), high);
    };
    const [low, high] = by > 0 ? [0, n] : [-1, n - 1];
    const first = by > 0 || mistake === "a negative step starts at the front" ? low : high;
    const from = start === null ? Math.max(first, 0 * first) : clip(start, low, high);
    const to =
      stop === null
        ? by > 0
          ? high
          : mistake === "a negative step stops before the first"
            ? 0
            : low
        : clip(stop, low, high);
    const begin = start === null ? first : from;
    const places: number[] = [];
    for (let i = begin; by > 0 ? i < to : i > to; i += by) places.push(i);
    return places;
  };
}

function broadcaster(mistake: string): BroadcastFn {
  return (a, b) => {
    const ndim = Math.max(a.length, b.length);
    const at = (shape: readonly number[], k: number): number =>
      (mistake === "shapes line up at the left" ? shape[k] : shape[shape.length - ndim + k]) ?? 1;
    const result: number[] = [];
    for (let k = 0; k < ndim; k++) {
      const [m, n] = [at(a, k), at(b, k)];
      const isOdd = m !== n && m !== 1 && n !== 1;
      if (
        isOdd &&
        !(mistake === "the second shape wins a quarrel") &&
        !(mistake === "0 goes with everything" && m * n === 0)
      )
        return null;
      if (mistake === "the larger length wins") result.push(Math.max(m, n));
      else
        result.push(
          m === 1 || (isOdd && n === 0) || mistake === "the second shape wins a quarrel"
            ? n === 1
              ? m
              : n
            : m,
        );
    }
    return result;
  };
}

function reshaper(mistake: string): ReshapeFn {
  return (size, shape) => {
    const unknown = shape.filter((n) => n === -1).length;
    if (unknown > 1 && mistake !== "two unknowns become 1 and the rest") return null;
    const known = shape.filter((n) => n !== -1).reduce((product, n) => product * n, 1);
    if (unknown === 0)
      return known === size || (mistake === "a smaller shape will do" && known < size)
        ? [...shape]
        : null;
    if (known === 0)
      return mistake === "an unknown beside 0 is 0" && size === 0
        ? shape.map((n) => (n === -1 ? 0 : n))
        : null;
    if (size % known !== 0 && mistake !== "a remainder is dropped") return null;
    let isFirst = true;
    return shape.map((n) => {
      if (n !== -1) return n;
      const length = isFirst ? Math.floor(size / known) : 1;
      isFirst = false;
      return length;
    });
  };
}

/** Right answers, written in three ways each, which no law may refuse. */
const RIGHT: Readonly<Record<string, unknown>> = {
  "slice, right": slicer(""),
  "slice, right, by filtering": ((n, start, stop, step) => {
    const by = step ?? 1;
    const wrap = (bound: number): number => (bound < 0 ? bound + n : bound);
    const all = Array.from({ length: n }, (_, i) => (by > 0 ? i : n - 1 - i));
    const isBehind = (i: number): boolean =>
      start === null || (by > 0 ? i >= wrap(start) : i <= wrap(start));
    const isBefore = (i: number): boolean =>
      stop === null || (by > 0 ? i < wrap(stop) : i > wrap(stop));
    return all.filter((i) => isBehind(i) && isBefore(i)).filter((_, k) => k % Math.abs(by) === 0);
  }) satisfies SliceFn,
  "slice, right, by counting": ((n, start, stop, step) => {
    const by = step ?? 1;
    const [low, high] = by > 0 ? [0, n] : [-1, n - 1];
    const clip = (bound: number): number =>
      Math.min(Math.max(bound < 0 ? bound + n : bound, low), high);
    const from = start === null ? (by > 0 ? 0 : n - 1) : clip(start);
    const to = stop === null ? (by > 0 ? n : -1) : clip(stop);
    return Array.from(
      { length: Math.max(0, Math.ceil((to - from) / by)) },
      (_, k) => from + k * by,
    );
  }) satisfies SliceFn,
  "broadcast, right": broadcaster(""),
  "broadcast, right, from the end": ((a, b) => {
    const out: number[] = [];
    for (let k = 1; k <= Math.max(a.length, b.length); k++) {
      const lengths = [a.at(-k), b.at(-k)].filter((n) => n !== undefined && n !== 1);
      if (lengths.length === 2 && lengths[0] !== lengths[1]) return null;
      out.unshift(lengths[0] ?? 1);
    }
    return out;
  }) satisfies BroadcastFn,
  "broadcast, right, by recursion": function grow(a, b): number[] | null {
    if (a.length === 0 || b.length === 0) return [...a, ...b];
    const [m, n] = [a.at(-1)!, b.at(-1)!];
    const rest = grow(a.slice(0, -1), b.slice(0, -1));
    return rest === null || (m !== n && m !== 1 && n !== 1) ? null : [...rest, m === 1 ? n : m];
  } satisfies BroadcastFn,
  "reshape, right": reshaper(""),
  "reshape, right, with an index": ((size, shape) => {
    const at = shape.indexOf(-1);
    if (at !== shape.lastIndexOf(-1)) return null;
    let rest = 1;
    for (const n of shape) if (n !== -1) rest *= n;
    if (at < 0) return rest === size ? shape.slice() : null;
    return rest > 0 && size % rest === 0 ? shape.with(at, size / rest) : null;
  }) satisfies ReshapeFn,
  "reshape, right, by trying": ((size, shape) => {
    const product = (list: readonly number[]): number => list.reduce((all, n) => all * n, 1);
    if (!shape.includes(-1)) return product(shape) === size ? [...shape] : null;
    if (shape.filter((n) => n === -1).length > 1) return null;
    const fitting = Array.from({ length: size + 2 }, (_, n) =>
      shape.map((m) => (m === -1 ? n : m)),
    ).filter((list) => product(list) === size);
    return fitting.length === 1 ? fitting[0]! : null; // none fits, or more than one
  }) satisfies ReshapeFn,
};

type Laws = (implementation: never) => void;

const NO_FAULT = "no fault found";

/**
 * What `laws` says about the implementation called `name`: its sentence, or "no fault found".
 *
 * A right one is tried beside it, now before it and now behind: laws that count how often they are asked, or look at
 * what they are given instead of trying it, notice nothing.
 */
export function fault(laws: Laws, name: string): string {
  const [kind = ""] = name.split(/[:,] /);
  const isRightFirst = Math.random() < 0.5;
  const said = (isRightFirst ? [`${kind}, right`, name] : [name, `${kind}, right`]).map((one) =>
    wordsOf(laws, one),
  );
  const [ofRight, ofNamed] = isRightFirst ? said : said.toReversed();
  if (ofRight !== NO_FAULT && !name.includes(", right"))
    throw new Error(`your laws find fault with a right ${kind}, too: ${ofRight}`);
  return ofRight === NO_FAULT ? ofNamed! : ofRight!;
}

function wordsOf(laws: Laws, name: string): string {
  const [kind = "", mistake = ""] = name.split(": ");
  const makers: Readonly<Record<string, (m: string) => unknown>> = {
    slice: slicer,
    broadcast: broadcaster,
    reshape: reshaper,
  };
  const implementation = RIGHT[name] ?? makers[kind]?.(mistake);
  if (typeof implementation !== "function") throw new Error(`no implementation is called ${name}`);
  try {
    laws(((...given: unknown[]) => implementation(...given) as unknown) as never); // the name says which kind it is
    return NO_FAULT;
  } catch (error) {
    if (error instanceof Error && error.message === "not implemented") throw error; // no law yet: nothing was noticed
    return error instanceof Error && error.message !== ""
      ? error.message
      : "a fault without a sentence";
  }
}
