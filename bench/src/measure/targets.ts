/**
 * Targets: what `--check` holds a run against.
 *
 * Knows results and `targets.json`; a target whose peer was not measured is skipped, and said so.
 */
import type { Result } from "./run.ts";
import { geometricMean, ratio } from "./rounds.ts";

export interface Target {
  readonly name: string;
  /** Whose speed, and whose it is divided by. */
  readonly subject: string;
  readonly other: string;
  /** The geometric mean over all cases that match, or the worst of them. */
  readonly over: "mean" | "each";
  readonly atLeast: number;
  readonly where?: {
    readonly suites?: readonly string[];
    readonly exceptSuites?: readonly string[];
    readonly n?: readonly number[];
    readonly ops?: readonly string[];
    readonly dtypes?: readonly string[];
  };
}

export interface TargetOutcome {
  readonly target: Target;
  /** Null where no case with both subjects was measured. */
  readonly figure: number | null;
  readonly isMet: boolean;
  /** For `each`: the case that decided. */
  readonly worst?: string;
}

/** Whether each target is met by `results`. */
export function checkTargets(
  targets: readonly Target[],
  results: readonly Result[],
): TargetOutcome[] {
  return targets.map((target) => {
    const found = results
      .filter((r) => matches(target, r))
      .flatMap((r) => {
        const figure = ratio(r.samples, target.subject, target.other);
        return figure === null
          ? []
          : [{ label: `${r.op} ${r.dtype} n=${r.n}`, ratio: figure.median }];
      });
    if (found.length === 0) return { target, figure: null, isMet: true };
    if (target.over === "mean") {
      const figure = geometricMean(found.map((f) => f.ratio));
      return { target, figure, isMet: figure >= target.atLeast };
    }
    const worst = found.reduce((a, b) => (b.ratio < a.ratio ? b : a));
    return {
      target,
      figure: worst.ratio,
      isMet: worst.ratio >= target.atLeast,
      worst: worst.label,
    };
  });
}

function matches({ where = {} }: Target, r: Result): boolean {
  return (
    (where.suites?.includes(r.suite) ?? true) &&
    !(where.exceptSuites?.includes(r.suite) ?? false) &&
    (where.n?.includes(r.n) ?? true) &&
    (where.ops?.includes(r.op) ?? true) &&
    (where.dtypes?.includes(r.dtype) ?? true)
  );
}
