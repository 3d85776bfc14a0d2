import type { Flat } from "../01-nested-to-array.ts";

/** Cuts one axis to its ends. */
const ends = <T>(parts: readonly T[], dots: T): T[] => [
  ...parts.slice(0, 3),
  dots,
  ...parts.slice(-3),
];

export function printArray({ data, shape }: Flat, threshold = 1000): string {
  if (data.length === 0) return "[]";
  if (shape.length === 0) return String(data[0]);
  const isLong = data.length > threshold;
  const fold = (values: readonly number[], [, ...rest]: readonly number[]): string[][] => {
    if (rest.length === 0) return [values.map(String)];
    const size = rest.reduce((x, y) => x * y, 1);
    return Array.from({ length: values.length / size }, (_, i) =>
      fold(values.slice(i * size, (i + 1) * size), rest),
    ).flat();
  };
  const columns = shape.at(-1)!;
  const cutRow = (row: string[]): string[] => (isLong && columns > 6 ? ends(row, "...") : row);
  // Which rows are shown: those whose index on every outer axis is near an end.
  const outer = shape.slice(0, -1);
  const isShown = (row: number): boolean => {
    let rest = row;
    for (const n of outer.toReversed()) {
      const i = rest % n;
      rest = Math.floor(rest / n);
      if (isLong && n > 6 && i >= 3 && i < n - 3) return false;
    }
    return true;
  };
  const rows = fold([...data], shape).map((row, k) => (isShown(k) ? cutRow(row) : []));
  const width = Math.max(...rows.flat().map((text) => (text === "..." ? 0 : text.length)));
  const lines = rows.map(
    (row) => `[${row.map((text) => (text === "..." ? text : text.padStart(width))).join(" ")}]`,
  );
  // Fold the lines, axis by axis, from the inside.
  let parts = lines;
  for (let axis = outer.length - 1; axis >= 0; axis--) {
    const n = outer[axis]!;
    const gap = "\n".repeat(outer.length - axis) + " ".repeat(axis + 1);
    parts = Array.from({ length: parts.length / n }, (_, i) => {
      const mine = parts.slice(i * n, (i + 1) * n);
      return `[${(isLong && n > 6 ? ends(mine, "...") : mine).join(gap)}]`;
    });
  }
  return parts[0]!;
}
