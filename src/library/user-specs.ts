import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  type Clock,
  cleanText,
  errorMessage,
  homeMessage,
  issueProblem,
  JiaError,
  type Message,
  type Phrase,
  parseSpec,
  problemAt,
  type Spec,
  type SpecSource,
} from "../home/index.ts";
import { makeFolder } from "../make-folder.ts";
import type { SpecSite } from "./spec-site.ts";

export interface UserSpecsOptions {
  /** The specs that come with Jia, with their corrections; they win. */
  readonly library: SpecSource & { instance(model: string): unknown };
  /** The folder of instance files of the user and of fetched ones; it is made at the first fetch. */
  readonly folder: string;
  /** null: nothing is fetched. */
  readonly site: SpecSite | null;
  readonly clock: Clock;
  /** Called with the reason when a file or an answer cannot be used. */
  readonly onProblem: (problem: Message) => void;
}

/** An instance of the spec site, or a file of devices/ with its model. */
const SpecFile = z.union([
  z.looseObject({ model: z.string(), spec: z.looseObject({ type: z.string() }) }),
  z.looseObject({ type: z.string() }).transform((spec) => ({ model: null, spec })),
]);
const ModelFile = z.record(z.string(), z.string());
/** The file with the URNs of models from the site, keyed by model. */
const MODELS_FILE = "models.json";
/** How long a failed or unknown request is not repeated, in milliseconds. The network may be down when Jia starts. */
const ASK_AGAIN_MS = 3_600_000;

interface KnownSpec {
  readonly spec: Spec;
  readonly instance: unknown;
}

/**
 * Specs beyond those that come with Jia: from a folder, and from the public site when that is allowed. A question for an
 * unknown one starts a fetch in the background and is answered with "unknown"; ask again later.
 */
export class UserSpecs implements SpecSource {
  readonly #options: UserSpecsOptions;
  /** Keyed by URN. */
  readonly #byUrn = new Map<string, KnownSpec>();
  /** URN, keyed by model. */
  readonly #models = new Map<string, string>();
  /** When a request may be repeated, in milliseconds since the epoch; keyed by URN, or by `model …`. */
  readonly #askAgainAt = new Map<string, number>();
  readonly #stop = new AbortController();
  /** The end of the queue of fetches: one at a time. */
  #last: Promise<void> = Promise.resolve();
  #listed: Promise<Map<string, string>> | null = null;

  /** Reads the folder; files that are no specs are reported and left out. */
  constructor(options: UserSpecsOptions) {
    this.#options = options;
    for (const file of filesIn(options.folder)) this.#read(join(options.folder, file), file);
  }

  byUrn(urn: string): Spec | undefined {
    const known = this.#options.library.byUrn(urn) ?? this.#byUrn.get(urn)?.spec;
    if (!known && urn !== "") this.#ask(urn, () => this.#fetch(urn));
    return known;
  }

  byModel(model: string): Spec | undefined {
    const urn = this.#models.get(model);
    const known = this.#options.library.byModel(model) ?? (urn === undefined ? undefined : this.#byUrn.get(urn)?.spec);
    if (!known && model !== "") this.#ask(`model ${model}`, () => this.#fetchModel(model));
    return known;
  }

  /** The instance JSON of a model, for announcing it; undefined when it is not known. */
  instance(model: string): unknown {
    const urn = this.#models.get(model);
    return this.#options.library.instance(model) ?? (urn === undefined ? undefined : this.#byUrn.get(urn)?.instance);
  }

  /** Resolves when no fetch is in progress. */
  async settled(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }

  /** Aborts fetches in progress. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.settled();
  }

  #ask(what: string, fetchIt: () => Promise<void>): void {
    const { site, clock } = this.#options;
    const now = clock.now();
    if (!site || now < (this.#askAgainAt.get(what) ?? 0) || this.#stop.signal.aborted) return;
    this.#askAgainAt.set(what, now + ASK_AGAIN_MS);
    this.#last = this.#last.then(fetchIt).catch((error: unknown) => {
      this.#listed = null;
      if (!this.#stop.signal.aborted) this.#options.onProblem(problemAt(cleanText(what, 120), problemOf(error)));
    });
  }

  async #fetch(urn: string): Promise<void> {
    const { site, folder } = this.#options;
    if (!site || this.#byUrn.has(urn)) return;
    const instance = await site.instance(urn, this.#stop.signal);
    this.#byUrn.set(urn, { spec: parseSpec(instance), instance });
    save(folder, `${urn.replace(/[^\w.-]/g, "_")}.json`, instance);
  }

  async #fetchModel(model: string): Promise<void> {
    const { site, folder } = this.#options;
    if (!site) return;
    this.#listed ??= site.models(this.#stop.signal);
    const urn = (await this.#listed).get(model);
    if (urn === undefined)
      throw new JiaError("spec-site", { detail: homeMessage("noSuchModel", { model: cleanText(model) }) });
    await this.#fetch(urn);
    this.#models.set(model, urn);
    save(folder, MODELS_FILE, Object.fromEntries(this.#models));
  }

  #read(path: string, name: string): void {
    try {
      const data: unknown = JSON.parse(readFileSync(path, "utf8"));
      if (name === MODELS_FILE) {
        for (const [model, urn] of Object.entries(ModelFile.parse(data))) this.#models.set(model, urn);
        return;
      }
      const { model, spec } = SpecFile.parse(data);
      this.#byUrn.set(spec.type, { spec: parseSpec(spec), instance: spec });
      if (model !== null) this.#models.set(model, spec.type);
    } catch (error) {
      this.#options.onProblem(problemAt(name, problemOf(error)));
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return []; // The user has not made it.
  }
}

/** Writes a file beside and renames it, so that a crash leaves no half file. */
function save(folder: string, name: string, data: unknown): void {
  makeFolder(folder);
  const path = join(folder, name);
  writeFileSync(`${path}.new`, `${JSON.stringify(data, null, 1)}\n`);
  renameSync(`${path}.new`, path);
}

function problemOf(error: unknown): Phrase {
  if (error instanceof JiaError) return errorMessage(error);
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue) return issueProblem(issue);
  return cleanText(error instanceof Error ? error.message : String(error), 300);
}
