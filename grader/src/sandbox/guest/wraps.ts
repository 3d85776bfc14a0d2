/**
 * Texts around expressions of a file, from several sources, put where they nest.
 *
 * Of two expressions that begin at one place the outer one must be opened first; so all are gathered before any is written.
 */
import type MagicString from "magic-string";
import type { AnyNode } from "./syntax.ts";

export interface Wrap {
  readonly node: AnyNode;
  /** How many ancestors the node has. */
  readonly depth: number;
  readonly open: string;
  readonly close: string;
}

/** Writes `wraps` into `text`: outer nodes outside; around one node, whoever comes first in the list is outside. */
export function writeWraps(text: MagicString, wraps: readonly Wrap[]): void {
  for (const { node, open, close } of wraps.toSorted((a, b) => a.depth - b.depth)) {
    const isList = node.type === "SequenceExpression"; // in a call's brackets it would be several arguments
    text.appendRight(node.start, isList ? `${open}(` : open);
    text.prependLeft(node.end, isList ? `)${close}` : close);
  }
}
