/** The views; all others are copies. */
export function answers(): string[] {
  const views = new Set([1, 3, 4, 7, 9, 12, 13, 14, 15]);
  return Array.from({ length: 16 }, (_, k) => (views.has(k + 1) ? "view" : "copy"));
}
