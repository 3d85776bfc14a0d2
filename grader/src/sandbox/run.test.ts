import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeBundles } from "./bundle.ts";
import { guestUser } from "./launch.ts";
import { Guest } from "./run.ts";

const NOBODY = { uid: 65_534, gid: 65_534 };
/** Root, with a Node that others can reach as well. */
const canDrop =
  process.getuid?.() === 0 && spawnSync(process.execPath, ["-e", ""], NOBODY).status === 0;

test.skipIf(!canDrop)(
  "a root grader's guest runs as the user it is told (needs root)",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "guest-"));
    spawnSync("chmod", ["755", folder]);
    const { guestFolder } = await makeBundles(folder);
    process.env["DEEP_DIVE_GUEST_UID"] = "65534";
    try {
      const options = { meter: "none", hook: "made_x", fastCheck: false, folder: guestFolder };
      const guest = new Guest({
        isolation: "process",
        folder: guestFolder,
        file: "main.cjs",
        options,
      });
      expect((await guest.hello()).kind).not.toBe("fault");
      const status = readFileSync(`/proc/${guest.pid}/status`, "utf8");
      expect(/^Uid:\s+(.*)$/m.exec(status)?.[1]?.split(/\s+/)).toEqual(Array(4).fill("65534"));
      guest.kill();
      process.env["DEEP_DIVE_GUEST_UID"] = "student";
      expect(guestUser).toThrow("is a number such as 999 or 999:999, not student");
    } finally {
      delete process.env["DEEP_DIVE_GUEST_UID"];
      rmSync(folder, { recursive: true });
    }
  },
);
