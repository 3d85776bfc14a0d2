/**
 * The learner's text with a hook around everything that may make or hand out storage: literals, `new`, calls, spreads,
 * long text, `this`, `.data`, computed members and what they are members of, and each use of a variable that a pattern or
 * rest parameter bound.
 *
 * Knows syntax. Lines stay where they are, so that places in messages are the learner's.
 */
import type { Program } from "acorn";
import {
  type AnyNode,
  boundNames,
  insideChain,
  isAfterNew,
  isNode,
  isReference,
  memberName,
  walk,
} from "./syntax.ts";
import type { Wrap } from "./wraps.ts";

/** `hook(…)` around each such expression of `tree`. */
export function instrument(tree: Program, hook: string): Wrap[] {
  const wraps: Wrap[] = [];
  const unpacked = unpackedNames(tree);
  const hasBigInts = usesBigInts(tree);
  const makes = (node: AnyNode, parent: AnyNode): boolean =>
    makesStorage(node, hasBigInts) ||
    (node.type === "Identifier" &&
      unpacked.has(node["name"] as string) && // ESTree
      isReference(node, parent));
  walk(tree, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent === undefined) return;
    const depth = ancestors.length;
    const indexed = indexedObject(node, ancestors);
    if (indexed !== null)
      wraps.push({ node: indexed, depth: depth + 1, open: `${hook}(`, close: ", true)" });
    if (node.type === "SpreadElement" && /^(Call|New)Expression$/.test(parent.type)) {
      // The arguments become a list of their own, in a rest parameter or `arguments`.
      const given = node["argument"] as AnyNode; // ESTree
      wraps.push({ node: given, depth, open: `${hook}([...`, close: "])" });
      return;
    }
    if (!makes(node, parent) || !isPlainValue(node, ancestors)) return;
    // An optional chain is one expression; a hook inside it would end the chain early.
    if (parent.type === "ChainExpression" || insideChain(node, ancestors)) return;
    const isShorthand = parent.type === "Property" && parent["shorthand"] === true;
    if (isShorthand && parent["key"] === node) return; // `{ x }` has x twice: the name, and the value
    const open = isShorthand ? `${String(node["name"])}: ${hook}(` : `${hook}(`;
    wraps.push({ node, depth, open, close: ")" });
  });
  return wraps;
}

/** `a` of `a[i]`, where hooking it changes nothing else: what holds properties of any name may be storage. */
function indexedObject(node: AnyNode, ancestors: readonly AnyNode[]): AnyNode | null {
  const { object, property } = node;
  if (node.type !== "MemberExpression" || node["computed"] !== true) return null;
  if (!isNode(object) || object.type === "Super") return null;
  if (isNode(property) && property.type === "Literal") return null;
  const within = [...ancestors, node];
  return insideChain(object, within) || isAfterNew(object, within) ? null : object;
}

function makesStorage(node: AnyNode, hasBigInts: boolean): boolean {
  switch (node.type) {
    case "CallExpression":
      return !(isNode(node["callee"]) && node["callee"].type === "Super");
    case "MemberExpression": {
      const { property } = node as AnyNode & { readonly property: unknown }; // ESTree
      const name = memberName(node);
      return name === null
        ? node["computed"] === true && !(isNode(property) && property.type === "Literal")
        : name === "data";
    }
    case "BinaryExpression": // text grows by +
      return (
        node["operator"] === "+" ||
        (hasBigInts && !/[<>=!]=|^[<>]$|^in/.test(String(node["operator"])))
      );
    case "AssignmentExpression":
      return node["operator"] === "+=" || (hasBigInts && node["operator"] !== "=");
    default:
      return /^(Array|Object|New|Chain|TaggedTemplate|This)Expression$/.test(node.type);
  }
}

/** Variables whose values come out of other values by a pattern, or collect arguments. */
function unpackedNames(tree: Program): Set<string> {
  const names = new Set(["arguments"]);
  walk(tree, (node) => {
    if (/^(Object|Array)Pattern$|^RestElement$/.test(node.type))
      for (const name of boundNames(node)) names.add(name);
  });
  return names;
}

function usesBigInts(tree: Program): boolean {
  let found = false;
  walk(tree, (node) => {
    found ||=
      (node.type === "Literal" && "bigint" in node) ||
      (node.type === "Identifier" && String(node["name"]).startsWith("Big"));
  });
  return found;
}

/** Whether the expression is read where it stands: not assigned to, deleted, a method's `this`, or the name after `new`. */
function isPlainValue(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
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
    node.type === "MemberExpression" &&
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
