/**
 * Write and read NumPy's file format, byte for byte: your arrays open in Python, and Python's open here.
 *
 * NumPy's names are `np.save` and `np.load`; the format is described at `numpy.lib.format`.
 */
import * as np from "@deep-dive/ndarray";

/*
 * A .npy file:
 *
 *     0x93 N U M P Y          magic, 6 bytes
 *     1 0                     version, 2 bytes
 *     length of the header    version 1: 2 bytes; versions 2 and 3: 4 bytes; little-endian
 *     header                  text: {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }
 *                             then blanks and one '\n', so that everything up to here is a multiple of 64 bytes
 *     elements                as they lie in memory: in C order, or in Fortran order where the header says True
 *
 * descr is byte order, kind, itemsize. Order: '<' little, '>' big, '|' no matter. Kinds here: b (bool, 1 byte), i (1, 2,
 * 4, 8), u (1, 2, 4, 8), f (4, 8). A shape is a Python tuple: (), (3,), (2, 3).
 */

/**
 * The file of an array: version 1.0, little-endian, C order always, whatever the layout of `a`.
 *
 * @param a any of the eleven dtypes above
 * @throws {np.ValueError} for any other dtype: `cannot save float16`
 */
export function toNpy(a: np.NDArray): Uint8Array {
  // TODO: make the header's text; a.tobytes() gives the elements in C order.
  throw new Error("not implemented");
}

/**
 * The array in a file: versions 1 to 3, either byte order, C or Fortran order. Bytes behind the elements are ignored.
 *
 * A file is somebody else's text. Whatever is wrong with it (cut off, no magic, a version, key or descr unknown, a shape
 * that is none, fewer elements than the shape promises) throws, before anything large is allocated.
 *
 * @returns a fresh array of the dtype (in this machine's byte order) and shape
 * @throws {np.ValueError} for every malformed file, with a sentence of your own
 */
export function fromNpy(bytes: Uint8Array): np.NDArray {
  // TODO: check the magic, read the version, and cut out the header's text.
  throw new Error("not implemented");
}
