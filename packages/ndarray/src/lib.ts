/**
 * `np.lib`: what NumPy keeps apart from its main names.
 */
export * as format from "./io/npy.ts";
