/**
 * What the Array API standard asks a namespace to tell of itself.
 *
 * Source: https://data-apis.org/array-api/2024.12/API_specification/inspection.html
 */
import { NDArray } from "../array/ndarray.ts";
import { viewOf } from "../array/make.ts";
import {
  DEFAULT_FLOAT,
  DEFAULT_INT,
  type DType,
  DTYPES,
  complex128,
  float16,
} from "../dtype/dtype.ts";
import { ValueError } from "../errors.ts";

/** Kinds of dtypes as the standard names them. */
const KINDS: Readonly<Record<string, (d: DType) => boolean>> = {
  bool: (d) => d.kind === "b",
  "signed integer": (d) => d.kind === "i",
  "unsigned integer": (d) => d.kind === "u",
  integral: (d) => d.kind === "i" || d.kind === "u",
  "real floating": (d) => d.kind === "f",
  "complex floating": (d) => d.kind === "c",
  numeric: (d) => d.kind !== "b",
};

type KindName = keyof typeof KINDS;

export interface NamespaceInfo {
  capabilities(): Readonly<Record<string, boolean | number>>;
  default_device(): "cpu";
  devices(): "cpu"[];
  default_dtypes(options?: {
    readonly device?: string | null | undefined;
  }): Readonly<Record<string, DType>>;
  dtypes(options?: {
    readonly device?: string | null | undefined;
    readonly kind?: KindName | readonly KindName[] | null | undefined;
  }): Readonly<Record<string, DType>>;
}

/**
 * Capabilities, devices and dtypes of this library, as the standard's inspection interface.
 *
 * Source: https://numpy.org/doc/stable/reference/array_api.html#inspection
 *
 * @example __array_namespace_info__().default_device() // "cpu"
 */
export function __array_namespace_info__(): NamespaceInfo {
  return {
    capabilities: () => ({
      "boolean indexing": true,
      "data-dependent shapes": true,
      "max dimensions": 64,
    }),
    default_device: () => "cpu",
    devices: () => ["cpu"],
    default_dtypes(options) {
      checkDevice(options?.device);
      return {
        "real floating": DEFAULT_FLOAT,
        "complex floating": complex128,
        integral: DEFAULT_INT,
        indexing: DEFAULT_INT,
      };
    },
    dtypes(options) {
      checkDevice(options?.device);
      const kinds =
        options?.kind === undefined || options.kind === null ? null : [options.kind].flat();
      for (const kind of kinds ?? [])
        if (!Object.hasOwn(KINDS, kind)) throw new ValueError(`unsupported kind: '${kind}'`);
      const standard = DTYPES.filter((d) => d !== float16); // the standard does not know it
      return Object.fromEntries(
        standard
          .filter((d) => kinds === null || kinds.some((kind) => KINDS[kind]!(d)))
          .map((d) => [d.name, d]),
      );
    },
  };
}

function checkDevice(device: string | null | undefined): void {
  if (device === undefined || device === null || device === "cpu") return;
  throw new ValueError(`Device not understood. Only "cpu" is allowed, but received: ${device}`);
}

/**
 * A view of an array that offers itself for exchange. Only this library's arrays do in JS.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.from_dlpack.html
 *
 * @throws {TypeError} when `x` is no array
 * @example from_dlpack(asarray([1, 2])) // [1, 2]
 */
export function from_dlpack(x: unknown): NDArray {
  if (x instanceof NDArray) return viewOf(x, x.layout);
  throw new TypeError(`'${typeof x}' object has no attribute '__dlpack__'`);
}
