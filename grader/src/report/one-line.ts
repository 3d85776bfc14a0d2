/**
 * Values as a failure prints them, made short enough to read.
 */

/** A list or object that was printed one item a line, on one line where that is short enough to read. */
export function onOneLine(text: string): string {
  if (!/^[[{]/.test(text) && !/^\w+\s*[[{]/.test(text)) return text;
  const line = text.replaceAll(/\s*\n\s*/g, " ").replaceAll(/,(?= [\]}])/g, "");
  return line.length <= 300 ? line : text;
}

/** Two values, each on one line; where both are too long for that, without the lines in front that are alike. */
export function besideEachOther(
  expected: string,
  actual: string,
): [expected: string, actual: string] {
  const [one, other] = [onOneLine(expected).split("\n"), onOneLine(actual).split("\n")];
  const differing = one.findIndex((line, k) => line !== other[k]);
  const alike = differing - 2; // between the opening line and the last one alike
  const shortened = ([opening = "", ...lines]: string[]): string =>
    [opening, `  … ${alike} lines alike`, ...lines.slice(alike)].join("\n");
  return one.length > 1 && other.length > 1 && alike > 1
    ? [shortened(one), shortened(other)]
    : [one.join("\n"), other.join("\n")];
}
