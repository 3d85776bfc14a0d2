/**
 * What a soak saw: how often each row came out how, and which rows did not always come out the same.
 *
 * Knows records and counts; grades nothing.
 */
import type { ExerciseRecord } from "../judge/record.ts";

type RowKind = "tests" | "counted" | "timed";

interface Row {
  readonly name: string;
  readonly kind: RowKind;
  readonly seen: Map<string, number>;
}

export class SoakTable {
  readonly #rows = new Map<string, Row>();

  /** Notes one grading of the answer called `name`; `timed` says which of its measures read a clock. */
  add(name: string, record: ExerciseRecord | undefined, timed: ReadonlySet<string>): void {
    const failing = record?.tests.filter(({ verdict }) => verdict !== "passed").length ?? -1;
    this.#see(
      name,
      "tests",
      record === undefined || failing < 0
        ? "nothing"
        : record.tests.length === 0
          ? record.verdict
          : failing === 0
            ? "passed"
            : `${failing} failed`,
    );
    for (const { kind, label, verdict } of record?.measures ?? []) {
      this.#see(`${name} ${kind}: ${label}`, timed.has(label) ? "timed" : "counted", verdict);
    }
  }

  #see(name: string, kind: RowKind, verdict: string): void {
    const row = this.#rows.get(name) ?? { name, kind, seen: new Map<string, number>() };
    row.seen.set(verdict, (row.seen.get(verdict) ?? 0) + 1);
    this.#rows.set(name, row);
  }

  /** Rows that came out in more than one way, `inconclusive` aside for timed ones. */
  get changed(): readonly string[] {
    return [...this.#rows.values()]
      .filter((row) => verdictsOf(row).length > 1)
      .map(({ name }) => name);
  }

  /** Every row that was not always the same, with its counts; then one line for each kind of row. */
  text(): string {
    const lines: string[] = [];
    for (const { name, seen } of this.#rows.values()) {
      if (seen.size < 2) continue;
      lines.push(name);
      for (const [verdict, times] of seen) lines.push(`  ${String(times).padStart(5)}  ${verdict}`);
    }
    for (const kind of ["tests", "counted", "timed"] as const) {
      const rows = [...this.#rows.values()].filter((row) => row.kind === kind);
      if (rows.length === 0) continue;
      const gradings = rows.flatMap(({ seen }) => [...seen.values()]).reduce((a, b) => a + b, 0);
      const changed = rows.filter((row) => verdictsOf(row).length > 1).length;
      const open = rows.reduce((sum, { seen }) => sum + (seen.get("inconclusive") ?? 0), 0);
      lines.push(
        `${kind.padEnd(8)} ${changed} of ${rows.length} rows changed, ${open} of ${gradings} gradings inconclusive (${((100 * open) / gradings).toFixed(1)} %)`,
      );
    }
    return `${lines.join("\n")}\n`;
  }
}

function verdictsOf({ kind, seen }: Row): string[] {
  return [...seen.keys()].filter((verdict) => kind !== "timed" || verdict !== "inconclusive");
}
