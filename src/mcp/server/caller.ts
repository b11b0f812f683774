import type { Asker } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";

/** What a caller may do at most. `read`: look · `control`: also command what the policy allows. */
export type McpScope = "read" | "control";

interface CallerFacts {
  /** Tells callers apart: sessions and what waits for a yes belong to one of them. */
  readonly key: string;
  /** The person behind it, as far as it is known; never with a PIN. */
  readonly asker: Asker;
  /** The language of answers where a call names none. */
  readonly language: Language;
  /** Id of the room where the client stands; null when it is not known. */
  readonly room: string | null;
  /** Ids of the rooms that it may see; null: all. */
  readonly rooms: readonly string[] | null;
  readonly scopes: ReadonlySet<McpScope>;
}

/** Who sends a request, as the security of the API found out. */
export class McpCaller {
  readonly key: string;
  readonly asker: Asker;
  readonly language: Language;
  readonly room: string | null;
  readonly rooms: readonly string[] | null;
  readonly scopes: ReadonlySet<McpScope>;

  constructor({ key, asker, language, room, rooms, scopes }: CallerFacts) {
    const { pin: _, ...withoutPin } = asker;
    this.key = key;
    this.asker = withoutPin;
    this.language = language;
    this.room = room;
    this.rooms = rooms;
    this.scopes = scopes;
  }
}
