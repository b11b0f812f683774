import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  Instance,
  invalidFile,
  issueProblem,
  parseSpec,
  type Spec,
  SpecOverride,
  type SpecSource,
} from "../home/index.ts";

const ModelFile = z.looseObject({ model: z.string(), spec: Instance });

/**
 * The specs of a devices/ folder: `<class>/<model>.json` with corrections in `overrides/<model>.json`. Files are found at
 * once and parsed when their model is first asked for.
 */
export class SpecLibrary implements SpecSource {
  /** Path of the model's file, keyed by model. */
  readonly #paths = new Map<string, string>();
  /** Parsed specs, keyed by model. */
  readonly #specs = new Map<string, Spec>();
  /** Model, keyed by urn; filled when `byUrn` is first called. */
  #urns: Map<string, string> | null = null;
  readonly #folder: string;

  /** @throws when the folder cannot be read */
  constructor(folder: string) {
    this.#folder = folder;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === "overrides" || entry.name === "homes") continue;
      for (const file of readdirSync(join(folder, entry.name))) {
        if (file.endsWith(".json")) this.#paths.set(file.slice(0, -5), join(folder, entry.name, file));
      }
    }
  }

  get models(): readonly string[] {
    return [...this.#paths.keys()];
  }

  byModel(model: string): Spec | undefined {
    const known = this.#specs.get(model);
    const path = this.#paths.get(model);
    if (known || !path) return known;
    const spec = parseSpec(this.#read(path).spec, this.#override(model));
    this.#specs.set(model, spec);
    return spec;
  }

  byUrn(urn: string): Spec | undefined {
    if (!this.#urns) {
      this.#urns = new Map();
      for (const [model, path] of this.#paths) this.#urns.set(this.#read(path).spec.type, model);
    }
    const model = this.#urns.get(urn);
    return model === undefined ? undefined : this.byModel(model);
  }

  /** The instance JSON of a model from its file, without corrections; undefined for an unknown model. */
  instance(model: string): unknown {
    const path = this.#paths.get(model);
    return path === undefined ? undefined : this.#read(path).spec;
  }

  #read(path: string): z.infer<typeof ModelFile> {
    const parsed = ModelFile.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!parsed.success) throw invalidFile(path, parsed.error.issues.slice(0, 1).map(issueProblem));
    return parsed.data;
  }

  #override(model: string): SpecOverride | undefined {
    let text: string;
    try {
      text = readFileSync(join(this.#folder, "overrides", `${model}.json`), "utf8");
    } catch {
      return undefined; // Most models need no correction.
    }
    return SpecOverride.parse(JSON.parse(text));
  }
}
