/**
 * What a test thread and the worker that owns its guests say to each other: plain data.
 */
import type { Lent } from "./exchange.ts";
import type { Isolation } from "./launch.ts";
import type { Reply } from "./outcome.ts";

export interface LineSettings {
  readonly isolation: Isolation;
  /** The guest's folder. */
  readonly folder: string;
  /** Options of the guest kept warm, as JSON. */
  readonly warm: string;
  /** Whether the next guest starts as soon as one is taken; where a thread ends with its run, nobody would take it. */
  readonly isAhead: boolean;
}

export type LineRequest =
  /** A guest with these options for this key, from now on. */
  | { readonly op: "open"; readonly key: string; readonly options: string }
  /** A guest's answer, where its line could not be lent. */
  | { readonly op: "request"; readonly key: string; readonly frame: Uint8Array }
  /** Why the guest is gone. */
  | { readonly op: "lost"; readonly key: string }
  /** What was printed so far. */
  | { readonly op: "look"; readonly key: string }
  | { readonly op: "close"; readonly key: string; readonly isReused: boolean }
  /** The guest of this key, which ran nothing but ours so far, waits as the next one. */
  | { readonly op: "keep"; readonly key: string };

export interface LineReply {
  readonly reply: Reply;
  /** The line of the guest that was opened; null where it cannot be lent. */
  readonly lent: Lent | null;
  /** What the learner's code printed so far; raw. */
  readonly output: string;
  readonly cpuMs: number;
}

/** A reply that says nothing yet. */
export const NOTHING: LineReply = {
  reply: { kind: "reply", header: null, body: new Uint8Array() },
  lent: null,
  output: "",
  cpuMs: 0,
};
