/**
 * CSV files of people: read whatever a spreadsheet wrote, write what no spreadsheet runs.
 *
 * Knows rows and columns, not what they mean. Reads UTF-8 (with or without mark), UTF-16 and Latin-1, with commas,
 * semicolons or tabs. Cells are kept as they were, so that a file can be filled in and written back.
 */
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

/** @throws {Error} naming `name` and the line, where the bytes are no table */
export function readTable(bytes: Uint8Array, name: string): Table {
  const text = decode(bytes);
  const delimiter = delimiterOf(text);
  if (text.startsWith("PK\u0003\u0004"))
    throw new Error(`${name} is a spreadsheet or a zip: save it as CSV`);
  if (text.includes("\0")) throw new Error(`${name} is no text: it holds null characters`);
  let rows: string[][];
  try {
    rows = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${name} is no CSV file: ${error.message}`);
    throw error;
  }
  const [header, ...body] = rows;
  if (header === undefined) throw new Error(`${name} is empty: a header row was expected`);
  const short = body.findIndex((row) => row.length !== header.length);
  if (short >= 0) {
    throw new Error(
      `${name}, row ${short + 2}: ${body[short]!.length} cells, but the header has ${header.length}`,
    );
  }
  return { header, rows: body, delimiter };
}

/** The table as UTF-8 text. */
export function writeTable({ header, rows, delimiter }: Table): string {
  return stringify(
    [header, ...rows].map((row) => [...row]),
    { delimiter },
  );
}

/** `text` as a cell that no spreadsheet takes for a formula: numbers, and a dash for no grade, stay as they are. */
export function inertCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?(\d+([.,]\d+)?)?$/.test(text) ? `'${text}` : text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // Without a mark: every other byte of Latin text is null.
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0)
    return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0)
    return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (d: string): number => first.split(d).length;
  return [",", ";", "\t"].reduce((best, d) => (count(d) > count(best) ? d : best));
}
