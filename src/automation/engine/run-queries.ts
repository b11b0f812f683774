import { JiaError, type Origin } from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import { notFound } from "../check/problems.ts";
import { type RunWords, runWords } from "../describe/run.ts";
import type { Wording } from "../describe/wording.ts";
import type { RunFilter, Runs, SavedAutomation } from "../port.ts";
import type { Run } from "../runs/run.ts";
import type { RunStorage } from "../storage.ts";
import type { RunManager } from "./run-manager.ts";

export interface RunQueriesOptions {
  readonly storage: RunStorage;
  readonly manager: RunManager;
  readonly automation: (id: string) => SavedAutomation | undefined;
  readonly wording: () => Wording;
  /**
   * Checks that a run belongs to `origin`.
   * @throws JiaError `forbidden`
   */
  readonly requireOwn: (owned: { readonly by?: string | undefined }, origin: Origin) => void;
}

/** Lists, describes and stops runs: those that are under way, and those in the store. */
export class RunQueries implements Runs {
  readonly #options: RunQueriesOptions;

  constructor(options: RunQueriesOptions) {
    this.#options = options;
  }

  list(filter: RunFilter = {}): Promise<readonly Run[]> {
    return this.#options.storage.list(filter);
  }

  async get(id: string): Promise<Run | undefined> {
    return this.#options.manager.running(id) ?? (await this.#options.storage.get(id));
  }

  describe(run: Run, language: Language): RunWords {
    const saved = this.#options.automation(run.of);
    const unchanged = saved && saved.updatedAt <= run.startedAt ? saved.definition : undefined;
    return runWords(run, unchanged, language, this.#options.wording());
  }

  /**
   * Stops a run. Adults may stop every run, children and guests those that they began or whose definition they made.
   */
  async stop(id: string, origin: Origin): Promise<void> {
    const running = this.#options.manager.running(id);
    if (running) {
      const by = running.origin.person ?? this.#options.automation(running.of)?.definition.by;
      this.#options.requireOwn({ by }, origin);
    }
    if (this.#options.manager.stop(id, message("traces.byHand"))) return;
    const run = await this.#options.storage.get(id);
    throw run ? new JiaError("conflict", { detail: message("problems.runEnded") }) : notFound("run", id);
  }
}
