/**
 * A made-up class, to find out how long a real one will take: right, wrong, hostile and missing answers.
 *
 * Knows texts and a seed; the same seed makes the same class, byte for byte. Writes nothing.
 */
import { createHash } from "node:crypto";

/** What there is to hand in for one exercise. */
export interface Repertoire {
  /** `03-memory/07-safe-as-strided.ts`. */
  readonly file: string;
  readonly stub: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

export type Kind = "right" | "wrong" | "stub" | "hostile";

/** Of a hundred answers. Hostile ones are many more than a real class has, since they are what costs most. */
export const SHARES: Readonly<Record<Kind, number>> = { right: 66, wrong: 22, stub: 8, hostile: 4 };

/** Lines that turn an answer into one that is up to something, or broken. */
const HOSTILE = [
  "for (;;) {}",
  "const bomb: unknown[] = [];\nfor (;;) bomb.push(new Array(1_000_000).fill(0));",
  'for (;;) console.log("::error::" + "x".repeat(10_000));',
  'eval("process.exit(0)");',
  'import { readFileSync } from "node:fs";\nconsole.log(readFileSync("/etc/passwd", "utf8"));',
  'throw new Error("=HYPERLINK(1)");',
  "export function unfinished( {",
];

export interface Rehearsed {
  readonly username: string;
  /** By the exercise's file. */
  readonly answers: ReadonlyMap<string, { readonly kind: Kind; readonly text: string }>;
}

/** One student's answers; each says whose it is, so that no two students' are the same to the byte. */
export function rehearsedStudent(
  number: number,
  seed: number,
  repertoires: readonly Repertoire[],
): Rehearsed {
  const username = `student-${String(number).padStart(4, "0")}`;
  const answers = new Map<string, { kind: Kind; text: string }>();
  for (const { file, stub, right, wrong } of repertoires) {
    const draw = drawing(`${seed}/${number}/${file}`);
    const kind = kindOf(draw(100));
    if (kind === "stub") {
      answers.set(file, { kind, text: stub });
      continue;
    }
    const texts = kind === "wrong" && wrong.length > 0 ? wrong : right;
    const text = texts[draw(texts.length)]!; // draw stays below its bound
    const more = kind === "hostile" ? `\n${HOSTILE[draw(HOSTILE.length)]!}\n` : ""; // as above
    answers.set(file, { kind, text: `${text}${more}\n// handed in by ${username}\n` });
  }
  return { username, answers };
}

function kindOf(percent: number): Kind {
  let rest = percent;
  for (const [kind, share] of Object.entries(SHARES) as [Kind, number][]) {
    if (rest < share) return kind; // the table's own keys
    rest -= share;
  }
  return "right";
}

/** Whole numbers below a bound, one after the other, that depend on `text` alone. */
function drawing(text: string): (below: number) => number {
  let count = 0;
  return (below) => {
    const bytes = createHash("sha256")
      .update(`${text}/${(count += 1)}`)
      .digest();
    return bytes.readUInt32BE(0) % below;
  };
}
