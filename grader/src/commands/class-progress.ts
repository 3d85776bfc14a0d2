/**
 * How far a class's grading is: counts, rate and remaining time, for whoever waits.
 *
 * Knows a stream and a clock. One line that is rewritten on a terminal; a line of its own every ten seconds elsewhere.
 */
import type { Spent } from "./class-grading.ts";

const TELL_MS = 10_000;

export class ClassProgress {
  readonly #stream: NodeJS.WriteStream;
  #total = 0;
  #known = 0;
  #done = 0;
  #start = Date.now();
  #told = 0;
  #end: number | null = null;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** `known` of `total` submissions have a result from an earlier run. */
  begin(total: number, known: number): void {
    this.#total = total;
    this.#known = this.#done = known;
    this.#start = Date.now();
    if (known > 0) this.say(`${known} of ${total} were graded before`);
    if (this.#stream.isTTY) this.#stream.write(`${known}/${total} submissions`);
  }

  /** One more was graded here. */
  step(): void {
    this.show(this.#done + 1);
  }

  /** So many are graded, here or by other workers. */
  show(done: number): void {
    if (done <= this.#done) return;
    this.#done = done;
    const text = `${done}/${this.#total} submissions, ${this.#perMinute().toFixed(1)} a minute, ${this.#left()} left`;
    if (this.#stream.isTTY) this.#stream.write(`\r\u001b[2K${text}`);
    else if (Date.now() - this.#told > TELL_MS) {
      this.#told = Date.now();
      this.#stream.write(`${text}\n`);
    }
  }

  /** A line of its own. */
  say(message: string): void {
    this.#stream.write(`${this.#stream.isTTY ? "\r\u001b[2K" : ""}${message}\n`);
  }

  end(): void {
    this.#end ??= Date.now();
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[2K");
  }

  /** What it took, in one line. */
  summary({ ran, known }: Spent): string {
    const graded = this.#done - this.#known;
    if (graded <= 0) return "nothing had to be graded";
    return `${graded} submissions in ${duration(this.#elapsedMs())}, ${this.#perMinute().toFixed(1)} a minute; this process ran ${ran} answers and knew the verdicts of ${known} others`;
  }

  #elapsedMs(): number {
    return Math.max(1, (this.#end ?? Date.now()) - this.#start);
  }

  #perMinute(): number {
    return ((this.#done - this.#known) / this.#elapsedMs()) * 60_000;
  }

  #left(): string {
    return duration(((this.#total - this.#done) / this.#perMinute()) * 60_000);
  }
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
