/**
 * `np.lib`: what NumPy keeps apart from its main names.
 */
export * as format from "./io/npy.ts";
export * as stride_tricks from "./functions/stride_tricks.ts";
