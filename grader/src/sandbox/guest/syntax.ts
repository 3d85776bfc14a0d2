/**
 * Walking a syntax tree, and the facts that rules and the instrumentation ask of it.
 *
 * Knows ESTree's shapes; no rule and no course.
 */
import type { Node, Program } from "acorn";
import type { Problem } from "../inspection.ts";

/** A node with whatever fields its type has: rules look for a few by name. */
export type AnyNode = Node & Readonly<Record<string, unknown>>;

/** Calls `visit` for each node, parents first, with the ancestors from the root down. */
export function walk(
  root: Node,
  visit: (node: AnyNode, ancestors: readonly AnyNode[]) => void,
): void {
  const ancestors: AnyNode[] = [];
  const step = (node: AnyNode): void => {
    visit(node, ancestors);
    ancestors.push(node);
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (Array.isArray(value)) for (const item of value as unknown[]) if (isNode(item)) step(item);
      if (isNode(value)) step(value);
    }
    ancestors.pop();
  };
  step(root as AnyNode); // a node is one with its fields
}

export function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { type?: unknown }).type === "string"
  ); // loc has no type
}

/** Where an import or re-export names another module. */
export function importsOf(tree: Program): { specifier: string; line: number; column: number }[] {
  const found: { specifier: string; line: number; column: number }[] = [];
  for (const node of tree.body as readonly Node[] as readonly AnyNode[]) {
    const source = node["source"];
    if (isNode(source) && typeof source["value"] === "string")
      found.push({ specifier: source["value"], ...placeOf(node) });
  }
  return found;
}

export function placeOf(node: Node): { line: number; column: number } {
  return { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
}

export function problemAt(node: Node, kind: Problem["kind"], message: string): Problem {
  return { kind, ...placeOf(node), message };
}

/** The text of a name: `x`, or of a member chain `np.lib.stride_tricks`; null where a part is computed otherwise. */
export function chainOf(node: unknown): readonly string[] | null {
  if (!isNode(node)) return null;
  if (node.type === "Identifier") return [node["name"] as string]; // ESTree
  if (node.type === "ChainExpression") return chainOf(node["expression"]);
  if (node.type !== "MemberExpression") return null;
  const before = chainOf(node["object"]);
  const name = memberName(node);
  return before === null || name === null ? null : [...before, name];
}

/** The property's name of a member expression, also in brackets with a plain string. */
export function memberName(node: AnyNode): string | null {
  const property = node["property"];
  if (!isNode(property)) return null;
  if (node["computed"] !== true)
    return property.type === "Identifier" ? (property["name"] as string) : null; // ESTree
  if (property.type === "TemplateLiteral") {
    const [first, ...others] = property["quasis"] as AnyNode[]; // ESTree
    const value = first?.["value"] as { readonly cooked?: unknown } | undefined;
    return others.length === 0 && typeof value?.cooked === "string" ? value.cooked : null;
  }
  return property.type === "Literal" && typeof property["value"] === "string"
    ? property["value"]
    : null;
}

/** Whether an identifier reads or writes a variable, rather than naming a property or an import. */
export function isReference(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent === undefined) return true;
  if (parent.type === "MemberExpression")
    return parent["object"] === node || parent["computed"] === true;
  if (
    parent.type === "Property" ||
    parent.type === "PropertyDefinition" ||
    parent.type === "MethodDefinition"
  )
    return parent["key"] !== node || parent["computed"] === true || parent["shorthand"] === true;
  return !/Specifier$|LabeledStatement|BreakStatement|ContinueStatement|MetaProperty/.test(
    parent.type,
  );
}

/** Every name that is declared anywhere in `tree`: in a file, a use of one of them is no use of a global. */
export function declaredNames(tree: Node): Set<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    for (const name of patternsOf(node).flatMap(boundNames)) names.add(name);
  });
  return names;
}

/** The patterns by which the node itself declares names: a variable's, a function's and its parameters', a class's, … */
export function patternsOf(node: AnyNode): unknown[] {
  if (/Function/.test(node.type)) return [node["id"], ...(node["params"] as unknown[])]; // ESTree
  if (node.type === "VariableDeclarator" || /^Class[DE]/.test(node.type)) return [node["id"]];
  if (node.type === "CatchClause") return [node["param"]];
  return /^Import\w*Specifier$/.test(node.type) ? [node["local"]] : [];
}

/** The variables that a pattern binds, or assigns to. */
export function boundNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [pattern["name"] as string]; // ESTree
    case "ObjectPattern":
      return (pattern["properties"] as unknown[]).flatMap((item) =>
        boundNames(isNode(item) ? (item["value"] ?? item["argument"] ?? null) : null),
      );
    case "ArrayPattern":
      return (pattern["elements"] as unknown[]).flatMap(boundNames);
    case "AssignmentPattern":
      return boundNames(pattern["left"]);
    case "RestElement":
      return boundNames(pattern["argument"]);
    default:
      return [];
  }
}

/** Whether the expression begins what stands after `new`: a call there would end it early. */
export function isAfterNew(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  let inner = node;
  for (let k = ancestors.length - 1; k >= 0; k--) {
    const outer = ancestors[k];
    if (outer?.type === "NewExpression") return outer["callee"] === inner;
    if (outer?.type !== "MemberExpression" || outer["object"] !== inner) return false;
    inner = outer;
  }
  return false;
}

/** Whether the expression is a link of an optional chain. */
export function insideChain(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  let inner: AnyNode = node;
  for (let k = ancestors.length - 1; k >= 0; k--) {
    const outer = ancestors[k];
    if (outer === undefined) return false;
    if (outer.type === "ChainExpression") return true;
    const follows =
      (outer.type === "MemberExpression" && outer["object"] === inner) ||
      (outer.type === "CallExpression" && outer["callee"] === inner);
    if (!follows) return false;
    inner = outer;
  }
  return false;
}

/** An optional chain is one expression; a hook inside it would end the chain early. */
export function isInChain(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  return ancestors.at(-1)?.type === "ChainExpression" || insideChain(node, ancestors);
}

/** Whether the expression is read where it stands: not assigned to, deleted, a method's `this`, or the name after `new`. */
export function isPlainValue(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  const parent = ancestors.at(-1);
  if (parent === undefined) return false;
  if (parent.type === "AssignmentExpression" && parent["left"] === node) return false;
  if (
    parent.type === "UpdateExpression" ||
    (parent.type === "UnaryExpression" && parent["operator"] === "delete")
  )
    return false;
  if (/^For(In|Of)Statement$/.test(parent.type) && parent["left"] === node) return false;
  if (
    (node.type === "MemberExpression" || node.type === "ChainExpression") &&
    (parent.type === "CallExpression" || parent.type === "TaggedTemplateExpression") &&
    (parent["callee"] ?? parent["tag"]) === node
  )
    return false;
  if (parent.type === "Property" && ancestors.at(-2)?.type === "ObjectPattern")
    return parent["computed"] === true && parent["key"] === node;
  if (parent.type === "VariableDeclarator" && parent["id"] === node) return false;
  if (
    /Function|Class/.test(parent.type) &&
    parent["body"] !== node &&
    parent["superClass"] !== node
  )
    return false; // its name or a parameter
  if (parent.type === "CatchClause" || isAfterNew(node, ancestors)) return false;
  return (
    !/Pattern$|RestElement/.test(parent.type) ||
    (parent.type === "AssignmentPattern" && parent["right"] === node)
  );
}
