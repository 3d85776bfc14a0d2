import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { blobId, isStub, originalStub, readStubIds, stubIdsText } from "./stubs.ts";

const root = mkdtempSync(join(tmpdir(), "stubs-"));
const folder = join(root, "exercises");
const file = "03-memory/07-x.ts";
mkdirSync(join(folder, "03-memory"), { recursive: true });
writeFileSync(join(folder, file), "the stub\n");
writeFileSync(join(folder, "stubs.json"), stubIdsText(folder, [file]));
afterAll(() => {
  rmSync(root, { recursive: true });
});

test("a blob's id is git's", () => {
  expect(blobId("hello\n")).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
});

test("a file that was written over is no stub, though it lies where the stub lay", () => {
  const ids = readStubIds(folder);
  expect(isStub("the stub\n", file, ids, folder)).toBe(true);
  writeFileSync(join(folder, file), "the stub\n\n");
  expect(isStub("the stub\n\n", file, ids, folder)).toBe(false);
  expect(isStub("the stub\n", file, ids, folder)).toBe(true);
});

test("what neither the folder nor git has is not made up", () => {
  writeFileSync(join(folder, file), "changed");
  expect(originalStub(root, file, readStubIds(folder))).toBeNull();
});
