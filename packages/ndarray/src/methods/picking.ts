/**
 * The methods that pick elements and write them by position.
 */
import type { ArrayLike } from "../array/convert.ts";
import { FlatView } from "../array/flat.ts";
import { NDArray } from "../array/ndarray.ts";
import type { DTypeName } from "../dtype/dtype.ts";
import { type PutOptions, put } from "../functions/putting.ts";
import {
  type ChooseOptions,
  type ConditionOptions,
  type TakeOptions,
  choose,
  compress,
  take,
} from "../functions/taking.ts";
import { nonzero } from "../functions/where.ts";
import { readOptions } from "../options.ts";
import { attach } from "./attach.ts";

declare module "../array/ndarray.ts" {
  // The parameter must be spelled as in the class.
  interface NDArray<N extends DTypeName = DTypeName> {
    /** The elements in C order: iterable, with `get` and `set` by one index part. */
    readonly flat: FlatView<N>;
    /** `"cpu"`: there is no other. */
    readonly device: "cpu";
    /** The array itself, as there is one device. @throws {ValueError} for any other */
    to_device(device: "cpu"): NDArray<N>;
    /** Elements at `indices` along an axis; a copy. */
    take(
      indices: ArrayLike,
      axis?: TakeOptions["axis"] | TakeOptions,
      options?: TakeOptions,
    ): NDArray<N>;
    /** Writes values to positions counted in C order. */
    put(indices: ArrayLike, values: ArrayLike, options?: PutOptions): void;
    /** The slices along an axis where a condition holds; a copy. */
    compress(condition: ArrayLike, options?: ConditionOptions): NDArray<N>;
    /** Elements of the choices whose numbers this array holds. */
    choose(choices: readonly ArrayLike[] | NDArray, options?: ChooseOptions): NDArray;
    /** The indices of the elements that are not zero, one list for each axis. */
    nonzero(): NDArray<"int32">[];
    /** Sets `flags.writeable`. */
    setflags(options: { readonly write?: boolean | undefined }): void;
  }
}

attach(NDArray, {
  get flat(): FlatView {
    return new FlatView(this as unknown as NDArray); // `attach` puts the getter on the class
  },
  get device(): string {
    return "cpu";
  },
  to_device(this: NDArray, device: string): NDArray {
    if (device !== "cpu")
      throw new TypeError(`Unsupported device: "${device}". Only "cpu" is allowed.`);
    return this;
  },
  take(
    this: NDArray,
    indices: ArrayLike,
    axis?: TakeOptions["axis"] | TakeOptions,
    options?: TakeOptions,
  ): NDArray {
    return take(this, indices, axis, options);
  },
  put(this: NDArray, indices: ArrayLike, values: ArrayLike, options?: PutOptions): void {
    put(this, indices, values, options);
  },
  compress(this: NDArray, condition: ArrayLike, options?: ConditionOptions): NDArray {
    return compress(condition, this, options);
  },
  choose(this: NDArray, choices: readonly ArrayLike[] | NDArray, options?: ChooseOptions): NDArray {
    return choose(this, choices, options);
  },
  nonzero(this: NDArray): NDArray[] {
    return nonzero(this);
  },
  setflags(this: NDArray, options: { readonly write?: boolean | undefined }): void {
    const { write } = readOptions("setflags", options, ["write"]);
    if (write !== undefined) this.isWriteable = write;
  },
});
