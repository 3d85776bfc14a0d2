/**
 * Which expressions of a file are numbers, whatever runs: as a key, such a one names an element and never a method.
 *
 * Knows syntax, and no scopes: a name holds numbers only where every variable of that name does.
 */
import type { Program } from "acorn";
import { type AnyNode, boundNames, isNode, patternsOf, walk } from "./syntax.ts";

/** Gives a number or a bigint for operands of any kind, or throws. */
const ARITHMETIC = /^(-|\*|\/|%|\*\*|&|\||\^|<<|>>|>>>)$/;

/** Whether `node` can be nothing but a number or a bigint, where the variables `names` hold such. */
export function isNumeric(node: unknown, names: ReadonlySet<string>): boolean {
  if (!isNode(node)) return false;
  const { left, right, operator } = node as AnyNode & Readonly<Record<string, unknown>>;
  const both = (a: unknown, b: unknown): boolean => isNumeric(a, names) && isNumeric(b, names);
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "number";
    case "Identifier":
      return names.has(node["name"] as string); // ESTree
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return /^[-+~]$/.test(String(operator));
    case "BinaryExpression":
      return operator === "+" ? both(left, right) : ARITHMETIC.test(String(operator));
    case "AssignmentExpression":
      if (operator === "=") return isNumeric(right, names);
      return ARITHMETIC.test(String(operator).slice(0, -1)) || both(left, right);
    case "LogicalExpression":
      return both(left, right);
    case "ConditionalExpression":
      return both(node["consequent"], node["alternate"]);
    case "SequenceExpression":
      return isNumeric((node["expressions"] as unknown[]).at(-1), names); // ESTree
    default:
      return false;
  }
}

/** The names that `tree` declares with a number, and gives nothing else anywhere. */
export function numericNames(tree: Program): Set<string> {
  const { given, others } = variablesOf(tree);
  const names = new Set([...given.keys()].filter((name) => !others.has(name)));
  // What is left holds numbers if all that is left does: a counter may be given itself and one more.
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const name of names)
      if (given.get(name)?.every((value) => isNumeric(value, names)) !== true) names.delete(name);
  }
  return names;
}

/** What each name is declared with and assigned; and the names that get their values by other means. */
function variablesOf(tree: Program): {
  given: ReadonlyMap<string, readonly AnyNode[]>;
  others: ReadonlySet<string>;
} {
  const given = new Map<string, AnyNode[]>();
  const declared = new Set<string>();
  const others = new Set<string>();
  const give = (target: unknown, value: unknown): void => {
    for (const name of boundNames(target)) {
      if (isNode(target) && target.type === "Identifier" && isNode(value))
        given.set(name, [...(given.get(name) ?? []), value]);
      else others.add(name);
    }
  };
  walk(tree, (node) => {
    if (node.type === "VariableDeclarator") {
      give(node["id"], node["init"]);
      for (const name of boundNames(node["id"])) declared.add(name);
    }
    if (node.type === "AssignmentExpression")
      give(node["left"], node["operator"] === "=" ? node["right"] : node);
    if (/^For(In|Of)Statement$/.test(node.type)) give(node["left"], null);
    if (node.type !== "VariableDeclarator")
      for (const pattern of patternsOf(node)) give(pattern, null);
  });
  for (const name of given.keys()) if (!declared.has(name)) others.add(name);
  return { given, others };
}
