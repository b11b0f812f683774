import type { AnswerWords } from "./answer-words.ts";
import type { messages } from "./en/messages.ts";
import type { Grammar } from "./grammar.ts";
import type { Language } from "./language.ts";
import type { SecretSigns } from "./secret-signs.ts";
import type { StatementWords } from "./statement-words.ts";
import type { TaskSigns } from "./task-signs.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WishSigns } from "./wish-signs.ts";

/** Every message of the product, by section and key. English defines which there are; the type checker holds every pack to it. */
export type Messages = Widened<typeof messages>;

type Widened<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends (...values: never) => unknown
      ? Tree[Key]
      : Widened<Tree[Key]>;
};

/** One language: all that the product says in it. */
export interface Pack {
  /** BCP 47 primary subtag: "en". */
  readonly code: Language;
  /** BCP 47 tag for `Intl`: "en-GB". */
  readonly locale: string;
  /** Its names in lower case, its own name first; `--language` takes them beside the code. */
  readonly names: readonly [string, ...string[]];
  /** Whether a text is certainly in this language by its script. */
  writes(text: string): boolean;
  /** Whether no other pack uses its script: a text in another script is not in this language. */
  readonly ownScript: boolean;
  /** Nouns tell whether one or several are meant: "the lamp" is one. */
  readonly marksPlural: boolean;
  /** Whether specs are written in this language: their descriptions are used as they are. */
  readonly ofSpecs: boolean;
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
  readonly messages: Messages;
  /** Parts of names of devices that must keep running, separated by commas. */
  readonly essentialNames: string;
  /** Names of the home's main valve, separated by commas. */
  readonly mainValves: string;
  /** The words for yes and no. */
  readonly answerWords: AnswerWords;
  /** Words that show whether a sentence states something. */
  readonly statementWords: StatementWords;
  /** Signs of what a person wants. */
  readonly wishSigns: WishSigns;
  /** Whether a text contains a PIN, a password or another secret. */
  readonly secretSigns: SecretSigns;
  /** Words by which chat programs ask about a chat. */
  readonly taskSigns: TaskSigns;
}
