import type { DeviceTarget } from "../ground/target.ts";
import type { HomeEntity, NameConflict } from "./entities.ts";
import type { DayEvent } from "./forms.ts";
import type { Preference } from "./preferences.ts";

/** An entry to remember, as it was read. */
export type MemoryEntryDraft =
  | { readonly kind: "name"; readonly name: string; readonly of: HomeEntity }
  /** `name`: an event of the day, or a name of its own. */
  | { readonly kind: "time"; readonly name: string; readonly clock: string; readonly weekdays: readonly number[] }
  | Preference
  /** `subject`: its subject, where it says that something changed. */
  | { readonly kind: "fact"; readonly subject: string | null };

/** What was asked about the memory. `told`: a word for remembering was said. */
export type MemoryRequest =
  | {
      readonly op: "remember";
      readonly entry: MemoryEntryDraft;
      /** Further entries in the same words, for other days. */
      readonly also?: readonly MemoryEntryDraft[];
      /** The text as it was said, without the request. */
      readonly text: string;
      /** It belongs to the speaker alone. */
      readonly personal: boolean;
      /** How long it holds, in words; null: forever. */
      readonly until: string | null;
    }
  /** Several devices may be meant. */
  | {
      readonly op: "name-one-of";
      readonly name: string;
      readonly options: readonly DeviceTarget[];
      readonly text: string;
      readonly personal: boolean;
    }
  | {
      readonly op: "refuse-name";
      readonly name: string;
      readonly trouble: NameConflict | { readonly kind: "no-thing"; readonly thing: string };
    }
  /** The half of the day is open. `name`: an event or a name of its own. */
  | { readonly op: "half"; readonly event: DayEvent | null; readonly name: string; readonly personal: boolean }
  | { readonly op: "ask"; readonly questions: readonly MemoryQuestion[] }
  /** What was remembered last. */
  | { readonly op: "forget-last" }
  | { readonly op: "forget-all" }
  /** `what`: in words; `event`: a time of the day; `name`: that of something. */
  | {
      readonly op: "forget";
      readonly what: string;
      readonly event: DayEvent | null;
      readonly name: string | null;
      /** It can be about nothing else. */
      readonly sure: boolean;
    };

/** A way in which a question may be about the memory; the first that something answers counts. `sure`: it is about nothing else. */
export type MemoryQuestion =
  | { readonly of: "all"; readonly me: boolean; readonly sure: true }
  /** `asked`: the whole question, where it may be about anything else. */
  | { readonly of: "about"; readonly words: string; readonly asked: string | null; readonly sure: boolean }
  /** In any words: what shares them answers it. */
  | { readonly of: "free"; readonly asked: string; readonly sure: false }
  | { readonly of: "time"; readonly event: DayEvent | null; readonly name: string; readonly sure: boolean }
  | { readonly of: "name"; readonly name: string; readonly sure: false }
  | { readonly of: "names"; readonly thing: HomeEntity; readonly sure: false }
  | { readonly of: "favourite"; readonly property: string; readonly sure: true }
  | { readonly of: "liking"; readonly thing: HomeEntity; readonly sure: false };
