/**
 * One student's stub files while they are gathered, and how many and how large they may be.
 */
import { loosePath, stubPath } from "./stub-path.ts";

export const PILE_LIMITS: Readonly<Record<"entries" | "fileBytes" | "totalBytes", number>> = {
  /** Entries, of whatever kind. */
  entries: 5_000,
  /** Bytes of one file, unpacked. */
  fileBytes: 256 * 1024,
  /** Bytes of all files that are kept, unpacked. */
  totalBytes: 8 * 1024 * 1024,
};

/** Stub path (`03-memory/07-safe-as-strided.ts`) to its bytes. */
export type StubFiles = ReadonlyMap<string, Uint8Array>;

export class StubPile {
  readonly maxFileBytes: number = PILE_LIMITS.fileBytes;
  readonly #name: string;
  readonly #exercises: readonly string[];
  readonly #files = new Map<string, Uint8Array>();
  #entries = 0;
  #bytes = 0;

  /** `name` is for messages; a file outside of a topic folder is looked up among `exercises`. */
  constructor(name: string, exercises: readonly string[]) {
    this.#name = name;
    this.#exercises = exercises;
  }

  get files(): StubFiles {
    return this.#files;
  }

  /** @throws {Error} when there are too many */
  countEntry(): void {
    this.#entries += 1;
    if (this.#entries > PILE_LIMITS.entries)
      throw new Error(`${this.#name} holds more than ${PILE_LIMITS.entries} entries`);
  }

  /** Where a file belongs; null where it is no stub. */
  placeOf(path: string): string | null {
    return stubPath(path) ?? loosePath(path, this.#exercises);
  }

  /** @throws {Error} for a second file of the same exercise, and beyond the limits */
  add(path: string, bytes: Uint8Array): void {
    if (this.#files.has(path)) throw new Error(`${this.#name} holds ${path} twice`);
    if (bytes.length > PILE_LIMITS.fileBytes)
      throw new Error(
        `${this.#name}: ${path} has ${bytes.length} bytes, at most ${PILE_LIMITS.fileBytes} are read`,
      );
    this.#bytes += bytes.length;
    if (this.#bytes > PILE_LIMITS.totalBytes)
      throw new Error(`${this.#name} unpacks to more than ${PILE_LIMITS.totalBytes} bytes`);
    this.#files.set(path, bytes);
  }
}
