import { expect, test } from "vitest";
import { opTable } from "../cases/table.ts";
import { type Peer, PeerProcess } from "./process.ts";
import { hosted } from "./roster.ts";

const [first] = opTable();
const PATIENT = { timeout: 60_000 }; // processes start slowly on a busy machine

/** A peer that runs `code` in a Node of its own. */
function scripted(code: string): Peer {
  return { name: "peer", command: process.execPath, args: ["-e", code], request: () => ({}) };
}

test("a library in a process of its own checks and times a case", PATIENT, async () => {
  const peer = new PeerProcess(hosted("ours", "ours", "dispose", () => true));
  const subject = peer.subject(first!)!;
  expect(await subject.check()).toMatchObject({ size: first!.n });
  expect(await subject.run(10)).toBeGreaterThan(0);
  peer.stop();
});

test("a command that is not there is said in one line", PATIENT, async () => {
  const peer = new PeerProcess({ ...scripted(""), command: "no-such-command" });
  await expect(peer.start()).rejects.toThrow(/^the process of peer ended/);
});

test("a peer that dies says its last words", PATIENT, async () => {
  const peer = new PeerProcess(scripted("console.error('no such module'); process.exit(3)"));
  await expect(peer.start()).rejects.toThrow("the process of peer ended: no such module");
});

test("a peer that cannot run a case says why, and lives on", PATIENT, async () => {
  const peer = new PeerProcess(hosted("loops", "loops", "keep", () => true));
  const without = opTable().find((c) => c.loop === undefined)!;
  await expect(peer.subject(without)!.check()).rejects.toThrow(/^no way to run/);
  expect(await peer.subject(first!)!.check()).toMatchObject({ size: first!.n });
  peer.stop();
});
