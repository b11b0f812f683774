import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Config } from "../config/index.ts";
import { type HomeFile, homeMessage, JiaError, nearest, type SpecSource } from "../home/index.ts";
import { type Language, languageNamed, languages } from "../language/index.ts";
import { readHomeFile } from "../library/index.ts";
import type { Owner } from "../store/index.ts";
import { homeName } from "./home.ts";

/** The example home that runs when nothing else is configured. */
const DEFAULT_HOME = "flat";

/**
 * The home file of the configuration: a path, or the name of an example of devices/homes/. Without one: the example when
 * devices are simulated, null with real ones.
 * @throws JiaError `invalid-home`
 */
export function configuredHomeFile(config: Config, root: string, specs: SpecSource): HomeFile | null {
  const given = config["home.file"];
  if (given === null && !simulates(config)) return null;
  const path = homeFilePath(given ?? DEFAULT_HOME, root);
  const file = readHomeFile(path, specs);
  if (languageNamed(file.language) !== null) return file;
  const values = languages().map((language) => JSON.stringify(language));
  const problem = homeMessage("problemAt", { place: "language", problem: homeMessage("mustBeOneOf", { values }) });
  throw new JiaError("invalid-home", { file: path, detail: homeMessage("lines", { lines: [problem] }) });
}

/** The identity of this home, to which its store belongs. */
export function configuredOwner(config: Config, root: string, file: HomeFile | null, language: Language): Owner {
  const given = config["home.file"] ?? DEFAULT_HOME;
  const path = homeFilePath(given, root);
  const example = dirname(path) === join(root, "devices", "homes");
  return {
    name: homeName(config, file, language),
    source: file === null ? "broker" : example ? basename(path, ".json") : path,
  };
}

/** Whether this process simulates the devices of the home file. */
export function simulates(config: Config): boolean {
  return config["simulator.enabled"] ?? config["mqtt.url"] === null;
}

/**
 * The path as it is given, or of the example with that name, where there is no such file and it has no extension.
 * @throws JiaError `invalid-home` naming the examples
 */
export function homeFilePath(given: string, root: string): string {
  if (existsSync(given)) return given;
  const folder = join(root, "devices", "homes");
  const example = join(folder, `${basename(given)}.json`);
  if (extname(given) === "" && existsSync(example)) return example;
  const examples = readdirSync(folder).map((name) => basename(name, ".json"));
  const near = nearest(basename(given, extname(given)), examples);
  const problem = homeMessage("noSuchFile", { near, examples: examples.sort() });
  throw new JiaError("invalid-home", { file: given, detail: homeMessage("lines", { lines: [problem] }) });
}
