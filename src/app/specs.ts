import { join } from "node:path";
import type { Config } from "../config/index.ts";
import type { Clock } from "../home/index.ts";
import { type Language, textOf } from "../language/index.ts";
import { SpecLibrary, SpecSite, UserSpecs } from "../library/index.ts";

/** The specs that come with Jia, those of the user's folder, and, where it is allowed, those of the public site. */
export function configuredSpecs(
  config: Pick<Config, "data" | "specs.folder" | "specs.fetch">,
  root: string,
  clock: Clock,
  language: Language,
  warn: (text: string) => void,
): UserSpecs {
  return new UserSpecs({
    library: new SpecLibrary(join(root, "devices")),
    folder: config["specs.folder"] ?? join(config.data, "specs"),
    site: config["specs.fetch"] ? new SpecSite(fetch) : null,
    clock,
    onProblem: (problem) => warn(`specs: ${textOf(problem, language)}`),
  });
}
