import type { Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Automation } from "../definition/index.ts";
import { nameIn } from "./words.ts";

/** What sentences about definitions need besides the definition. */
export interface Wording {
  readonly home: Home;
  readonly now: number;
  /** The scene with this id, for its name. */
  readonly scene: (id: string) => Named | undefined;
  readonly automation: (id: string) => Automation | undefined;
}

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** A definition's name in the language, where name and aliases have one. */
export function ownName({ name, aliases = [] }: Named, language: Language): string {
  return nameIn(language, { name, aliases });
}

/** A scene's name as a sentence quotes it: "Movie night", 电影之夜; its id when it is gone. */
export function sceneName(id: string, language: Language, { scene }: Wording): string {
  const known = scene(id);
  return known ? ownName(known, language) : id;
}
