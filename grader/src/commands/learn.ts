/**
 * `learn`: watch mode. Shows the current exercise, reruns it at every save, and answers to keys.
 *
 * Ties the state machine to the terminal, the files and one judge that stays warm.
 */
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { collect } from "../course/collect.ts";
import { type Placement, selectExercises } from "../course/find.ts";
import { progressText, readProgress } from "../course/progress-file.ts";
import { originalStub } from "../course/stubs.ts";
import { Judge } from "../judge/client.ts";
import { gradeSubmission } from "../judge/grade.ts";
import { itemOf, outcomeOf } from "../learn/items.ts";
import { screenLines } from "../learn/screen.ts";
import {
  type Effect,
  type LearnEvent,
  type LearnState,
  begin,
  currentItem,
  step,
} from "../learn/state.ts";
import { openTerminal } from "../learn/terminal.ts";
import { typeErrors } from "../learn/typecheck.ts";
import { watchStubs } from "../learn/watch.ts";
import { saveFile } from "../report/save.ts";
import { type Command, type CommandInput, UsageError, textOption } from "./command.ts";
import { afterPassing } from "./hint.ts";
import {
  GRADING_OPTIONS,
  type Setting,
  gradeOptions,
  openSetting,
  progressFile,
} from "./setting.ts";

export const command: Command = {
  summary: "watch mode: the current exercise, rerun at every save",
  usage: "[--track fast] [--seed N]",
  options: { ...GRADING_OPTIONS, track: { type: "string" } },
  run,
};

async function run(input: CommandInput): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError("learn needs a terminal; npm run grade -- 3.07 works without one");
  const setting = await openSetting(input);
  const placements = selectExercises(
    setting.course,
    [],
    textOption(input, "track") === "fast" ? "fast" : undefined,
  );
  if (placements.length === 0) throw new UsageError("there is no exercise to learn from");
  const progress = readProgress(progressFile(setting.course));
  return new Promise((resolve) => new Session(input, setting, placements, resolve).start(progress));
}

class Session {
  readonly #terminal = openTerminal(process.stdin, process.stdout);
  readonly #judge = new Judge();
  readonly #input: CommandInput;
  readonly #setting: Setting;
  readonly #placements: ReadonlyMap<string, Placement>;
  readonly #finish: (code: number) => void;
  readonly #watch;
  #state: LearnState | null = null;
  /** Gradings run one after another: the judge has one job at a time. */
  #queue: Promise<void> = Promise.resolve();
  readonly #wanted = new Set<string>();

  constructor(
    input: CommandInput,
    setting: Setting,
    placements: readonly Placement[],
    finish: (code: number) => void,
  ) {
    this.#input = input;
    this.#setting = setting;
    this.#placements = new Map(placements.map((p) => [p.exercise.id, p]));
    this.#finish = finish;
    this.#watch = watchStubs(
      setting.course.exercisesFolder,
      (file) => this.#handle({ type: "saved", file }),
      () => {
        if (this.#state !== null) this.#grade(currentItem(this.#state).id);
      },
    );
  }

  start(progress: Parameters<typeof begin>[1]): void {
    this.#terminal.onKey((name, text) => this.#handle({ type: "key", name, text }));
    this.#terminal.onResize(() => this.#draw());
    process.once("SIGTERM", () => this.#quit());
    const items = [...this.#placements.values()].map((p) =>
      itemOf(p, this.#setting.course.exercisesFolder),
    );
    this.#apply(begin(items, progress));
  }

  #handle(event: LearnEvent): void {
    if (this.#state !== null) this.#apply(step(this.#state, event));
  }

  #apply([state, effects]: readonly [LearnState, readonly Effect[]]): void {
    this.#state = state;
    this.#draw();
    for (const effect of effects) this.#perform(effect);
  }

  #draw(): void {
    if (this.#state === null) return;
    const { width, height, color } = this.#terminal;
    const linkOf = ({ file }: { file: string }): string => join("exercises", file);
    this.#terminal.draw(screenLines(this.#state, { width, height, color, linkOf }));
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case "grade":
        this.#grade(effect.id);
        break;
      case "save-progress":
        saveFile(progressFile(this.#setting.course), progressText(effect.progress));
        break;
      case "lesson":
        this.#showFile(this.#placement(effect.id).topic.id, "README.md");
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
      case "check-all":
        for (const id of this.#placements.keys()) this.#grade(id);
        break;
      case "quit":
        this.#quit();
        break;
    }
  }

  /** Puts one exercise into the queue; one that already waits is not put there again. */
  #grade(id: string): void {
    if (this.#wanted.has(id)) return;
    this.#wanted.add(id);
    this.#queue = this.#queue.then(async () => {
      this.#wanted.delete(id);
      const placement = this.#placement(id);
      const { exercisesFolder } = this.#setting.course;
      const options = {
        ...gradeOptions(this.#input, this.#setting),
        timing: false,
        judge: this.#judge,
      };
      const record = await gradeSubmission(
        [placement],
        "exercises",
        (file) => collect(exercisesFolder, file),
        options,
      );
      this.#handle({ type: "graded", id, outcome: outcomeOf(record) });
      if (record.exercises[0]?.verdict !== "not-started") this.#typecheck(placement);
    });
  }

  #typecheck({ exercise, file }: Placement): void {
    const { course, cacheFolder } = this.#setting;
    void typeErrors(course.root, cacheFolder, file).then((errors) =>
      this.#handle({ type: "typed", id: exercise.id, errors }),
    );
  }

  #showFile(topic: string, name: string): void {
    const file = join(this.#setting.course.exercisesFolder, topic, name);
    const lines = existsSync(file)
      ? readFileSync(file, "utf8").split("\n")
      : [`${file} does not exist`];
    this.#handle({ type: "text", title: pathToFileURL(file).href, lines });
  }

  #explain(id: string): void {
    const { exercisesFolder, solutionsFolder } = this.#setting.course;
    if (this.#state?.outcomes.get(id)?.isPassed !== true) {
      this.#handle({
        type: "notice",
        text: "the explanation comes when the exercise passes; h gives a hint",
      });
      return;
    }
    const [title, ...lines] = afterPassing(
      this.#placement(id),
      exercisesFolder,
      solutionsFolder,
    ).split("\n");
    this.#handle({ type: "text", title: title ?? "", lines });
  }

  /** Runs the topic's first example, and says which others there are. */
  #example(topic: string): void {
    const folder = join(this.#setting.course.exercisesFolder, topic, "examples");
    const names = existsSync(folder)
      ? readdirSync(folder)
          .filter((f) => f.endsWith(".ts"))
          .sort()
      : [];
    const [first, ...rest] = names;
    if (first === undefined) {
      this.#handle({ type: "notice", text: "this topic has no example" });
      return;
    }
    this.#handle({ type: "notice", text: `running ${first}…` });
    execFile(
      process.execPath,
      [join(folder, first)],
      { timeout: 120_000 },
      (error, output, fault) => {
        const others =
          rest.length === 0
            ? []
            : [
                "",
                "Others:",
                ...rest.map((f) => `  npm run example -- ${topic}/${f.slice(0, -3)}`),
              ];
        this.#handle({
          type: "text",
          title: `${topic}/examples/${first}`,
          lines: [...(error === null ? output : fault).split("\n"), ...others],
        });
      },
    );
  }

  /** The stub as the course ships it; the learner's text goes to a backup beside it first. */
  #reset(file: string): void {
    const { root, exercisesFolder, stubIds } = this.#setting.course;
    const stub = originalStub(root, file, stubIds);
    if (stub === null) {
      this.#handle({
        type: "notice",
        text: `the stub of ${file} is nowhere to be found, so nothing was reset`,
      });
      return;
    }
    const path = join(exercisesFolder, file);
    const backup = `${path}.${new Date().toISOString().replaceAll(/[:.]/g, "-")}.bak`;
    copyFileSync(path, backup);
    saveFile(path, stub);
    this.#handle({ type: "notice", text: `the stub is back; your text is in ${backup}` });
  }

  #placement(id: string): Placement {
    return this.#placements.get(id)!; // ids come from the items, which were made from these
  }

  #quit(): void {
    this.#terminal.close();
    this.#judge.kill();
    void this.#watch.close().then(() => this.#finish(0));
  }
}
