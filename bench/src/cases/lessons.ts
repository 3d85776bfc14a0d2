/**
 * What the lessons claim, as pairs: the way they teach, and the way they warn of.
 *
 * The READMEs quote these ratios. Each pair computes the same thing.
 */
import * as np from "@deep-dive/ndarray";
import { type Subject, checksumOf, local } from "../peers/subject.ts";

export interface Lesson {
  readonly claim: string;
  readonly taught: Subject;
  readonly warned: Subject;
}

const N = 1_000_000;
const SIDE = 1000;

const sumOf = (
  result: unknown,
): ReturnType<Subject["check"]> extends Promise<infer C> ? C : never =>
  result instanceof np.NDArray
    ? { checksum: Number(np.sum(np.asarray(result, { dtype: "float64" }))), size: result.size }
    : checksumOf(typeof result === "number" ? [result] : (result as Iterable<number>)); // a number, or a list of them

function lesson(claim: string, taught: () => unknown, warned: () => unknown): Lesson {
  const discard = (result: unknown): void => {
    if (result instanceof np.NDArray) result.dispose();
  };
  return {
    claim,
    taught: { name: "taught", ...local(taught, [], sumOf, discard) },
    warned: { name: "warned", ...local(warned, [], sumOf, discard) },
  };
}

/** Every claim; making them allocates their inputs. */
export function lessons(): Lesson[] {
  const a = np.arange(N, { dtype: "float64" });
  const b = np.add(a, 1);
  const [list, other] = [
    Array.from({ length: N }, (_, i) => i),
    Array.from({ length: N }, (_, i) => i + 1),
  ];
  const [a32, b32] = [a.astype("float32"), b.astype("float32")];
  const square = np.reshape(a, [SIDE, SIDE]);
  const rowMajor = Float64Array.from(list);
  const out = np.zeros(N);
  const wide = np.arange(2 * N, { dtype: "float64" });
  return [
    lesson(
      "one array addition against map over a number[]",
      () => np.add(a, b),
      () => list.map((x, i) => x + other[i]!),
    ),
    lesson(
      "one array addition against a loop that pushes",
      () => np.add(a, b),
      () => {
        const result: number[] = [];
        for (let i = 0; i < N; i++) result.push(list[i]! + other[i]!);
        return result;
      },
    ),
    lesson(
      "one array addition against a loop over typed arrays",
      () => np.add(a, b),
      () => {
        const result = new Float64Array(N);
        for (let i = 0; i < N; i++) result[i] = rowMajor[i]! + rowMajor[i]! + 1;
        return result;
      },
    ),
    lesson(
      "float32 against float64",
      () => np.add(a32, b32),
      () => np.add(a, b),
    ),
    lesson(
      "contiguous against every second element",
      () => np.add(a, b),
      () => np.add(wide.get("::2"), wide.get("::2")),
    ),
    lesson(
      "a sum along rows against a loop down the columns",
      () => np.sum(square),
      () => {
        let sum = 0;
        for (let j = 0; j < SIDE; j++)
          for (let i = 0; i < SIDE; i++) sum += rowMajor[i * SIDE + j]!;
        return sum;
      },
    ),
    lesson(
      "in place (out) against a fresh result",
      () => np.add(a, b, { out }).get(":"),
      () => np.add(a, b),
    ),
    lesson(
      "a view against a copy",
      () => square.T,
      () => square.T.copy(),
    ),
  ];
}
