/**
 * One line of progress on a terminal, rewritten as work goes on; nothing on a pipe.
 *
 * Knows a stream; no grading.
 */
import type { WriteStream } from "node:tty";
import type { Progress } from "../judge/grade.ts";

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

export function progressLine(stream: NodeJS.WriteStream & Partial<WriteStream>): ProgressLine {
  let isShown = false;
  return {
    show({ done, total, current }) {
      if (stream.isTTY !== true) return;
      const width = 20;
      const filled = total === 0 ? 0 : Math.round((done / total) * width);
      stream.write(
        `\r\x1b[2K${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total} ${current}`,
      );
      isShown = true;
    },
    clear() {
      if (isShown) stream.write("\r\x1b[2K");
      isShown = false;
    },
  };
}
