/**
 * A figure, its interval and its limit on one line of text, on a log scale.
 *
 * Knows text only.
 */
export interface Plotted {
  readonly low: number;
  readonly high: number;
  readonly limit: number;
  readonly value: number;
  readonly interval?: readonly [low: number, high: number];
}

/** `├──●──┤` for the interval and its median, `│` for the limit. */
export function plotRow({ low, high, limit, value, interval }: Plotted, width: number): string {
  const span = Math.log(high / low);
  const place = (x: number): number =>
    x <= low || !(span > 0)
      ? 0
      : Math.min(width - 1, Math.round((Math.log(x / low) / span) * (width - 1)));
  const cells = Array.from({ length: width }, () => " ");
  if (interval !== undefined) {
    for (let k = place(interval[0]); k <= place(interval[1]); k++) cells[k] = "─";
    cells[place(interval[0])] = "├";
    cells[place(interval[1])] = "┤";
  }
  cells[place(limit)] = "│";
  cells[place(value)] = "●";
  return cells.join("");
}
