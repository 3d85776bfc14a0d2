/**
 * The command line that holds a guest: Node's permission model and flags, or bubblewrap around the same.
 *
 * Knows flags and why each is there; starts nothing. What each isolation promises stands in grader/README.md.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { LIMITS } from "./limits.ts";

export type Isolation = "process" | "sandbox";

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

/** What V8 is told; its code cache is good only under the same flags. */
export const V8_FLAGS: readonly string[] = [
  `--max-old-space-size=${LIMITS.heapMiB}`,
  `--stack-size=${LIMITS.stackKiB}`,
  "--disallow-code-generation-from-strings",
];

/** How to run `file` of `folder` with `options`, which the file reads as JSON. */
export function launchOf(
  isolation: Isolation,
  folder: string,
  file: string,
  options: unknown,
): Launch {
  const node = [
    "--permission",
    `--allow-fs-read=${folder}`,
    "--disable-sigusr1", // the signal would open the inspector
    "--no-addons",
    ...V8_FLAGS,
    "--disable-proto=throw",
    "--experimental-vm-modules",
    "--no-warnings",
    `${folder}/${file}`,
    JSON.stringify(options),
  ];
  if (isolation === "process") return { command: process.execPath, args: node };
  return {
    command: "prlimit",
    args: [...LIMITED, "bwrap", ...boxArgs(folder), process.execPath, ...node],
  };
}

const LIMITED = [
  `--nproc=${LIMITS.processes * 64}`,
  `--fsize=${LIMITS.fileBytes}`,
  "--core=0",
  "setpriv",
  "--no-new-privs",
  "--",
];

/** Read-only: the system's libraries, Node itself, and the guest's folder. No network, no other processes, no environment. */
function boxArgs(folder: string): string[] {
  const seen = ["/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache"]
    .filter((path) => existsSync(path))
    .flatMap((path) => ["--ro-bind", path, path]);
  return [
    "--unshare-all",
    "--die-with-parent",
    "--new-session",
    "--clearenv",
    "--cap-drop",
    "ALL",
    ...seen,
    "--ro-bind",
    dirname(process.execPath),
    dirname(process.execPath),
    "--ro-bind",
    folder,
    folder,
    "--proc",
    "/proc",
    "--dev",
    "/dev",
    "--chdir",
    folder,
    "--",
  ];
}

/**
 * Whom a guest runs as where the grader is root: `DEEP_DIVE_GUEST_UID` (`999` or `999:999`), else the grader's own user.
 *
 * A container that has no user namespaces can so keep tests and answers from the guest by file permissions as well.
 * @throws {Error} where it is no user, or where the grader may not change users
 */
export function guestUser(): { readonly uid?: number; readonly gid?: number } {
  const given = process.env["DEEP_DIVE_GUEST_UID"] ?? "";
  if (given === "") return {};
  const [, uid, gid = uid] = /^(\d+)(?::(\d+))?$/.exec(given) ?? [];
  if (uid === undefined)
    throw new Error(`DEEP_DIVE_GUEST_UID is a number such as 999 or 999:999, not ${given}`);
  if (process.getuid?.() !== 0)
    throw new Error("DEEP_DIVE_GUEST_UID needs a grader that runs as root");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Why `--isolation sandbox` cannot work here, with the remedy; null where it can. */
export function sandboxFault(): string | null {
  if (process.platform !== "linux")
    return `--isolation sandbox needs Linux (this is ${process.platform}); run the grader in a Linux container or leave the option out`;
  for (const [tool, remedy] of [
    ["bwrap", "apt-get install bubblewrap"],
    ["prlimit", "apt-get install util-linux"],
    ["setpriv", "apt-get install util-linux"],
  ] as const) {
    if (spawnSync(tool, ["--version"], { stdio: "ignore" }).status !== 0)
      return `--isolation sandbox needs ${tool}: ${remedy}`;
  }
  const probe = spawnSync(
    "bwrap",
    ["--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "true"],
    { encoding: "utf8" },
  );
  if (probe.status === 0) return null;
  const said = probe.stderr.trim().split("\n")[0] ?? "";
  return `--isolation sandbox needs user namespaces, which are off here (${said}): try sysctl kernel.apparmor_restrict_unprivileged_userns=0, or a container started with --security-opt seccomp=unconfined`;
}
