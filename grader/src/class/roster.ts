/**
 * The roster: who is in the class, and under which names the classroom systems know them.
 *
 * Reads a plain list, Canvas's gradebook export, or Moodle's. Ids are never invented: what the file lacks stays empty.
 */
import { type Table, readTable } from "./csv-table.ts";

export interface Student {
  /** What submissions are matched by: the first of user name, id, email that the roster has. */
  readonly key: string;
  readonly name: string;
  readonly id: string;
  readonly username: string;
  readonly email: string;
  /** Moodle's number of the student in this assignment; "" where the file has none. */
  readonly participant: string;
  /** Row of the roster's table. */
  readonly row: number;
}

export type RosterKind = "canvas" | "moodle" | "plain";

export interface Roster {
  readonly kind: RosterKind;
  readonly table: Table;
  /** Places of the columns by which the classroom system finds a student again. */
  readonly identityColumns: readonly number[];
  readonly students: readonly Student[];
}

type Column = "name" | "first" | "last" | "id" | "username" | "email" | "participant";

/** Columns by what they hold, under the names that each system gives them. */
const COLUMNS: Readonly<Record<RosterKind, Readonly<Partial<Record<Column, readonly string[]>>>>> =
  {
    canvas: { name: ["Student"], id: ["ID"], username: ["SIS Login ID"], email: ["Email"] },
    moodle: {
      name: ["Full name"],
      first: ["First name"],
      last: ["Last name", "Surname"],
      id: ["ID number", "idnumber"],
      username: ["Username"],
      email: ["Email address", "email"],
      participant: ["Identifier"],
    },
    plain: {
      name: ["name", "full name", "student"],
      first: ["first_name", "first name"],
      last: ["last_name", "last name", "surname"],
      id: ["id", "student_id", "idnumber"],
      username: ["username", "user", "login"],
      email: ["email", "mail"],
    },
  };

/** What tells students apart. */
export const IDENTITIES = ["username", "id", "email"] as const;

/**
 * The roster in `bytes`; `file` is its name, for messages.
 *
 * @throws {Error} where no column identifies a student, or two rows have the same key
 */
export function readRoster(bytes: Uint8Array, file: string): Roster {
  const table = readTable(bytes, file);
  const kind = kindOf(table);
  const columns = (what: Column): number =>
    (COLUMNS[kind][what] ?? []).map((n) => indexOf(table, n)).find((k) => k >= 0) ?? -1;
  if (IDENTITIES.every((c) => columns(c) < 0))
    throw new Error(
      `${file} has no column that tells students apart, such as ${IDENTITIES.map((name) => `"${name}"`).join(", ")}; it has ${table.header.map((h) => `"${h}"`).join(", ")}`,
    );
  const students: Student[] = [];
  for (const [row, cells] of table.rows.entries()) {
    if (kind === "canvas" && isCanvasNote(cells)) continue;
    const cell = (what: Column): string => (cells[columns(what)] ?? "").trim();
    const [id, username, email] = [cell("id"), cell("username"), cell("email")];
    const name = cell("name") || `${cell("first")} ${cell("last")}`.trim();
    const key = username !== "" ? username : id !== "" ? id : email;
    if (key === "") throw new Error(`${file}, row ${row + 2}: no user name, id or email`);
    const participant = cell("participant").replace(/^\D+/, "");
    students.push({ key, name: name === "" ? key : name, id, username, email, participant, row });
  }
  for (const what of [...IDENTITIES, "key"] as const) requireDifferent(students, what, file);
  if (students.length === 0) throw new Error(`${file} lists no student`);
  const identityColumns = [...IDENTITIES, "participant" as const]
    .map(columns)
    .concat(indexOf(table, "SIS User ID"))
    .filter((k) => k >= 0);
  return { kind, table, identityColumns, students };
}

/** Two rows with the same user name, id or email are one student twice, or two whom nobody can tell apart. */
function requireDifferent(
  students: readonly Student[],
  what: (typeof IDENTITIES)[number] | "key",
  file: string,
): void {
  const seen = new Map<string, number>();
  for (const s of students) {
    const own = s[what].toLowerCase();
    const earlier = seen.get(own);
    if (own !== "" && earlier !== undefined)
      throw new Error(`${file}: rows ${earlier + 2} and ${s.row + 2} are both "${s[what]}"`);
    seen.set(own, s.row);
  }
}

/** Canvas's rows above the students: the points, and which columns are posted by hand. */
function isCanvasNote([name = "", id = ""]: readonly string[]): boolean {
  return /Points Possible/.test(name) || (name.trim() === "" && id.trim() === "");
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
