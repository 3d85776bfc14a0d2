/**
 * Seeds: from whole numbers of any size to as many well-mixed bits as a generator wants.
 *
 * Knows 32-bit words. Rules: https://numpy.org/doc/stable/reference/random/bit_generators/generated/numpy.random.SeedSequence.html
 * (after M.E. O'Neill's seed_seq_fe)
 */
import { ValueError } from "../../errors.ts";

/** What a seed may be: a whole number of any size, or a list of them. */
export type SeedLike = number | bigint | readonly (number | bigint)[];

export interface SeedSequenceOptions {
  /** Where in the tree of spawned sequences this one stands. */
  readonly spawn_key?: readonly number[];
  /** 32-bit words the entropy is pooled in. */
  readonly pool_size?: number;
  readonly n_children_spawned?: number;
}

const XSHIFT = 16;
const INIT_A = 0x43b0d7e5;
const MULT_A = 0x931e8875;
const INIT_B = 0x8b51f9dd;
const MULT_B = 0x58f38ded;
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;

/** Mixes a seed of any quality into the state of a generator. Source: numpy.random.SeedSequence */
export class SeedSequence {
  readonly entropy: SeedLike;
  readonly spawn_key: readonly number[];
  readonly pool_size: number;
  readonly #pool: Uint32Array;
  #children: number;

  /**
   * @throws {ValueError} when `entropy` is negative
   * @throws {TypeError} when it is no whole number
   */
  constructor(entropy: SeedLike | null = null, options: SeedSequenceOptions = {}) {
    const { spawn_key = [], pool_size = 4, n_children_spawned = 0 } = options;
    if (pool_size < 4) throw new ValueError("The size of the entropy pool should be at least 4");
    this.entropy = entropy ?? freshEntropy();
    this.spawn_key = spawn_key;
    this.pool_size = pool_size;
    this.#children = n_children_spawned;
    this.#pool = mixed(allWords(this.entropy, spawn_key, pool_size), pool_size);
  }

  /** How many sequences `spawn` has made. */
  get n_children_spawned(): number {
    return this.#children;
  }

  /**
   * `n_words` words of 32 bits.
   *
   * @example new SeedSequence(42).generate_state(2) // [3444837047, 2669555309]
   */
  generate_state(n_words: number): Uint32Array {
    let factor = INIT_B;
    return Uint32Array.from({ length: n_words }, (_, i) => {
      let word = this.#pool[i % this.pool_size]! ^ factor;
      factor = Math.imul(factor, MULT_B);
      word = Math.imul(word, factor);
      return word ^ (word >>> XSHIFT);
    });
  }

  /** `n_children` sequences whose streams do not touch this one's, nor each other's. */
  spawn(n_children: number): SeedSequence[] {
    const { entropy, pool_size } = this;
    return Array.from({ length: n_children }, () => {
      const spawn_key = [...this.spawn_key, this.#children++];
      return new SeedSequence(entropy, { spawn_key, pool_size });
    });
  }
}

function freshEntropy(): bigint {
  const words = new Uint32Array(4);
  // A realm of its own, such as a sandbox, may lack `crypto`; nothing secret hangs on these bits.
  if (globalThis.crypto === undefined)
    words.forEach((_, i) => (words[i] = Math.random() * 2 ** 32));
  else globalThis.crypto.getRandomValues(words);
  return words.reduce((n, word) => (n << 32n) | BigInt(word), 0n);
}

function allWords(entropy: SeedLike, spawnKey: readonly number[], poolSize: number): number[] {
  const words = wordsOf(entropy);
  if (spawnKey.length === 0) return words;
  while (words.length < poolSize) words.push(0); // so that a key does not look like more entropy
  return [...words, ...wordsOf(spawnKey)];
}

/** `seed` in words of 32 bits, lowest first. */
function wordsOf(seed: SeedLike): number[] {
  if (typeof seed === "object") return seed.flatMap(wordsOf);
  if (typeof seed !== "bigint" && !Number.isInteger(seed)) {
    throw new TypeError(
      `SeedSequence expects int or sequence of ints for entropy not ${String(seed)}`,
    );
  }
  if (seed < 0) throw new ValueError("expected non-negative integer");
  const words: number[] = [];
  let rest = BigInt(seed);
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}

function mixed(words: readonly number[], poolSize: number): Uint32Array {
  let factor = INIT_A;
  const hash = (word: number): number => {
    let value = word ^ factor;
    factor = Math.imul(factor, MULT_A);
    value = Math.imul(value, factor);
    return value ^ (value >>> XSHIFT);
  };
  const mix = (x: number, y: number): number => {
    const value = (Math.imul(MIX_LEFT, x) - Math.imul(MIX_RIGHT, y)) | 0;
    return value ^ (value >>> XSHIFT);
  };
  const pool = Uint32Array.from({ length: poolSize }, (_, i) => hash(words[i] ?? 0));
  for (let from = 0; from < poolSize; from++) {
    for (let to = 0; to < poolSize; to++)
      if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!));
  }
  for (const word of words.slice(poolSize)) {
    for (let to = 0; to < poolSize; to++) pool[to] = mix(pool[to]!, hash(word));
  }
  return pool;
}
