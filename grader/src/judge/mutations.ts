/**
 * Mutations: small wrong turns in a right answer, one at a time.
 *
 * Knows syntax only. Types and comments are blanked in place, so that a mutant is the answer's own text with one change.
 * A mutant that the tests do not notice shows a law that is missing, or a change that means nothing.
 */
import { stripTypeScriptTypes } from "node:module";
import { type Comment, type Node, type Program, parse } from "acorn";
import { simple } from "acorn-walk";

export interface Mutant {
  /** 1-based line of the change. */
  readonly line: number;
  /** `< to <=`, `branch never taken`. */
  readonly change: string;
  /** The lines of the change as they then read, in one: what tells this mutant from the answer's others. */
  readonly code: string;
  readonly text: string;
}

/** What each operator is mistaken for. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["+"],
  "/": ["*"],
  "%": ["*"],
  "<": ["<=", ">"],
  "<=": ["<"],
  ">": [">=", "<"],
  ">=": [">"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "&": ["|"],
  "|": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
  ">>>": ["<<"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["+="],
};

/** What each method is mistaken for. */
const METHODS: Readonly<Record<string, string>> = {
  every: "some",
  some: "every",
  floor: "ceil",
  ceil: "floor",
  round: "floor",
  min: "max",
  max: "min",
};

/** Calls whose arguments may change places: such a mutant is the answer itself. */
const SYMMETRIC: ReadonlySet<string> = new Set(
  "Math.min Math.max Math.imul Math.hypot np.add np.multiply np.minimum np.maximum np.equal np.not_equal np.logical_and np.logical_or np.array_equal np.promote_types np.shares_memory".split(
    " ",
  ),
);

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly change: string;
}

/** Every mutant of `text`; none where it does not parse. */
export function mutantsOf(text: string): Mutant[] {
  const typeless = stripTypeScriptTypes(text);
  const comments: Comment[] = [];
  const program = parse(typeless, {
    ecmaVersion: "latest",
    sourceType: "module",
    onComment: comments,
  });
  const plain = comments.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + rest.slice(start, end).replace(/\S/g, " ") + rest.slice(end),
    typeless,
  );
  return editsOf(program, plain).map(({ from, to, text: put, change }) => {
    const lineStart = plain.lastIndexOf("\n", from - 1) + 1;
    const lineEnd = plain.indexOf("\n", to);
    const after = plain.slice(to, lineEnd < 0 ? plain.length : lineEnd);
    return {
      line: plain.slice(0, from).split("\n").length,
      change,
      code: (plain.slice(lineStart, from) + put + after).replace(/\s+/g, " ").trim(),
      text: plain.slice(0, from) + put + plain.slice(to),
    };
  });
}

function editsOf(program: Program, text: string): Edit[] {
  const edits: Edit[] = [];
  const replace = (node: Node, put: string, change: string): void =>
    void edits.push({ from: node.start, to: node.end, text: put, change });
  const source = (node: Node): string => text.slice(node.start, node.end);
  const operator = (left: Node, right: Node, name: string): void => {
    const at = text.indexOf(name, left.end);
    if (at < 0 || at >= right.start) return;
    for (const other of OPERATORS[name] ?? [])
      edits.push({ from: at, to: at + name.length, text: other, change: `${name} to ${other}` });
  };
  const counters = new Set<Node>();
  simple(program, {
    ForStatement({ update }) {
      if (update?.type === "UpdateExpression") counters.add(update);
    },
  });
  simple(program, {
    BinaryExpression: ({ left, right, operator: name }) => operator(left, right, name),
    LogicalExpression: ({ left, right, operator: name }) => operator(left, right, name),
    AssignmentExpression: ({ left, right, operator: name }) => operator(left, right, name),
    Literal(node) {
      if (typeof node.value === "boolean")
        replace(node, String(!node.value), `${String(node.value)} to ${String(!node.value)}`);
      if (typeof node.value !== "number") return;
      replace(node, String(node.value + 1), `${node.value} to ${node.value + 1}`);
      if (node.value > 0)
        replace(node, String(node.value - 1), `${node.value} to ${node.value - 1}`);
    },
    UnaryExpression(node) {
      if (node.operator === "!" || node.operator === "-")
        replace(node, `(${source(node.argument)})`, `${node.operator} dropped`);
    },
    UpdateExpression(node) {
      if (counters.has(node)) return; // a loop that counts the other way never ends
      const other = node.operator === "++" ? "--" : "++";
      const at = node.prefix ? node.start : node.argument.end;
      edits.push({ from: at, to: at + 2, text: other, change: `${node.operator} to ${other}` });
    },
    MemberExpression({ property, computed }) {
      if (computed || property.type !== "Identifier") return;
      const other = METHODS[property.name];
      if (other !== undefined) replace(property, other, `${property.name} to ${other}`);
    },
    IfStatement(node) {
      replace(node.test, "false", "branch never taken");
      replace(node.test, "true", "branch always taken");
    },
    ConditionalExpression(node) {
      replace(node, `(${source(node.consequent)})`, "first choice always");
      replace(node, `(${source(node.alternate)})`, "second choice always");
    },
    CallExpression(node) {
      const [first, second] = node.arguments;
      if (
        first === undefined ||
        second === undefined ||
        first.type === "SpreadElement" ||
        second.type === "SpreadElement"
      )
        return;
      if (second.type === "ObjectExpression" || source(first) === source(second)) return;
      if (SYMMETRIC.has(source(node.callee))) return;
      edits.push({
        from: first.start,
        to: second.end,
        text: `${source(second)}, ${source(first)}`,
        change: "arguments swapped",
      });
    },
    ExpressionStatement(node) {
      if (
        node.expression.type === "CallExpression" ||
        node.expression.type === "AssignmentExpression"
      )
        replace(node, ";", "statement dropped");
    },
  });
  const cards = cardAnswers(program);
  return edits
    .filter(({ from }) => !cards.some(({ start, end }) => start <= from && from < end))
    .sort((a, b) => a.from - b.from);
}

/** Answers to cards are data, and each is checked as such; a seed deals few of them. */
function cardAnswers(program: Program): Node[] {
  return program.body.filter(
    (node) =>
      node.type === "ExportNamedDeclaration" &&
      node.declaration?.type === "VariableDeclaration" &&
      node.declaration.declarations.some(
        ({ id }) => id.type === "Identifier" && id.name === "answers",
      ),
  );
}
