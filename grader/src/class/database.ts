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
import { type Patience, patiently, sentenceOf } from "./patience.ts";

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

/** Long enough for a server to restart, short enough that a person who watches hears of it. */
const PATIENCE: Patience = { seconds: 120 };

/**
 * PostgreSQL at `url`, or PGlite in `folder` where there is no url.
 *
 * Later statements wait for a server that restarts; a transaction is run again from its start.
 * @throws {Error} in one line where it is away now
 */
export async function openDatabase(
  url: string | undefined,
  folder: string,
  patience: Patience = PATIENCE,
): Promise<Database> {
  return url === undefined ? openPglite(folder) : openPostgres(url, patience);
}

async function openPglite(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
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

async function openPostgres(url: string, patience: Patience): Promise<Database> {
  const pool = poolOf(url);
  pool.on("error", () => {}); // an idle connection broke; the next query opens another or says why not
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new Error(`the database at ${withoutPassword(url)} is away: ${sentenceOf(error)}`);
  }
  return {
    kind: "postgres",
    executeSql: (text, values) =>
      patiently(async () => rowsOf(await pool.query(text, values)), patience),
    query: (text, values = []) =>
      patiently(async () => (await pool.query<Row>(text, [...values])).rows, patience),
    transaction: (run) => patiently(() => inTransaction(pool, run), patience),
    close: () => pool.end(),
  };
}

function poolOf(url: string): Pool {
  try {
    return new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 10_000 });
  } catch (error) {
    throw new Error(
      `${withoutPassword(url)} is no address such as postgres://user@host/name: ${sentenceOf(error)}`,
    );
  }
}

async function inTransaction<T>(pool: Pool, run: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const inside = async (text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(text, [...values])).rows;
  let isBroken = false;
  const broke = (): void => void (isBroken = true);
  client.on("error", broke); // without a listener it would end the process
  try {
    await client.query("begin");
    const result = await run({
      query: inside,
      executeSql: async (text, values) => ({ rows: await inside(text, values ?? []) }),
    });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(broke);
    throw error;
  } finally {
    client.off("error", broke);
    client.release(isBroken);
  }
}

/** node-postgres answers several statements with a list, one entry each. */
function rowsOf(result: unknown): { rows: Row[] } {
  const list = (Array.isArray(result) ? result : [result]) as { rows?: Row[] }[]; // what its documentation says
  return { rows: list.flatMap((r) => r.rows ?? []) };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]+):.*@/, "//$1:***@");
}
