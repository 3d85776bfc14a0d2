/**
 * A learner's session: the state machine tied to the terminal, the files and one judge that stays warm.
 *
 * Performs effects and tells events; decides nothing. What goes wrong on our side is said in one line, and it goes on.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import terminalLink from "terminal-link";
import { type Card, type Deck, deckFile, loadDeck } from "../course/cards.ts";
import { collect } from "../course/collect.ts";
import type { Course, Placement } from "../course/find.ts";
import { type Progress, progressText } from "../course/progress-file.ts";
import { type Library, arrayPicture } from "../judge/array-picture.ts";
import { Judge } from "../judge/client.ts";
import { type GradeOptions, gradeSubmission } from "../judge/grade.ts";
import type { Picture } from "../judge/picture.ts";
import { saveFile } from "../course/save-file.ts";
import type { Bundles } from "../sandbox/bundle.ts";
import { coolInspectors, warmInspectors } from "../sandbox/inspection.ts";
import { afterPassing } from "./after-passing.ts";
import { answered, cardTable } from "./card-table.ts";
import { exampleNames, firstExample } from "./example.ts";
import { itemOf, outcomeOf } from "./items.ts";
import { lessonLines } from "./lesson-view.ts";
import { GradingQueue } from "./queue.ts";
import { resetStub } from "./reset.ts";
import { screenLines } from "./screen.ts";
import { type Effect, type LearnEvent, type LearnState, currentItem } from "./state.ts";
import { begin, step } from "./step.ts";
import { openTerminal } from "./terminal.ts";
import { typeErrors } from "./typecheck.ts";
import { watchStubs } from "./watch.ts";

export interface SessionSettings {
  readonly course: Course;
  readonly bundles: Bundles;
  readonly cacheFolder: string;
  /** In the order they are learnt. */
  readonly placements: readonly Placement[];
  /** Where progress is kept. */
  readonly progressFile: string;
  readonly options: GradeOptions;
}

/** Takes the terminal over until the learner quits; then `finish` gets the exit code. */
export class Session {
  readonly #terminal = openTerminal(process.stdin, process.stdout);
  readonly #judge = new Judge();
  readonly #settings: SessionSettings;
  readonly #options: GradeOptions;
  readonly #placements: ReadonlyMap<string, Placement>;
  readonly #finish: (code: number) => void;
  readonly #watch;
  #state: LearnState | null = null;
  readonly #queue = new GradingQueue((id) => this.#told(this.#gradeNow(id)));
  #isOver = false;

  constructor(settings: SessionSettings, finish: (code: number) => void) {
    this.#settings = settings;
    const { course, placements, options } = settings;
    // A clock needs a quiet machine and a minute; an editor is open and the learner waits.
    this.#options = { ...options, timing: false, judge: this.#judge };
    this.#warm();
    this.#placements = new Map(placements.map((p) => [p.exercise.id, p]));
    this.#finish = finish;
    this.#watch = watchStubs(
      course.exercisesFolder,
      (file) => this.#handle({ type: "saved", file }),
      () => {
        if (this.#state !== null) this.#grade(currentItem(this.#state).id);
      },
    );
  }

  start(progress: Progress): void {
    this.#terminal.onKey((name, text) => this.#handle({ type: "key", name, text }));
    this.#terminal.onResize(() => this.#draw());
    process.once("SIGTERM", () => this.#quit());
    const items = [...this.#placements.values()].map((p) =>
      itemOf(p, this.#settings.course.exercisesFolder),
    );
    this.#apply(begin(items, progress));
  }

  #handle(event: LearnEvent): void {
    if (this.#state !== null) this.#apply(step(this.#state, event));
  }

  #apply([state, effects]: readonly [LearnState, readonly Effect[]]): void {
    this.#state = state;
    // First what is kept, then what is shown: whoever sees "passed" finds it in the file.
    for (const effect of effects) this.#perform(effect);
    this.#draw();
  }

  #draw(): void {
    if (this.#state === null) return;
    const { width, height, color } = this.#terminal;
    const linkOf = (file: string): string => this.#linkOf(join("exercises", file));
    this.#terminal.draw(screenLines(this.#state, { width, height, color, linkOf }));
  }

  /** A path that a terminal can open: as a link where it knows links, else as it is. */
  #linkOf(path: string): string {
    const { href } = pathToFileURL(join(this.#settings.course.root, path));
    return terminalLink(path, href, { fallback: false });
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case "grade":
        this.#grade(effect.id);
        break;
      case "save-progress":
        saveFile(this.#settings.progressFile, progressText(effect.progress));
        break;
      case "lesson":
        this.#lesson(this.#placement(effect.id).topic.id);
        break;
      case "explain":
        this.#explain(effect.id);
        break;
      case "example":
        this.#example(this.#placement(effect.id).topic.id);
        break;
      case "reset":
        this.#reset(this.#placement(effect.id).file);
        break;
      case "cards":
        void this.#told(this.#cards(effect.id, () => ""));
        break;
      case "answer":
        void this.#told(this.#answer(effect));
        break;
      case "check-all":
        for (const id of this.#placements.keys()) this.#grade(id);
        void this.#queue.idle().then(() => this.#handle({ type: "notice", text: this.#tally() }));
        break;
      case "quit":
        this.#quit();
        break;
    }
  }

  #grade(id: string): void {
    this.#queue.add(id, this.#state !== null && currentItem(this.#state).id === id);
  }

  async #gradeNow(id: string): Promise<void> {
    const placement = this.#placement(id);
    const { exercisesFolder } = this.#settings.course;
    const record = await gradeSubmission(
      [placement],
      "exercises",
      (file) => collect(exercisesFolder, file),
      this.#options,
    );
    this.#handle({ type: "graded", id, outcome: outcomeOf(record) });
    this.#warm(); // only now: what starts beside a run slows it down
    if (record.exercises[0]?.verdict !== "not-started") this.#typecheck(placement);
  }

  /** Makes the next save's processes ready; a run may end after the learner has quit. */
  #warm(): void {
    if (this.#isOver) return;
    const { bundles, options } = this.#settings;
    this.#judge.warm({ bundles, isolation: options.isolation });
    warmInspectors(bundles.guestFolder, options.isolation);
  }

  /** How everything stands, in one line. */
  #tally(): string {
    const outcomes = [...(this.#state?.outcomes.values() ?? [])];
    const passed = outcomes.filter(({ isPassed }) => isPassed).length;
    const failing = outcomes.filter(({ isPassed, isStarted }) => isStarted && !isPassed).length;
    return `all checked: ${passed} passed, ${failing} failing, ${outcomes.length - passed - failing} not started`;
  }

  /** What goes wrong on our side is said in one line, and the session goes on. */
  #told(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      this.#handle({ type: "notice", text: `the grader failed: ${message.split("\n")[0]}` });
    });
  }

  #typecheck({ exercise, file }: Placement): void {
    const { course, cacheFolder } = this.#settings;
    void typeErrors(course.root, cacheFolder, file).then((errors) =>
      this.#handle({ type: "typed", id: exercise.id, errors }),
    );
  }

  #lesson(topic: string): void {
    const file = join(this.#settings.course.exercisesFolder, topic, "README.md");
    const text = existsSync(file) ? readFileSync(file, "utf8") : `${file} does not exist`;
    const title = this.#linkOf(join("exercises", topic, "README.md"));
    this.#handle({ type: "text", title, lines: (look) => lessonLines(text, look) });
  }

  #explain(id: string): void {
    const { exercisesFolder, solutionsFolder } = this.#settings.course;
    if (this.#state?.outcomes.get(id)?.isPassed !== true) {
      this.#handle({
        type: "notice",
        text: "the explanation comes when the exercise passes; h gives a hint",
      });
      return;
    }
    const placement = this.#placement(id);
    this.#handle({
      type: "text",
      title: `${id} ${placement.exercise.name}: passed`,
      lines: (look) => afterPassing(placement, exercisesFolder, solutionsFolder, look),
    });
  }

  /** Puts the exercise's cards on the screen; `notice` says what is new about them. */
  async #cards(id: string, notice: (deck: Deck) => string): Promise<void> {
    const { exercisesFolder } = this.#settings.course;
    const { file } = this.#placement(id);
    const deck = await loadDeck(deckFile(exercisesFolder, file));
    if (deck === null) {
      this.#handle({ type: "notice", text: "this exercise has no cards" });
      return;
    }
    const said = notice(deck);
    const text = textIn(collect(exercisesFolder, file));
    // The decks' arrays are the bundle's, and so is what this name means by now.
    const library = await import("@deep-dive/ndarray");
    const table = cardTable(id, deck, this.#options.seed, text, (card) =>
      pictureOfCard(card, library),
    );
    this.#handle({ type: "cards", table, notice: said });
  }

  /** Writes an answer into the learner's file; the watch sees that it was saved. */
  async #answer({ id, card, typed }: Extract<Effect, { type: "answer" }>): Promise<void> {
    const { exercisesFolder } = this.#settings.course;
    const { file } = this.#placement(id);
    await this.#cards(id, (deck) => {
      const text = textIn(collect(exercisesFolder, file));
      const written = answered(deck, this.#options.seed, text, card, typed);
      if (written.kind === "refused") return written.why;
      saveFile(join(exercisesFolder, file), written.text);
      return "";
    });
  }

  #example(topic: string): void {
    const { exercisesFolder } = this.#settings.course;
    const names = exampleNames(exercisesFolder, topic);
    const text = names.length === 0 ? "this topic has no example" : `running ${names[0]}…`;
    this.#handle({ type: "notice", text });
    if (names.length === 0) return;
    void this.#told(
      firstExample(exercisesFolder, topic).then(({ title, lines }) =>
        this.#handle({ type: "text", title, lines: () => lines }),
      ),
    );
  }

  #reset(file: string): void {
    const backup = resetStub(this.#settings.course, file);
    const text =
      backup === null
        ? `the stub of ${file} is nowhere to be found, so nothing was reset`
        : `the stub is back; your text is in ${backup}`;
    this.#handle({ type: "notice", text });
  }

  #placement(id: string): Placement {
    return this.#placements.get(id)!; // ids come from the items, which were made from these
  }

  #quit(): void {
    this.#isOver = true;
    this.#queue.clear();
    this.#terminal.close();
    this.#judge.kill();
    coolInspectors();
    void this.#watch.close().then(() => this.#finish(0));
  }
}

function textIn(collected: ReturnType<typeof collect>): string {
  return collected.kind === "text" ? collected.text : "";
}

/** The memory that a question is about; strides and offset are often what is asked. */
function pictureOfCard({ shows }: Card, library: Library): Picture | null {
  if (shows === undefined) return null;
  const picture = arrayPicture(shows(), library);
  return { ...picture, facts: picture.facts.filter(({ name }) => /dtype|shape|owner/.test(name)) };
}
