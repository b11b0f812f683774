import type { Home, Phrase } from "../../home/index.ts";
import { type Named, namedPhrase } from "../../language/index.ts";

/** What sentences about definitions need besides the definition. */
export interface Wording {
  readonly home: Home;
  readonly now: number;
  /** The scene with this id, for its name. */
  readonly scene: (id: string) => Named | undefined;
  /** The automation with this id, for its name. */
  readonly automation: (id: string) => Named | undefined;
  /** The name of a person of the home, by id. */
  readonly resident?: (id: string) => string | undefined;
  /** What a scene does, where it is told beside its name. */
  readonly within?: (scene: string) => Phrase | null;
}

/** A scene's name as a sentence quotes it: "Movie night", 电影之夜; its id when it is gone. */
export function sceneName(id: string, { scene }: Wording): Phrase {
  const known = scene(id);
  return known ? namedPhrase(known) : id;
}
