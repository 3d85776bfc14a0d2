/**
 * How a conversation with the guest can end.
 *
 * Knows the fault and its figures, not what it costs a learner: judge/ turns outcomes into verdicts.
 */
export type FaultKind =
  | "timed-out"
  | "out-of-memory"
  | "too-much-output"
  | "crashed"
  | "syntax-error"
  | "forbidden"
  | "grader-fault";

/** Why a guest is gone, or why a file never ran: one sentence for people, with the limit and the figure reached. */
export interface Fault {
  readonly kind: FaultKind;
  readonly message: string;
}

/** What the learner's code threw, as text only. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Where in the learner's file: `07-safe-as-strided.ts:12:5`, or empty. */
  readonly at: string;
}

/** A reply's raw parts: nothing in them has been believed yet but sizes and the request's id. */
export type Reply =
  | { readonly kind: "reply"; readonly header: unknown; readonly body: Uint8Array }
  | { readonly kind: "fault"; readonly fault: Fault };
