/**
 * Python literals as text and back: the dictionary at the head of an `.npy` file.
 *
 * A tiny parser for what such headers hold: dictionaries, tuples, lists, strings, integers, True, False, None.
 * Nothing is ever evaluated, and nesting is bounded. Rules: https://docs.python.org/3/library/ast.html#ast.literal_eval
 */

export type Literal =
  | string
  | number
  | bigint
  | boolean
  | null
  | LiteralTuple
  | readonly Literal[]
  | ReadonlyMap<string, Literal>;

/** A Python tuple; a JS array stands for a list. */
export interface LiteralTuple {
  readonly tuple: readonly Literal[];
}

export function isTuple(value: Literal | undefined): value is LiteralTuple {
  return typeof value === "object" && value !== null && "tuple" in value;
}

const MAX_DEPTH = 20; // a header nests three deep; a hostile one must not exhaust the stack

/** The value `text` stands for, or null where it is no literal of those kinds. */
export function parseLiteral(text: string): { readonly value: Literal } | null {
  const parser = new Parser(text);
  try {
    const value = parser.value(0);
    parser.blanks();
    return parser.at === text.length ? { value } : null;
  } catch (error) {
    if (error instanceof NotLiteral) return null;
    throw error;
  }
}

/** `value` as Python's `repr` writes it. */
export function literalText(value: Literal): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "None";
  if (typeof value !== "object") return String(value);
  if (value instanceof Map)
    return `{${[...value].map(([k, v]) => `${quoted(k)}: ${literalText(v as Literal)}`).join(", ")}}`; // its values are literals
  if (isTuple(value))
    return value.tuple.length === 1
      ? `(${literalText(value.tuple[0]!)},)`
      : `(${value.tuple.map(literalText).join(", ")})`;
  return `[${(value as readonly Literal[]).map(literalText).join(", ")}]`; // the one kind left
}

function quoted(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  return text.includes("'") && !text.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`;
}

class NotLiteral extends Error {}

class Parser {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  blanks(): void {
    while (this.at < this.text.length && " \t\r\n\f".includes(this.text[this.at]!)) this.at++;
  }

  value(depth: number): Literal {
    if (depth > MAX_DEPTH) throw new NotLiteral();
    this.blanks();
    const first = this.text[this.at];
    if (first === "{") return this.dictionary(depth);
    if (first === "[") return this.list("[", "]", depth).items;
    if (first === "'" || first === '"') return this.string();
    if (first !== "(") return this.word();
    const { items, hasComma } = this.list("(", ")", depth);
    return items.length === 1 && !hasComma ? items[0]! : { tuple: items }; // (1) is no tuple, (1,) is
  }

  private word(): Literal {
    const [word] = /^[-+]?[A-Za-z0-9_]+/.exec(this.text.slice(this.at, this.at + 400)) ?? [];
    if (word === undefined) throw new NotLiteral();
    this.at += word.length;
    if (word === "True" || word === "False") return word === "True";
    if (word === "None") return null;
    const digits = word.replace(/L$/, ""); // Python 2 wrote long integers so
    if (!/^[-+]?(0+|[1-9][0-9]*)$/.test(digits)) throw new NotLiteral();
    const whole = Number(digits);
    return Number.isSafeInteger(whole) ? whole : BigInt(digits.replace("+", ""));
  }

  private string(): string {
    const quote = this.take();
    let text = "";
    for (;;) {
      const c = this.take();
      if (c === quote) return text;
      if (c === "\n") throw new NotLiteral();
      text += c === "\\" ? this.escape() : c;
    }
  }

  private escape(): string {
    const c = this.take();
    if (c === "\\" || c === "'" || c === '"') return c;
    if (c === "n") return "\n";
    if (c === "t") return "\t";
    throw new NotLiteral();
  }

  private list(
    open: string,
    close: string,
    depth: number,
  ): { items: Literal[]; hasComma: boolean } {
    this.expect(open);
    const items: Literal[] = [];
    let hasComma = false;
    while (!this.skip(close)) {
      if (items.length > 0 && !hasComma) throw new NotLiteral();
      items.push(this.value(depth + 1));
      hasComma = this.skip(",");
    }
    return { items, hasComma };
  }

  private dictionary(depth: number): ReadonlyMap<string, Literal> {
    this.expect("{");
    const entries = new Map<string, Literal>();
    let isMore = true;
    while (!this.skip("}")) {
      if (!isMore) throw new NotLiteral();
      const key = this.value(depth + 1);
      if (typeof key !== "string") throw new NotLiteral();
      this.expect(":");
      entries.set(key, this.value(depth + 1));
      isMore = this.skip(",");
    }
    return entries;
  }

  private take(): string {
    const c = this.text[this.at++];
    if (c === undefined) throw new NotLiteral();
    return c;
  }

  private expect(c: string): void {
    if (!this.skip(c)) throw new NotLiteral();
  }

  private skip(c: string): boolean {
    this.blanks();
    if (this.text[this.at] !== c) return false;
    this.at++;
    return true;
  }
}
