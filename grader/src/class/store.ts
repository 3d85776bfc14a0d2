/**
 * What the class's database holds beside the queue: submissions by hash, and one result for each key.
 *
 * Knows its own two tables. The version in the schema's name is the code's: older and newer code keep apart.
 */
import type { GradeRecord } from "../judge/record.ts";
import type { Database, Session } from "./database.ts";
import type { StubFiles } from "./archive.ts";

const SCHEMA = "deep_dive_v1";

export interface StoredResult {
  readonly key: string;
  readonly record: GradeRecord;
}

/** Makes the tables where they are missing. */
export async function prepareStore(db: Database): Promise<void> {
  await db.query(`create schema if not exists ${SCHEMA}`);
  await db.query(
    `create table if not exists ${SCHEMA}.submission (hash text primary key, files jsonb not null)`,
  );
  await db.query(
    `create table if not exists ${SCHEMA}.result (key text primary key, hash text not null, record text not null, worker text not null, attempts integer not null, graded_at timestamptz not null default now())`,
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
