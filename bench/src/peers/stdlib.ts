/**
 * @stdlib/ndarray, where it is installed. It is not a dependency of the project: it weighs 430 MB.
 *
 *   npm install --no-save @stdlib/ndarray
 */
import { createRequire } from "node:module";
import { type Case, type Operand, type StdlibArray, type StdlibLibrary } from "../cases/case.ts";
import { valuesOf } from "../cases/inputs.ts";
import { type LoadedLibrary, checksumOf, local } from "./subject.ts";

const PACKAGES = {
  ndarray: "@stdlib/ndarray/ctor",
  binary: "@stdlib/ndarray/base/binary",
  unary: "@stdlib/ndarray/base/unary",
  emptyLike: "@stdlib/ndarray/empty-like",
  zeros: "@stdlib/ndarray/zeros",
  copy: "@stdlib/ndarray/copy",
  transpose: "@stdlib/ndarray/transpose",
  slice: "@stdlib/ndarray/slice",
  Slice: "@stdlib/slice/ctor",
  sum: "@stdlib/blas/ext/sum",
} as const;

export async function loadStdlib(): Promise<LoadedLibrary> {
  const require = createRequire(import.meta.url);
  const lib = Object.fromEntries(
    Object.entries(PACKAGES).map(([name, from]) => [name, require(from)]),
  ) as unknown as StdlibLibrary; // CommonJS without types of its own
  const { version } = require("@stdlib/ndarray/package.json") as { version: string }; // every package.json has one
  return {
    version,
    subject: ({ stdlib: call, operands }: Case) => {
      if (call === undefined) return null;
      const args = Object.fromEntries(
        Object.entries(operands).map(([name, spec]) => [name, arrayOf(lib, spec)]),
      );
      return local(call, [lib, args], (result) => checksumOf((result as StdlibArray).data)); // every case of it gives an array
    },
  };
}

function arrayOf(lib: StdlibLibrary, spec: Operand): StdlibArray {
  const strides = spec.shape.map((_, k) => spec.shape.slice(k + 1).reduce((a, b) => a * b, 1));
  return new lib.ndarray(spec.dtype, valuesOf(spec), spec.shape, strides, 0, "row-major");
}
