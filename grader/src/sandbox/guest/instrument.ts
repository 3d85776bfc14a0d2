/**
 * The learner's text with a hook around everything that may make storage: literals, `new`, calls, and `.data`.
 *
 * Knows syntax. Lines stay where they are, so that places in messages are the learner's.
 */
import type { Program } from "acorn";
import MagicString from "magic-string";
import { type AnyNode, isNode, memberName, walk } from "./syntax.ts";

/** `stripped` with `hook(…)` around each such expression. */
export function instrument(stripped: string, tree: Program, hook: string): string {
  const text = new MagicString(stripped);
  walk(tree, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (!makesStorage(node) || parent === undefined || !isPlainValue(node, parent)) return;
    // An optional chain is one expression; a hook inside it would end the chain early.
    if (parent.type === "ChainExpression" || insideChain(node, ancestors)) return;
    text.appendRight(node.start, `${hook}(`);
    text.prependLeft(node.end, ")");
  });
  return text.toString();
}

function makesStorage(node: AnyNode): boolean {
  if (node.type === "CallExpression")
    return !(isNode(node["callee"]) && node["callee"].type === "Super");
  if (node.type === "MemberExpression") return memberName(node) === "data";
  return (
    node.type === "ArrayExpression" ||
    node.type === "ObjectExpression" ||
    node.type === "NewExpression" ||
    node.type === "ChainExpression"
  );
}

/** Whether the expression is read where it stands, not assigned to, deleted or called as a method's `this`. */
function isPlainValue(node: AnyNode, parent: AnyNode): boolean {
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
  return (
    !/Pattern$|RestElement/.test(parent.type) ||
    (parent.type === "AssignmentPattern" && parent["right"] === node)
  );
}

function insideChain(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
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
