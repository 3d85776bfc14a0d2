/**
 * The roster: who is in the class, and under which names the classroom systems know them.
 *
 * Reads a plain list, Canvas's gradebook export, or Moodle's. Ids are never invented: what the file lacks stays empty.
 */
import { type Table, columnOf, readTable } from "./csv-table.ts";

export interface Student {
  /** What submissions are matched by: the first of user name, id, email that the roster has. */
  readonly key: string;
  readonly name: string;
  readonly id: string;
  readonly username: string;
  readonly email: string;
  /** Row of the roster's table. */
  readonly row: number;
}

export type RosterKind = "canvas" | "moodle" | "plain";

export interface Roster {
  readonly kind: RosterKind;
  readonly table: Table;
  readonly students: readonly Student[];
}

/** Columns by what they hold, under the names that each system gives them. */
const COLUMNS: Readonly<
  Record<RosterKind, Readonly<Record<"name" | "id" | "username" | "email", readonly string[]>>>
> = {
  canvas: { name: ["Student"], id: ["ID"], username: ["SIS Login ID"], email: ["Email"] },
  moodle: {
    name: ["Full name"],
    id: ["ID number", "idnumber"],
    username: ["Username"],
    email: ["Email address", "email"],
  },
  plain: {
    name: ["name", "full name", "student"],
    id: ["id", "student_id", "idnumber"],
    username: ["username", "user", "login"],
    email: ["email", "mail"],
  },
};

/**
 * The roster in `bytes`; `file` is its name, for messages.
 *
 * @throws {Error} where no column identifies a student, or two rows have the same key
 */
export function readRoster(bytes: Uint8Array, file: string): Roster {
  const table = readTable(bytes, file);
  const kind = kindOf(table);
  const at = (names: readonly string[]): number =>
    names.map((n) => indexOf(table, n)).find((k) => k >= 0) ?? -1;
  const columns = Object.fromEntries(
    Object.entries(COLUMNS[kind]).map(([what, names]) => [what, at(names)]),
  );
  if (["id", "username", "email"].every((c) => columns[c]! < 0)) columnOf(table, "username", file);
  const students: Student[] = [];
  for (const [row, cells] of table.rows.entries()) {
    if (kind === "canvas" && /Points Possible/.test(cells[0] ?? "")) continue;
    const cell = (what: string): string =>
      columns[what]! < 0 ? "" : cells[columns[what]!]!.trim();
    const [name, id, username, email] = [cell("name"), cell("id"), cell("username"), cell("email")];
    const key = username !== "" ? username : id !== "" ? id : email;
    if (key === "") throw new Error(`${file}, row ${row + 2}: no user name, id or email`);
    students.push({ key, name: name === "" ? key : name, id, username, email, row });
  }
  const seen = new Map<string, number>();
  for (const s of students) {
    const earlier = seen.get(s.key.toLowerCase());
    if (earlier !== undefined)
      throw new Error(`${file}: rows ${earlier + 2} and ${s.row + 2} are both "${s.key}"`);
    seen.set(s.key.toLowerCase(), s.row);
  }
  if (students.length === 0) throw new Error(`${file} lists no student`);
  return { kind, table, students };
}

function kindOf(table: Table): RosterKind {
  if (table.header.length > 3 && /Student/.test(table.header[0]!) && /ID/.test(table.header[1]!))
    return "canvas";
  if (indexOf(table, "Identifier") >= 0 || indexOf(table, "Email address") >= 0) return "moodle";
  return "plain";
}

function indexOf({ header }: Table, name: string): number {
  return header.findIndex((h) => h.trim().toLowerCase() === name.toLowerCase());
}
