/**
 * Text from a learner's code, made safe to show: on a terminal, in a CI log, in Markdown, in HTML.
 *
 * Knows what each of them would take for a command. Nothing else may show such text.
 */

/** Control characters as `\xNN`; newlines and tabs stay. Also what turns text around, what nobody sees, and halves of pairs. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu,
    (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 256
        ? `\\x${code.toString(16).padStart(2, "0")}`
        : `\\u${code.toString(16).padStart(4, "0")}`;
    },
  );
}

/** Azure, GitHub's older runners and TeamCity take these for a command wherever they stand in a line. */
const COMMAND = /##(?=(?:\w+\s*)?\[)/g;

/** For a terminal or a CI log: no control sequences, and no line that a CI runner takes for a workflow command. */
export function escapeForLog(text: string): string {
  return escapeControls(text)
    .split("\n")
    .map((line) => line.replace(/^(\s*)(?=::[a-z])/i, "$1\\").replace(COMMAND, "#\\#"))
    .join("\n");
}

/** For one line of a table. */
export function escapeLine(text: string): string {
  return escapeForLog(text.replaceAll("\t", " "))
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/** For text or an attribute of an HTML page. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return escapeControls(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** For a line of Markdown, tables included. */
export function escapeMarkdown(text: string): string {
  return escapeForLog(text).replace(/[\\`*_{}[\]()#+!|<>~@&-]/g, (character) =>
    character === "<"
      ? "&lt;"
      : character === ">"
        ? "&gt;"
        : character === "&"
          ? "&amp;"
          : `\\${character}`,
  );
}
