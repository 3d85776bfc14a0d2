/**
 * Hooks in a learner's text for the rules that guards.ts watches: at each entry of a function, around computed names.
 *
 * Knows syntax. Everything stays on its line.
 */
import type { Program } from "acorn";
import type MagicString from "magic-string";
import type { CodeRules } from "../code-rules.ts";
import { keyName, stepName } from "./guards.ts";
import { type AnyNode, isNode, memberName, walk } from "./syntax.ts";

/** Members by which any other can be reached. */
export const REFLECTING: readonly string[] = [
  "getOwnPropertyDescriptor",
  "getOwnPropertyDescriptors",
];

/** Adds to `text` what `rules` ask to be watched. */
export function guard(
  text: MagicString,
  tree: Program,
  rules: CodeRules | null,
  hook: string,
): void {
  const names = memberNames(rules);
  const step = `${stepName(hook)}()`;
  const aside = (node: AnyNode): void => {
    text.appendRight(node.start, `(${step},`);
    text.prependLeft(node.end, ")");
  };
  walk(tree, (node) => {
    if (rules?.loops === false) {
      const { body, value, right } = node as AnyNode & Readonly<Record<string, unknown>>;
      if (/Function/.test(node.type) && isNode(body)) {
        if (body.type === "BlockStatement") text.appendRight(body.start + 1, `${step};`);
        else aside(body);
      }
      if (node.type === "PropertyDefinition" && isNode(value)) aside(value);
      if (node.type === "AssignmentPattern" && isNode(right)) aside(right); // evaluated before the body
    }
    const key = computedKey(node);
    if (names.length > 0 && key !== null) {
      text.appendRight(key.start, `${keyName(hook)}(`);
      text.prependLeft(key.end, `,${JSON.stringify(names.join(" "))})`);
    }
  });
}

/** The names of members that `rules` forbid, and those that lead to them; none where no member is forbidden. */
export function memberNames(rules: CodeRules | null): string[] {
  const names = (rules?.forbid ?? [])
    .filter((name) => name.includes(".") && !name.startsWith("np."))
    .map((name) => name.slice(name.lastIndexOf(".") + 1));
  return names.length === 0 ? [] : [...names, ...REFLECTING];
}

/** The expression in the brackets of `a[key]` or of a pattern's `{ [key]: x }`, unless it is a plain name or number. */
function computedKey(node: AnyNode): AnyNode | null {
  if (node["computed"] !== true) return null;
  const key = node.type === "MemberExpression" ? node["property"] : node["key"];
  if (!isNode(key) || key.type === "Literal") return null;
  return node.type === "MemberExpression" && memberName(node) !== null ? null : key;
}
