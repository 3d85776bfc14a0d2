/**
 * One database, two engines: PGlite inside this process, or PostgreSQL for many machines.
 *
 * Knows SQL text and transactions; no jobs and no students. PGlite does not lock its folder, and two processes would
 * lose jobs silently, so the folder is locked here.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Pool } from "pg";
import { type Db, fromPglite } from "pg-boss";
import { lockFolder } from "./folder-lock.ts";

export type Row = Readonly<Record<string, unknown>>;

/** Statements of one transaction; also what pg-boss takes, so that a job completes in it. */
export interface Session extends Db {
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Session {
  readonly kind: "pglite" | "postgres";
  /** All statements of `run`, or none: an error rolls back and is thrown on. */
  transaction<T>(run: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** PostgreSQL at `url`, or PGlite in `folder` where there is no url. @throws {Error} in one line where it is away */
export async function openDatabase(url: string | undefined, folder: string): Promise<Database> {
  return url === undefined ? openPglite(folder) : openPostgres(url);
}

async function openPglite(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(join(folder, "lock"));
  const lite = new PGlite(join(folder, "data"));
  try {
    await lite.waitReady;
  } catch (error) {
    unlock();
    throw new Error(`the database in ${folder} cannot be opened: ${sentenceOf(error)}`);
  }
  const query = async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await lite.query<Row>(text, [...values])).rows;
  const boss = fromPglite(lite);
  return {
    kind: "pglite",
    executeSql: (text, values) => boss.executeSql(text, values),
    query,
    transaction: (run) =>
      lite.transaction(async (tx) => {
        const inside = async (text: string, values: readonly unknown[] = []): Promise<Row[]> =>
          (await tx.query<Row>(text, [...values])).rows;
        return run({
          query: inside,
          executeSql: async (text, values) => ({ rows: await inside(text, values ?? []) }),
        });
      }),
    close: async () => {
      await lite.close();
      unlock();
    },
  };
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => {}); // an idle connection broke; the next query opens another or says why not
  const query = async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;
  try {
    await query("select 1");
  } catch (error) {
    await pool.end();
    throw new Error(`the database at ${withoutPassword(url)} is away: ${sentenceOf(error)}`);
  }
  return {
    kind: "postgres",
    executeSql: async (text, values) => rowsOf(await pool.query(text, values)),
    query,
    transaction: async (run) => {
      const client = await pool.connect();
      const inside = async (text: string, values: readonly unknown[] = []): Promise<Row[]> =>
        (await client.query<Row>(text, [...values])).rows;
      try {
        await client.query("begin");
        const result = await run({
          query: inside,
          executeSql: async (text, values) => ({ rows: await inside(text, values ?? []) }),
        });
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** node-postgres answers several statements with a list, one entry each. */
function rowsOf(result: unknown): { rows: Row[] } {
  const list = (Array.isArray(result) ? result : [result]) as { rows?: Row[] }[]; // what its documentation says
  return { rows: list.flatMap((r) => r.rows ?? []) };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]+):[^@/]*@/, "//$1:***@");
}

function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error)
    return error.errors[0].message;
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}
