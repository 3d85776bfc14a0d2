/**
 * Hooks in a learner's text for the rules that guards.ts watches: at each entry of a function, around computed names.
 *
 * Knows syntax. Everything stays on its line. `a[i]` with a counter stays as it is: a hook around each element would be
 * what a timed loop spends its time on.
 */
import type { Program } from "acorn";
import type MagicString from "magic-string";
import type { CodeRules } from "../code-rules.ts";
import { keyName, lastName, ownerName, stepName } from "./guards.ts";
import { isNumeric, numericNames } from "./numbers.ts";
import { type AnyNode, insideChain, isAfterNew, isNode, memberName, walk } from "./syntax.ts";
import type { Wrap } from "./wraps.ts";

/** Members by which any other can be reached. */
export const REFLECTING: readonly string[] = [
  "getOwnPropertyDescriptor",
  "getOwnPropertyDescriptors",
  "__lookupGetter__",
  "__lookupSetter__",
];

/** What `rules` ask to be watched: written into `text` where it stands alone, returned where it goes around something. */
export function guard(
  text: MagicString,
  tree: Program,
  rules: CodeRules | null,
  hook: string,
): Wrap[] {
  const wraps: Wrap[] = [];
  const names = memberNames(rules);
  const numeric = names.length === 0 ? new Set<string>() : numericNames(tree);
  const step = `${stepName(hook)}()`;
  walk(tree, (node, ancestors) => {
    const depth = ancestors.length + 1; // of the children that are wrapped
    const aside = (child: AnyNode): void => {
      wraps.push({ node: child, depth, open: `(${step},`, close: ")" });
    };
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
    if (names.length > 0 && key !== null && !isNumeric(key, numeric)) {
      const object = ownerOf(node, ancestors);
      if (object !== null)
        wraps.push({ node: object, depth, open: `${ownerName(hook)}(`, close: ")" });
      // The owner is read before anything in the brackets runs.
      const owner = object === null ? "null" : `${lastName(hook)}()`;
      wraps.push({
        node: key,
        depth,
        open: `${keyName(hook)}(${owner},`,
        close: `,${JSON.stringify(names.join(" "))})`,
      });
    }
  });
  return wraps;
}

/** The names of members that `rules` forbid, and those that lead to them; none where no member is forbidden. */
export function memberNames(rules: CodeRules | null): string[] {
  const names = (rules?.forbid ?? [])
    .filter((name) => name.includes(".") && !name.startsWith("np."))
    .map((name) => name.slice(name.lastIndexOf(".") + 1));
  return names.length === 0 ? [] : [...names, ...REFLECTING];
}

/** What stands before the brackets of `a[key]`, where a call can stand in its place; null elsewhere. */
function ownerOf(node: AnyNode, ancestors: readonly AnyNode[]): AnyNode | null {
  const object = node["object"];
  if (node.type !== "MemberExpression" || !isNode(object) || object.type === "Super") return null;
  return insideChain(node, ancestors) || isAfterNew(node, ancestors) ? null : object;
}

/** The expression in the brackets of `a[key]` or of a pattern's `{ [key]: x }`, unless it is a plain name or number. */
function computedKey(node: AnyNode): AnyNode | null {
  if (node["computed"] !== true) return null;
  const key = node.type === "MemberExpression" ? node["property"] : node["key"];
  if (!isNode(key) || key.type === "Literal") return null;
  return node.type === "MemberExpression" && memberName(node) !== null ? null : key;
}
