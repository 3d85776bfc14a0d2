import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { stubsInArchive } from "./archive.ts";
import { ownerOf } from "./owner.ts";
import { readRoster } from "./roster.ts";
import { PILE_LIMITS } from "./stub-pile.ts";
import { loosePath, stubPath } from "./stub-path.ts";
import { collectSubmissions } from "./submissions.ts";

async function zipped(files: Readonly<Record<string, string>>, mode = 0o100644): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(text), name, { mode });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer); // yazl writes bytes
  return Buffer.concat(chunks);
}

/** A name of the same length put in place of another, where the zip library would refuse to write it. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}

test("only topic and exercise names are stubs", () => {
  expect(stubPath("ada/work/03-memory/07-safe-as-strided.ts")).toBe(
    "03-memory/07-safe-as-strided.ts",
  );
  expect(stubPath("ada\\03-memory\\07-x.ts")).toBe("03-memory/07-x.ts");
  for (const no of [
    "/03-memory/07-x.ts",
    "../03-memory/07-x.ts",
    "C:/03-memory/07-x.ts",
    "03-memory/07-x.test.ts",
    "03-memory/topic.ts",
    "07-x.ts",
    "__MACOSX/03-memory/07-x.ts",
  ]) {
    expect(stubPath(no)).toBeNull();
  }
});

describe("an archive", () => {
  test("gives its stub files and nothing else", async () => {
    const zip = await zipped({
      "me/03-memory/01-a.ts": "one",
      "me/package.json": "{}",
      "me/03-memory/01-a.test.ts": "evil",
    });
    const files = await stubsInArchive(zip, "a.zip");
    expect([...files].map(([n, b]) => [n, Buffer.from(b).toString()])).toEqual([
      ["03-memory/01-a.ts", "one"],
    ]);
  });

  test("with a link is refused", async () => {
    await expect(
      stubsInArchive(await zipped({ "03-memory/01-a.ts": "/etc/passwd" }, 0o120777), "a.zip"),
    ).rejects.toThrow(/is a link/);
  });

  test("with .. or an absolute path is refused", async () => {
    const zip = await zipped({ "aa/03-memory/01-a.ts": "x" });
    await expect(stubsInArchive(renamed(zip, "aa/03", "../03"), "a.zip")).rejects.toThrow(
      /a\.zip is no usable zip file: invalid relative path/,
    );
    await expect(stubsInArchive(renamed(zip, "aa/03", "/a/03"), "a.zip")).rejects.toThrow(
      /a\.zip is no usable zip file: absolute path/,
    );
  });

  test("that unpacks to far more than it is is cut off", async () => {
    const bomb = await zipped({ "03-memory/01-a.ts": "0".repeat(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(stubsInArchive(bomb, "a.zip")).rejects.toThrow(
      `unpacks to more than ${PILE_LIMITS.fileBytes} bytes`,
    );
  });

  test("with a flood of entries is refused", async () => {
    const flood = await zipped(
      Object.fromEntries(Array.from({ length: PILE_LIMITS.entries + 1 }, (_, k) => [`x/${k}`, ""])),
    );
    await expect(stubsInArchive(flood, "a.zip")).rejects.toThrow(
      `more than ${PILE_LIMITS.entries} entries`,
    );
  });

  test("that is no archive is told in one line", async () => {
    await expect(stubsInArchive(Buffer.from("hello"), "a.zip")).rejects.toThrow(
      /^a\.zip is no usable zip file: /,
    );
  });
});

describe("a folder of submissions", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "submissions-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const put = (name: string, text: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const roster = readRoster(
    new TextEncoder().encode(
      "username,name,id\nada,Ada Lovelace,71\nbob,Bob Hill,72\neve,Eve Moss,73\n",
    ),
    "r.csv",
  );

  test("is matched by user name, by Canvas's and by Moodle's names", async () => {
    put("ada/03-memory/01-a.ts", "a");
    put("bobhill_72_999_work.zip", await zipped({ "03-memory/01-a.ts": "a" }));
    put("Eve Moss_5512_assignsubmission_file/03-memory/01-a.ts", "b");
    put("mallory/03-memory/01-a.ts", "c");
    const { submissions, strangers, missing } = await collectSubmissions(folder, roster);
    const hashes = new Map(submissions.map((s) => [s.student.key, s.hash]));
    expect([...hashes.keys()].sort()).toEqual(["ada", "bob", "eve"]);
    expect(hashes.get("ada")).toBe(hashes.get("bob"));
    expect(hashes.get("ada")).not.toBe(hashes.get("eve"));
    expect(strangers).toEqual(["mallory"]);
    expect(missing).toEqual([]);
  });

  test("one that is broken costs nothing but itself", async () => {
    put("ada.zip", "not a zip");
    put("bob/03-memory/01-a.ts", "fine");
    const { submissions, missing } = await collectSubmissions(folder, roster);
    expect(submissions.map((s) => [s.student.key, s.problem === null])).toEqual([
      ["ada", false],
      ["bob", true],
    ]);
    expect(missing.map((s) => s.key)).toEqual(["eve"]);
  });

  test("links in it are not followed", async () => {
    put("ada/03-memory/01-a.ts", "a");
    symlinkSync("/etc/hostname", path.join(folder, "ada/03-memory/02-b.ts"));
    const { submissions } = await collectSubmissions(folder, roster);
    expect([...submissions[0]!.files.keys()]).toEqual(["03-memory/01-a.ts"]);
  });

  test("that is missing or empty is an error", async () => {
    await expect(collectSubmissions(path.join(folder, "nowhere"), roster)).rejects.toThrow(
      /does not exist/,
    );
    await expect(collectSubmissions(folder, roster)).rejects.toThrow(/is empty/);
  });

  test("that is one zip, with folders, zips and files in it, is read as it is", async () => {
    const zip = await zipped({
      "download/ada/03-memory/01-a.ts": "a",
      "download/__MACOSX/ada/03-memory/01-a.ts": "junk",
      "download/bobhill_72_999_work.zip": (await zipped({ "03-memory/01-a.ts": "b" })).toString(
        "latin1",
      ),
      "download/evemoss_LATE_73_998_01-a-2.ts": "c",
      "download/mallory_99_1_01-a.ts": "d",
    });
    put("all.zip", zip);
    const { submissions, strangers, missing } = await collectSubmissions(
      path.join(folder, "all.zip"),
      roster,
      ["03-memory/01-a.ts"],
    );
    expect(submissions.map((s) => [s.student.key, s.problem])).toEqual([
      ["ada", null],
      ["bob", expect.stringMatching(/no usable zip file/)], // latin1 became UTF-8 above, so it is broken
      ["eve", null],
    ]);
    expect(Buffer.from(submissions[2]!.files.get("03-memory/01-a.ts")!).toString()).toBe("c");
    expect([strangers, missing]).toEqual([["mallory_99_1_01-a.ts"], []]);
  });

  test("a flood, a link or a bomb in the class's zip is one student's problem, a path that leaves it everybody's", async () => {
    const flood = Object.fromEntries(
      Array.from({ length: PILE_LIMITS.entries + 1 }, (_, k) => [`ada/x/${k}`, ""]),
    );
    put("all.zip", await zipped({ ...flood, "bob/03-memory/01-a.ts": "0".repeat(1_000_000) }));
    const { submissions } = await collectSubmissions(path.join(folder, "all.zip"), roster);
    expect(submissions.map((s) => [s.student.key, s.problem])).toEqual([
      ["ada", `ada holds more than ${PILE_LIMITS.entries} entries`],
      ["bob", `bob: bob/03-memory/01-a.ts unpacks to more than ${PILE_LIMITS.fileBytes} bytes`],
    ]);
    const plain = await zipped({ "ada/03-memory/01-a.ts": "a", "aa/03-memory/01-a.ts": "b" });
    put("all.zip", renamed(plain, "aa/03", "../03"));
    await expect(collectSubmissions(path.join(folder, "all.zip"), roster)).rejects.toThrow(
      /^all\.zip is no usable zip file: invalid relative path/,
    );
  });

  test("two folders of one student are told, several single files are one submission", async () => {
    put("ada/03-memory/01-a.ts", "a");
    put("ada.zip", await zipped({ "03-memory/01-a.ts": "b" }));
    put("bobhill_72_1_01-a.ts", "a");
    put("bobhill_72_2_02-b.ts", "b");
    put("eve/work.rar", "x");
    const { submissions } = await collectSubmissions(folder, roster, [
      "03-memory/01-a.ts",
      "03-memory/02-b.ts",
    ]);
    expect(submissions.map((s) => [s.student.key, s.files.size, s.problem])).toEqual([
      ["ada", 0, "handed in more than once: ada, ada.zip"],
      ["bob", 2, null],
      ["eve", 0, "no stub file such as 03-memory/07-safe-as-strided.ts was found in eve"],
    ]);
  });
});

test("a single file belongs where the course has one file of its name", () => {
  const files = ["01-basics/01-a.ts", "02-indexing/02-b.ts", "03-memory/02-b.ts"];
  expect(loosePath("x/01-a.ts", files)).toBe("01-basics/01-a.ts");
  expect(loosePath("lovelaceada_12_34_01-a-3.ts", files)).toBe("01-basics/01-a.ts");
  expect(loosePath("02-b.ts", files)).toBeNull();
  expect(loosePath("../01-a.ts", files)).toBeNull();
});

describe("an entry's owner", () => {
  const students = (csv: string): ReturnType<typeof readRoster> =>
    readRoster(new TextEncoder().encode(csv), "r.csv");

  test("is found by Moodle's participant number where the roster has it, else by name", () => {
    const worksheet = students(
      "Identifier,Full name,Email address,Grade\nParticipant 7,Kim Lee,k1@x.org,\nParticipant 8,Kim Lee,k2@x.org,\n",
    );
    expect(ownerOf("Kim Lee_8_assignsubmission_file", worksheet)?.email).toBe("k2@x.org");
    expect(ownerOf("Kim Lee_9_assignsubmission_file", worksheet)).toBeNull();
    const gradebook = students(
      "First name,Last name,ID number,Email address\nZo\u00e9,M\u00fcller,8,z@x.org\nKim,Lee,9,k@x.org\n",
    );
    // The number is the participant's, not the ID number; macOS takes letters apart.
    expect(ownerOf("Kim Lee_8_assignsubmission_file_", gradebook)?.email).toBe("k@x.org");
    expect(ownerOf("Zoe\u0301 Mu\u0308ller_3_assignsubmission_file_", gradebook)?.email).toBe(
      "z@x.org",
    );
  });

  test("is nobody where a Canvas id fits nobody, whatever the name", () => {
    const canvas = students(
      'Student,ID,SIS Login ID,Section\n,,,Manual Posting\n    Points Possible,,,\n"Lovelace, Ada",12,ada,A\n',
    );
    expect(ownerOf("lovelaceada_12_1_work.zip", canvas)?.key).toBe("ada");
    expect(ownerOf("lovelaceada_LATE_12_1_work.zip", canvas)?.key).toBe("ada");
    expect(ownerOf("lovelaceada_13_1_work.zip", canvas)).toBeNull();
    expect(ownerOf("Ada Lovelace", canvas)?.key).toBe("ada");
  });
});
