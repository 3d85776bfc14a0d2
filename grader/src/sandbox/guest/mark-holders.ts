/**
 * Marks in a learner's text around what keeps values that nobody can look at; holders.ts says what they are for.
 *
 * Knows syntax. Lines stay where they are.
 */
import type { Program } from "acorn";
import { closuresIn } from "./closures.ts";
import { fieldsName, holderName } from "./holders.ts";
import {
  type AnyNode,
  declaredNames,
  isInChain,
  isNode,
  isPlainValue,
  memberName,
  walk,
} from "./syntax.ts";
import type { Wrap } from "./wraps.ts";

/** The marks of closures, generators, bound functions and classes; and of how many fields an object keeps private. */
export function markHolders(tree: Program, hook: string): Wrap[] {
  const wraps: Wrap[] = [];
  const closures = closuresIn(tree);
  const mark = holderName(hook);
  let fields = 0;
  const put = (node: AnyNode, depth: number, open: string, close = ""): void =>
    void wraps.push({ node, depth, open, close });
  walk(tree, (node, ancestors) => {
    const depth = ancestors.length;
    if (node.type === "ClassBody") fields = Math.max(fields, privateFieldsOf(node));
    const size = holderSize(node, closures);
    if (size === 0) return;
    const name = (node["id"] as AnyNode | null | undefined)?.["name"]; // ESTree
    const first = firstAround(ancestors);
    const isClass = node.type.startsWith("Class"); // what its objects do is not seen, so it counts at once
    const told = isClass ? `${size},true` : size;
    if (node.type === "ClassDeclaration" && typeof name === "string")
      put(node, depth, "", `;${mark}(${name},${told});`);
    else if (node.type === "FunctionDeclaration" && typeof name === "string" && first !== null)
      put(first, 0, `${name}=${mark}(${name},${told});`);
    else if (
      isPlainValue(node, ancestors) &&
      !isInChain(node, ancestors) &&
      !isMethod(node, ancestors.at(-1))
    )
      put(node, depth, `${mark}(`, `,${told})`);
  });
  const [first] = tree.body;
  if (first !== undefined && fields > 0)
    put(first as AnyNode, 0, `${fieldsName(hook)}(${fields});`); // a statement is a node
  return wraps;
}

/** How many values that nobody can look at are kept by what `node` makes. */
function holderSize(node: AnyNode, closures: ReadonlyMap<AnyNode, number>): number {
  const kept = closures.get(node) ?? 0;
  if (/Function/.test(node.type) && node["generator"] === true)
    return kept + 1 + declaredNames(node).size;
  const callee = node["callee"];
  if (node.type === "CallExpression" && isNode(callee) && memberName(callee) === "bind")
    return (node["arguments"] as unknown[]).length + 1; // ESTree
  return kept;
}

function privateFieldsOf(body: AnyNode): number {
  return (body["body"] as AnyNode[]).filter(
    ({ type, key }) =>
      type === "PropertyDefinition" && isNode(key) && key.type === "PrivateIdentifier",
  ).length;
}

/** Whether a function is written as a method, a getter or a setter: there no call can stand around it. */
function isMethod(node: AnyNode, parent: AnyNode | undefined): boolean {
  return (
    parent?.["value"] === node &&
    (parent.type === "MethodDefinition" ||
      parent["method"] === true ||
      /^[gs]et$/.test(String(parent["kind"])))
  );
}

/** The first of the statements among which a declaration with these ancestors stands. */
function firstAround(ancestors: readonly AnyNode[]): AnyNode | null {
  const around = ancestors.findLast(({ type }) => !type.startsWith("Export"));
  const statements = around?.["consequent"] ?? around?.["body"];
  return Array.isArray(statements) ? ((statements as AnyNode[])[0] ?? null) : null;
}
