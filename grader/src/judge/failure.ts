/**
 * What a failed test leaves behind: the answer's last calls, and what the assertion wanted of them.
 *
 * Knows values only. Those of the answer have crossed from its guest.
 */

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly result: unknown;
  /** The arguments afterwards, where the call writes into them. */
  readonly after?: readonly unknown[];
}

/** A test's failure as the picture needs it. */
export interface Failure {
  /** The answer's last calls, the oldest first. */
  readonly calls: readonly Call[];
  /** What the assertion wanted. */
  readonly expected: unknown;
}

/** The reference answer's exports; null where the course was released without answers. */
export type Reference = Readonly<Record<string, unknown>> | null;
