/**
 * The terminal as watch mode uses it: keys in, a screen out, and everything put back at the end.
 */
import { emitKeypressEvents } from "node:readline";

export interface Terminal {
  readonly width: number;
  readonly height: number;
  readonly color: boolean;
  draw(lines: readonly string[]): void;
  onKey(listener: (name: string, text: string) => void): void;
  onResize(listener: () => void): void;
  close(): void;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly sequence?: string;
}

/** Takes the terminal over: raw keys, the other screen. `close` gives it back. */
export function openTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Terminal {
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.resume();
  output.write("\u001b[?1049h\u001b[?25l");
  let isOpen = true;
  return {
    get width() {
      return output.columns ?? 80;
    },
    get height() {
      return output.rows ?? 24;
    },
    color: output.hasColors(),
    draw(lines) {
      // Each line is cleared to its end, so that nothing flickers.
      if (isOpen)
        output.write(`\u001b[H${lines.map((line) => `${line}\u001b[K`).join("\r\n")}\u001b[J`);
    },
    onKey(listener) {
      input.on("keypress", (text: string | undefined, key: Key) => {
        const name = key.ctrl === true ? `ctrl-${key.name ?? ""}` : (key.name ?? text ?? "");
        listener(name, text ?? "");
      });
    },
    onResize(listener) {
      output.on("resize", listener);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      output.write("\u001b[?25h\u001b[?1049l");
      input.setRawMode(false);
      input.pause();
    },
  };
}
