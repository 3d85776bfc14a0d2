/**
 * Values as a failure prints them, made short enough to read.
 */

/** A list or object that was printed one item a line, on one line where that is short enough to read. */
export function onOneLine(text: string): string {
  if (!/^[[{]/.test(text) && !/^\w+\s*[[{]/.test(text)) return text;
  const line = text.replaceAll(/\s*\n\s*/g, " ").replaceAll(/,(?= [\]}])/g, "");
  return line.length <= 300 ? line : text;
}
