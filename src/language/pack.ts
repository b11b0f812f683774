import type { AnswerWords } from "./answer-words.ts";
import type { messages } from "./en/messages.ts";
import type { Grammar } from "./grammar.ts";
import type { Language } from "./language.ts";
import type { SecretSigns } from "./secret-signs.ts";
import type { StatementWords } from "./statement-words.ts";
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
  /** What people call it, in lower case, its own name first: what `--language` takes beside the code. */
  readonly names: readonly [string, ...string[]];
  /** Whether a text is certainly in this language by its script. */
  writes(text: string): boolean;
  /** The language has a script that no other pack has: what is not in it is not in the language. */
  readonly ownScript: boolean;
  /** Nouns tell whether one or several are meant: "the lamp" is one. */
  readonly marksPlural: boolean;
  /** Specs are written in this language: their own descriptions are said as they stand. */
  readonly ofSpecs: boolean;
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
  readonly messages: Messages;
  /** Parts of names of what must keep running, separated by commas. */
  readonly essentialNames: string;
  /** What the valve of all of the home is called, commas between the names. */
  readonly mainValves: string;
  /** How people say yes and no. */
  readonly answerWords: AnswerWords;
  /** By what it is seen whether a sentence states something. */
  readonly statementWords: StatementWords;
  /** What the form of a person's words shows of what they want. */
  readonly wishSigns: WishSigns;
  /** Whether a text gives away a PIN, a password or the like. */
  readonly secretSigns: SecretSigns;
}
