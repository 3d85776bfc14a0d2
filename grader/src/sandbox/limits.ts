/**
 * Every limit on code we do not trust, in one place, with units.
 *
 * Knows numbers only. A verdict names the limit that was reached and the figure, so each has a sentence below.
 */
const KiB = 1024;
const MiB = 1024 * KiB;

export type LimitName =
  | "sourceBytes"
  | "inspectMs"
  | "inspectBatchMs"
  | "callCpuMs"
  | "callIdleMs"
  | "callWallMs"
  | "callWallMsWithoutProc"
  | "exerciseCpuMs"
  | "lostGuests"
  | "heapMiB"
  | "stackKiB"
  | "residentBytes"
  | "reusedBytes"
  | "pollMs"
  | "outputKeptBytes"
  | "outputBytes"
  | "headerBytes"
  | "bodyBytes"
  | "depth"
  | "values"
  | "arrays"
  | "elements"
  | "measuredElements"
  | "ndim"
  | "stepsOfLoopless"
  | "messageChars"
  | "bigintDigits"
  | "startMs"
  | "processes"
  | "fileBytes";

export const LIMITS: Readonly<Record<LimitName, number>> = {
  /** A learner's file may not be larger. */
  sourceBytes: 256 * KiB,
  /** Parsing and stripping one file; all files of a run together get the batch's. */
  inspectMs: 5_000,
  inspectBatchMs: 20_000,
  /** One call, or loading the file: processor time, so that a busy machine does not count against the learner. */
  callCpuMs: 2_000,
  /** Neither an answer nor processor time used. */
  callIdleMs: 30_000,
  /** The same by the wall clock, whatever else the machine does; and where there is no /proc. */
  callWallMs: 180_000,
  callWallMsWithoutProc: 6_000,
  /** All calls of one exercise's tests together: processor time. */
  exerciseCpuMs: 20_000,
  /** Guests that one exercise may lose (hang, crash) before its remaining tests are given up. */
  lostGuests: 3,
  /** V8's heap in the guest; ArrayBuffers lie outside it. */
  heapMiB: 256,
  /** The guest's stack, in KiB as V8 takes it. */
  stackKiB: 900,
  /** Resident memory of the guest, ArrayBuffers included; polled. */
  residentBytes: 640 * MiB,
  /** Above this a guest is not left to the next answer: memory of WebAssembly never shrinks. */
  reusedBytes: 256 * MiB,
  /** How often the guest's memory and processor time are read. */
  pollMs: 25,
  /** What the learner's code prints: kept for the report, and at most. */
  outputKeptBytes: 16 * KiB,
  outputBytes: 1 * MiB,
  /** One message from the guest: the JSON header, the raw bytes behind it, and the depth of nested values. */
  headerBytes: 8 * MiB,
  bodyBytes: 256 * MiB,
  depth: 64,
  /** Values in one message, and arrays in it. */
  values: 1_000_000,
  arrays: 10_000,
  /** Elements of all arrays in one reply to a test, views of stride 0 included: a test may well print them all. */
  elements: 1_048_576,
  /** The same where nobody prints them. */
  measuredElements: 2 ** 26,
  /** An array's axes: NumPy's own limit. */
  ndim: 64,
  /** Entries of an answer's own functions in one call, where the exercise allows no loops. */
  stepsOfLoopless: 100,
  /** Text of a thrown error, a string within a report. */
  messageChars: 2_000,
  /** Digits of a bigint that crosses. */
  bigintDigits: 5_000,
  /** A guest that does not say hello in time is the machine's fault, not the learner's. */
  startMs: 60_000,
  /** Processes and threads under `--isolation sandbox`. */
  processes: 64,
  /** Bytes of one file the sandboxed guest could write: none can be, this is the second wall. */
  fileBytes: 1 * MiB,
};
