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
  /** The specs that come with Jia: asked first, with their corrections. */
  readonly library: SpecSource & { instance(model: string): unknown };
  /** A folder of instance files, filled by the user and by what was fetched; made when something is fetched. */
  readonly folder: string;
  /** null: nothing is fetched. */
  readonly site: SpecSite | null;
  readonly clock: Clock;
  /** Told why a file or an answer could not be used. */
  readonly onProblem: (problem: Message) => void;
}

/** An instance of the spec site, or a file of devices/ with its model. */
const SpecFile = z.union([
  z.looseObject({ model: z.string(), spec: z.looseObject({ type: z.string() }) }),
  z.looseObject({ type: z.string() }).transform((spec) => ({ model: null, spec })),
]);
const ModelFile = z.record(z.string(), z.string());
/** Which URN a model has, as the site listed it. */
const MODELS_FILE = "models.json";
/** The network may be down when Jia starts; a URN that the site does not know is not asked for all day. */
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
  /** When what was asked of the site (URNs, and models as `model …`) may be asked again, milliseconds since the epoch. */
  readonly #askAgainAt = new Map<string, number>();
  readonly #stop = new AbortController();
  /** The end of the queue of fetches: one at a time. */
  #last: Promise<void> = Promise.resolve();
  #listed: Promise<Map<string, string>> | null = null;

  /** Reads the folder; files that are no specs are told and left out. */
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

  /** Resolves when nothing is being fetched. */
  async settled(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }

  /** Ends fetches that are under way. */
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

/** Writes beside and renames, so that a crash leaves no half file. */
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
