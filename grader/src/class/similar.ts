/**
 * Answers that look alike, for a person to judge: Dolos's winnowed fingerprints over each file's tokens.
 *
 * Knows tokens, not meaning. Names, numbers and layout do not count; what everybody has from the stub is left out.
 * Source: https://dolos.ugent.be
 */
import { stripTypeScriptTypes } from "node:module";
import { File, FingerprintIndex, Region, TokenizedFile } from "@dodona/dolos-core";
import { tokenizer } from "acorn";

export interface Answer {
  readonly student: string;
  readonly text: string;
}

export interface SimilarPair {
  readonly left: string;
  readonly right: string;
  /** Share of both files' fingerprints that they have in common, 0 to 1. */
  readonly similarity: number;
  /** The longest run of fingerprints in common. */
  readonly longest: number;
}

/** Tokens of a fingerprint, and fingerprints of which one is kept: Dolos's own defaults for programs. */
const TOKENS = 23;
const WINDOW = 17;

/** Pairs of answers to one exercise that share at least `least` of their fingerprints, the most alike first. */
export function similarPairs(answers: readonly Answer[], stub: string, least = 0.8): SimilarPair[] {
  const index = new FingerprintIndex(TOKENS, WINDOW);
  const base = tokenized("stub", stub);
  if (base !== null) index.addIgnoredFile(base);
  const files = answers
    .map(({ student, text }) => tokenized(student, text))
    .filter((f) => f !== null);
  if (files.length < 2) return [];
  index.addFiles(files);
  return index
    .allPairs()
    .filter((p) => p.similarity >= least && p.longest > 1)
    .map((p) => ({
      left: p.leftFile.path,
      right: p.rightFile.path,
      similarity: p.similarity,
      longest: p.longest,
    }))
    .sort((a, b) => b.similarity - a.similarity || b.longest - a.longest);
}

/** The kinds of tokens of a file; null where it does not parse. */
function tokenized(name: string, text: string): TokenizedFile | null {
  try {
    const script = stripTypeScriptTypes(text);
    const tokens: string[] = [];
    const places: Region[] = [];
    for (const token of tokenizer(script, {
      ecmaVersion: "latest",
      sourceType: "module",
      locations: true,
    })) {
      const { start, end } = token.loc!; // asked for above
      tokens.push(token.type.label);
      places.push(new Region(start.line - 1, start.column, end.line - 1, end.column));
    }
    return new TokenizedFile(new File(name, text), tokens, places);
  } catch {
    return null;
  }
}
