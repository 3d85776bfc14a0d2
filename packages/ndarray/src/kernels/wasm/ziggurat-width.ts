/**
 * A ziggurat's layers in WebAssembly, for doubles or for floats: its tables in memory, and the instructions of either width.
 *
 * Knows how a number's bits name a layer, a sign and a size, and what a layer is asked for.
 */
import { type Code, call, f32, f64, i32, i64, load, op } from "./assembler.ts";
import { table } from "./constants.ts";

/** The layers of one density, for doubles or for floats. */
export interface Ziggurat {
  readonly isDouble: boolean;
  /** Normal numbers have a sign, and a density exp(-x²/2) in place of exp(-x). */
  readonly isNormal: boolean;
  readonly tail: number;
  readonly width: ArrayLike<number>;
  readonly inside: ArrayLike<number>;
  readonly density: ArrayLike<number>;
}

/** Instructions and constants of one width, and where the tables lie. */
export class Width {
  readonly ziggurat: Ziggurat;
  readonly real: "f64" | "f32";
  readonly word: "i64" | "i32";
  readonly size: 8 | 4;
  readonly #layers: number;
  readonly #densities: number;

  constructor(ziggurat: Ziggurat) {
    const { isDouble, isNormal, inside, width, density } = ziggurat;
    this.ziggurat = ziggurat;
    this.real = isDouble ? "f64" : "f32";
    this.word = isDouble ? "i64" : "i32";
    this.size = isDouble ? 8 : 4;
    const key = `${this.real} ${isNormal ? "normal" : "exponential"}`;
    // What a layer is asked for at once lies side by side.
    const layers = new DataView(new ArrayBuffer(512 * this.size));
    const densities = new DataView(new ArrayBuffer(256 * this.size));
    for (let k = 0; k < 256; k++) {
      if (isDouble) layers.setBigInt64(16 * k, BigInt(inside[k]!), true);
      else layers.setInt32(8 * k, inside[k]!, true);
      this.#put(layers, 2 * k + 1, width[k]!);
      this.#put(densities, k, density[k]!);
    }
    this.#layers = table(`${key} layers`, new Uint8Array(layers.buffer));
    this.#densities = table(`${key} densities`, new Uint8Array(densities.buffer));
  }

  #put(view: DataView, at: number, value: number): void {
    if (this.size === 8) view.setFloat64(8 * at, value, true);
    else view.setFloat32(4 * at, value, true);
  }

  /** An instruction on reals, and one on words. */
  r(name: string, ...x: readonly Code[]): Code {
    return op(`${this.real}.${name}`, ...x);
  }

  w(name: string, ...x: readonly Code[]): Code {
    return op(`${this.word}.${name}`, ...x);
  }

  constant(value: number): Code {
    return this.real === "f64" ? f64(value) : f32(value);
  }

  bits(value: bigint): Code {
    return this.word === "i64" ? i64(value) : i32(Number(value));
  }

  /** A layer's number from a word. */
  layer(word: Code): Code {
    const shift = this.ziggurat.isNormal ? 0n : this.size === 8 ? 3n : 1n;
    const shifted = this.w("shr_u", word, this.bits(shift));
    return op("i32.and", this.word === "i64" ? op("i32.wrap_i64", shifted) : shifted, i32(255));
  }

  /** The size, in units of which a layer's width says how large they are. */
  units(word: Code): Code {
    if (this.size === 4) return this.w("shr_u", word, this.bits(9n));
    if (!this.ziggurat.isNormal) return this.w("shr_u", word, this.bits(11n));
    return this.w("and", this.w("shr_u", word, this.bits(9n)), this.bits((1n << 52n) - 1n));
  }

  inside(layer: Code): Code {
    const address = op("i32.mul", layer, i32(2 * this.size));
    return load(`${this.word}.load`, address, this.#layers);
  }

  width(layer: Code): Code {
    const address = op("i32.mul", layer, i32(2 * this.size));
    return load(`${this.real}.load`, address, this.#layers + this.size);
  }

  /** Of the layer `by` further up. */
  density(layer: Code, by: number): Code {
    const address = op("i32.mul", layer, i32(this.size));
    return load(`${this.real}.load`, address, this.#densities + by * this.size);
  }

  /** `x` with the sign that bit `bit` of the word stands for. */
  signed(x: Code, word: Code, bit: number): Code {
    const top = this.size === 8 ? 63 : 31;
    const sign = this.w(
      "shl",
      this.w("shr_u", word, this.bits(BigInt(bit))),
      this.bits(BigInt(top)),
    );
    const asBits = op(`${this.word}.reinterpret_${this.real}`, x);
    return op(`${this.real}.reinterpret_${this.word}`, this.w("xor", asBits, sign));
  }

  /** A function of doubles that the host has. */
  hosted(index: number, x: Code): Code {
    if (this.real === "f64") return call(index, x);
    return op("f32.demote_f64", call(index, op("f64.promote_f32", x)));
  }

  /** A real as a double. */
  double(x: Code): Code {
    return this.real === "f64" ? x : op("f64.promote_f32", x);
  }
}
