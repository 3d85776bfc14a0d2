/**
 * What the class's database holds beside the queue: submissions by hash, one result for each key, and the verdicts that
 * all workers share.
 *
 * Knows its own tables and their version.
 */
import { type KeptVerdicts, isKept } from "../judge/cache.ts";
import type { ExerciseRecord, GradeRecord } from "../judge/record.ts";
import type { Database, Session } from "./database.ts";
import type { StubFiles } from "./stub-pile.ts";

const SCHEMA = "deep_dive";
/** Of the tables below. */
export const STORE_VERSION = 2;

export interface StoredResult {
  readonly key: string;
  readonly record: GradeRecord;
}

/**
 * Makes the tables where they are missing.
 *
 * @throws {Error} where another version of this code made them: both would write what the other cannot read
 */
export async function prepareStore(db: Database): Promise<void> {
  await db.transaction(async (session) => {
    await session.query("select pg_advisory_xact_lock(20260401)"); // workers start together
    await session.query(`create schema if not exists ${SCHEMA}`);
    await session.query(`create table if not exists ${SCHEMA}.store (version integer not null)`);
    const [row] = await session.query(`select version from ${SCHEMA}.store`);
    const found = row === undefined ? null : Number(row["version"]);
    if (found !== null) return requireVersion(found);
    for (const table of TABLES) await session.query(`create table ${SCHEMA}.${table}`);
    await session.query(`insert into ${SCHEMA}.store values (${STORE_VERSION})`);
  });
}

const TABLES = [
  "submission (hash text primary key, files jsonb not null)",
  "result (key text primary key, hash text not null, record text not null, worker text not null, attempts integer not null, graded_at timestamptz not null default now())",
  "verdict (key text primary key, record text not null)",
];

function requireVersion(found: number): void {
  if (found > STORE_VERSION)
    throw new Error(
      `the database is newer than this code: it holds version ${found}, and this code knows ${STORE_VERSION}; update the code, or name another database`,
    );
  if (found < STORE_VERSION)
    throw new Error(
      `the database is older than this code: it holds version ${found}, and this code knows ${STORE_VERSION}; finish that class with the code that began it, or name another database`,
    );
}

/** Keeps a submission's files; the same files are kept once. */
export async function putSubmission(db: Session, hash: string, files: StubFiles): Promise<void> {
  const texts = Object.fromEntries(
    [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
  );
  await db.query(
    `insert into ${SCHEMA}.submission (hash, files) values ($1, $2) on conflict do nothing`,
    [hash, JSON.stringify(texts)],
  );
}

/** A submission's files. @throws {Error} where the database has none of that hash */
export async function getSubmission(db: Session, hash: string): Promise<StubFiles> {
  const [row] = await db.query(`select files from ${SCHEMA}.submission where hash = $1`, [hash]);
  if (row === undefined) throw new Error(`the database holds no submission ${hash.slice(0, 12)}`);
  const texts = row["files"] as Record<string, string>; // what putSubmission wrote
  return new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text, "base64")]));
}

/** Exercises' verdicts in `db`: what one worker found out, no other has to. */
export function sharedVerdicts(db: Session): KeptVerdicts {
  return {
    get: async (keys) => {
      const rows = await db.query(`select key, record from ${SCHEMA}.verdict where key = any($1)`, [
        keys,
      ]);
      return new Map(
        rows.map((row) => [
          String(row["key"]),
          JSON.parse(String(row["record"])) as ExerciseRecord,
        ]),
      ); // what set wrote
    },
    set: async (records) => {
      const kept = [...records].filter(([, record]) => isKept(record));
      if (kept.length === 0) return;
      await db.query(
        `insert into ${SCHEMA}.verdict (key, record) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
        [kept.map(([key]) => key), kept.map(([, record]) => JSON.stringify(record))],
      );
    },
  };
}

/** Keeps a result as text, since jsonb takes no null character and a learner may print one; false where one was there, which then stays. */
export async function putResult(
  db: Session,
  key: string,
  hash: string,
  record: GradeRecord,
  worker: string,
  attempts: number,
): Promise<boolean> {
  const rows = await db.query(
    `insert into ${SCHEMA}.result (key, hash, record, worker, attempts) values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
    [key, hash, JSON.stringify(record), worker, attempts],
  );
  return rows.length === 1;
}

/** The results there are for `keys`. */
export async function getResults(db: Session, keys: readonly string[]): Promise<StoredResult[]> {
  const rows = await db.query(`select key, record from ${SCHEMA}.result where key = any($1)`, [
    keys,
  ]);
  return rows.map((row) => ({
    key: String(row["key"]),
    record: JSON.parse(String(row["record"])) as GradeRecord,
  })); // what putResult wrote
}

/** Which of `keys` have a result. */
export async function knownKeys(
  db: Session,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.query(`select key from ${SCHEMA}.result where key = any($1)`, [keys]);
  return new Set(rows.map((row) => String(row["key"])));
}

/** How many of `keys` have a result. */
export async function countResults(db: Session, keys: readonly string[]): Promise<number> {
  const [row] = await db.query(
    `select count(*)::int as n from ${SCHEMA}.result where key = any($1)`,
    [keys],
  );
  return Number(row!["n"]); // count always gives a row
}

/** Forgets results, so that they are graded again. */
export async function dropResults(db: Session, keys: readonly string[]): Promise<void> {
  await db.query(`delete from ${SCHEMA}.result where key = any($1)`, [keys]);
}
