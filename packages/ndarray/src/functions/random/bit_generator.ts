/**
 * PCG64 under NumPy's name: a seeded source of bits for a `Generator`.
 *
 * Source: https://numpy.org/doc/stable/reference/random/bit_generators/pcg64.html
 */
import { Pcg64, type Pcg64State } from "../../kernels/random/pcg64.ts";
import { SeedSequence, type SeedLike } from "./seed_sequence.ts";

/** A bit generator's state, as NumPy's dictionary. */
export interface BitGeneratorState {
  readonly bit_generator: "PCG64";
  readonly state: { readonly state: bigint; readonly inc: bigint };
  readonly has_uint32: 0 | 1;
  readonly uinteger: number;
}

/** The generator of 64 random bits under `default_rng`, with a state of 128. Source: numpy.random.PCG64 */
export class PCG64 {
  readonly seed_seq: SeedSequence;
  /** The bits themselves; a generator's own business. */
  readonly bits: Pcg64;

  /** @throws {ValueError} when `seed` is negative */
  constructor(seed: SeedLike | SeedSequence | null = null) {
    this.seed_seq = seed instanceof SeedSequence ? seed : new SeedSequence(seed);
    const words = this.seed_seq.generate_state(8);
    // NumPy reads pairs of words as little-endian 64-bit numbers, and pairs of those with the high one first.
    const wide = (i: number): bigint => (BigInt(words[i + 1]!) << 32n) | BigInt(words[i]!);
    this.bits = new Pcg64((wide(0) << 64n) | wide(2), (wide(4) << 64n) | wide(6));
  }

  /** The state, which may be put back; the stream then goes on from there. */
  get state(): BitGeneratorState {
    const { state, inc, has_uint32, uinteger } = this.bits.save();
    return { bit_generator: "PCG64", state: { state, inc }, has_uint32, uinteger };
  }

  set state({ state, has_uint32, uinteger }: BitGeneratorState) {
    const next: Pcg64State = { ...state, has_uint32, uinteger };
    this.bits.restore(next);
  }

  /** `n_children` generators whose streams do not touch this one's. */
  spawn(n_children: number): PCG64[] {
    return this.seed_seq.spawn(n_children).map((seed) => new PCG64(seed));
  }

  /** The next 64 bits as they are. */
  random_raw(): bigint {
    return this.bits.next64();
  }
}
