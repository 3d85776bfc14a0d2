/**
 * `where`, elementwise: bools and two inputs in, one of the two out.
 *
 * Knows how sixteen bools become masks of any width. Elements are moved as bits, so the dtype matters by its
 * width only.
 */
import { type Code, choose, i32, op, shuffle } from "./assembler.ts";
import type { ElementwiseKernel } from "./elementwise.ts";
import { bitsOf, lanesOf } from "./lanes.ts";

/** The kernel of `where` for loop strings like "?dd->d", or null. */
export function selectionKernel(
  name: string,
  inputs: string,
  output: string,
): ElementwiseKernel | null {
  if (name !== "where" || inputs !== `?${output}${output}`) return null;
  const lanes = bitsOf(lanesOf(output));
  const { char, size, type } = lanes;
  const indices = Array.from({ length: size }, (_, j) => j);
  return {
    inputs: `?${char}${char}`,
    output: char,
    patterns: [0b000, 0b010, 0b100, 0b110],
    scalar: (_, c, x, y) =>
      type === "v128" ? choose("v128", c!, x!, y!) : op("select", x!, y!, c!),
    wide: {
      count: 16,
      emit: (f, read, write) => {
        const flags = f.local("v128");
        const mask = (j: number): Code =>
          op("i8x16.ne", spread(flags.get, size, j), op("i8x16.splat", i32(0)));
        return [
          flags.set(read(0, 0)),
          indices.map((j) => write(j, op("v128.bitselect", read(1, j), read(2, j), mask(j)))),
        ];
      },
    },
  };
}

/** Bytes 16 / size * j and on, each repeated over a lane of `size` bytes. */
function spread(bytes: Code, size: number, j: number): Code {
  if (size === 1) return bytes;
  return shuffle(
    bytes,
    bytes,
    Array.from({ length: 16 }, (_, k) => (16 / size) * j + Math.floor(k / size)),
  );
}
