import type { Home, Phrase } from "../../home/index.ts";
import { type Named, namedPhrase } from "../../language/index.ts";

/** The context of sentences about definitions. */
export interface Wording {
  readonly home: Home;
  readonly now: number;
  /** The name of the scene with this id. */
  readonly scene: (id: string) => Named | undefined;
  /** The name of the automation with this id. */
  readonly automation: (id: string) => Named | undefined;
  /** The name of a person of the home, by id. */
  readonly resident?: (id: string) => string | undefined;
  /** The effects of a scene, where they are told beside its name. */
  readonly within?: (scene: string) => Phrase | null;
}

/** A scene's name as a sentence quotes it: "Movie night", 电影之夜; its id when it is gone. */
export function sceneName(id: string, { scene }: Wording): Phrase {
  const known = scene(id);
  return known ? namedPhrase(known) : id;
}
