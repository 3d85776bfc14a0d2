/**
 * Writing files so that a reader never sees half of one.
 */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Writes `text` aside and renames it into place. What was there stays until then, and stays where writing fails. */
export function saveFile(file: string, text: string): void {
  const aside = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
