/**
 * A PostgreSQL server that a test may kill: Debian's package, in a folder and on a port of its own.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = "/usr/lib/postgresql";
const version = existsSync(ROOT) ? readdirSync(ROOT).sort().at(-1) : undefined;

/** Where the server's programs are; null where Debian's package is not installed. */
export const SERVER_TOOLS: string | null =
  version !== undefined && existsSync(join(ROOT, version, "bin", "initdb"))
    ? join(ROOT, version, "bin")
    : null;

export interface OwnServer {
  readonly url: string;
  /** Ends every process of the server with SIGKILL, as a power cut would. */
  kill(): void;
  start(): void;
  /** Kills it and removes its folder. */
  close(): void;
}

/** A running server with room for `connections` clients. */
export async function startServer(connections: number): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "server-"));
  const data = join(folder, "data");
  if (process.getuid?.() === 0) chownSync(folder, postgresUser(), -1);
  asPostgres("initdb", "-D", data, "-A", "trust", "-U", "postgres");
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=${connections} -c superuser_reserved_connections=0`;
  const start = (): void =>
    asPostgres("pg_ctl", "-D", data, "-o", options, "-l", join(folder, "log"), "-w", "start");
  const kill = (): void => {
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    for (const one of [pid, ...childrenOf(pid)]) killOne(one);
    while (existsSync(`/proc/${pid}`)) spawnSync("sleep", ["0.05"]);
  };
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill,
    start,
    close: () => {
      kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function asPostgres(tool: string, ...args: readonly string[]): void {
  const command = [join(SERVER_TOOLS!, tool), ...args]; // whoever calls has looked
  const [file, ...rest] =
    process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
  execFileSync(file!, rest, { stdio: "ignore" }); // the list begins with a program
}

function postgresUser(): number {
  return Number(execFileSync("id", ["-u", "postgres"], { encoding: "utf8" }));
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        const stat = readFileSync(`/proc/${one}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid;
      } catch {
        return false; // it ended meanwhile
      }
    });
}

function killOne(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was quicker.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : 0),
      );
    });
  });
}
