/**
 * Rules about the text of an answer, checked on its syntax tree before it runs.
 *
 * Knows names only; sandbox/guest/rules.ts checks them.
 */

/** Rules about the code, checked on its syntax tree. A breach is the verdict `forbidden`, with line and column. */
export interface CodeRules {
  /** false: no for, while, do; no forEach, map, reduce and the like; no function that calls itself, by way of others either. */
  readonly loops?: boolean;
  /**
   * Names the answer may not use: `"np.sort"` (whatever the import calls it), `".sort"` (a method or property on
   * anything but Math), `"Math.hypot"` (a global's member), `"BigInt"` (a global).
   */
  readonly forbid?: readonly string[];
  /**
   * The only names of the library that the answer may use: `["np.arange", "np.where"]`. Where some begin with a dot,
   * these are also the only methods and properties of anything: `[".get", ".size"]`.
   */
  readonly only?: readonly string[];
}
