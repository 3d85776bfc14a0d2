/**
 * What waits to be graded: one at a time, for the judge has one job at a time; what the learner looks at comes first.
 */
export class GradingQueue {
  readonly #grade: (id: string) => Promise<void>;
  #waiting: string[] = [];
  #work: Promise<void> | null = null;

  /** `grade` tells of its own failures; what it throws is lost. */
  constructor(grade: (id: string) => Promise<void>) {
    this.#grade = grade;
  }

  /** Lets `id` wait once; before all others where `isUrgent`. */
  add(id: string, isUrgent: boolean): void {
    const others = this.#waiting.filter((other) => other !== id);
    if (isUrgent) this.#waiting = [id, ...others];
    else if (others.length === this.#waiting.length) this.#waiting.push(id);
    this.#work ??= this.#gradeAll();
  }

  /** Forgets what waits; what is under way goes on. */
  clear(): void {
    this.#waiting = [];
  }

  /** When nothing waits any more. */
  idle(): Promise<void> {
    return this.#work ?? Promise.resolve();
  }

  async #gradeAll(): Promise<void> {
    for (;;) {
      const id = this.#waiting.shift();
      if (id === undefined) break;
      await this.#grade(id).catch(() => {}); // the next one is graded all the same
    }
    this.#work = null;
  }
}
