/**
 * Which stub was saved: file events where the system has them, polling where it does not.
 */
import { relative, sep } from "node:path";
import { type FSWatcher, watch as watchFiles } from "chokidar";

export interface StubWatch {
  close(): Promise<void>;
}

/**
 * Calls `onSaved` with `03-memory/07-x.ts` after each save below `folder`, and `onReady` once it sees them: what was
 * saved before that went unseen.
 */
export function watchStubs(
  folder: string,
  onSaved: (file: string) => void,
  onReady: () => void,
  watch: typeof watchFiles = watchFiles,
): StubWatch {
  let watcher = start(false);

  function start(usePolling: boolean): FSWatcher {
    const found = watch(folder, {
      ignoreInitial: true,
      usePolling,
      interval: 200,
      ignored: (path) => path.includes("node_modules"),
    });
    const saved = (path: string): void => {
      const file = relative(folder, path).split(sep).join("/");
      if (/^\d\d-[\w-]+\/\d\d-[\w-]+\.ts$/.test(file)) onSaved(file);
    };
    found.on("change", saved).on("add", saved).on("ready", onReady);
    // Too many watches, or a file system without events: look again by oneself.
    found.on("error", () => {
      if (usePolling) return;
      void found.close();
      watcher = start(true);
    });
    return found;
  }

  return { close: () => watcher.close() };
}
