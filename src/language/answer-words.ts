/** The words for yes, no and "leave it" in a language. Phrases are separated by commas, lower case, simplified. */
export interface AnswerWords {
  /** Words that also occur in other sentences; the lexicon of sentences takes them from here. */
  readonly sentence: { readonly yes: string; readonly no: string; readonly neverMind: string };
  /** A yes only as the whole answer. */
  readonly yes: string;
  /** Yeses that have the form of a question. */
  readonly rhetorical: string;
  /** A no only as the whole answer. */
  readonly no: string;
  /** Address and courtesy at either end, which change nothing. */
  readonly beside: string;
  /** Hesitations and conjunctions before the answer; behind it they would make it a doubt or a question. */
  readonly before: string;
  /** Words before a no that are a yes when they stand alone: "okay, leave it". */
  readonly beforeNo: string;
  /** Endings that turn the words before them into a question: "the left one, or?", 左边那个呢. */
  readonly asking: string;
  /** How a PIN is said. */
  readonly pin: PinWords;
}

export interface PinWords {
  /** The words for each digit, 0 to 9. */
  readonly digits: readonly string[];
  /** Words for a PIN. */
  readonly names: string;
  /** Phrases with such a word that mean something else: "color code". */
  readonly apart: string;
  /** Words between such a word and the digits behind it: "is", "number". */
  readonly between: string;
  /** The same, when the digits are denied: "is not". */
  readonly denied: string;
  /** Words between digits and such a word behind them: "is my". */
  readonly behind: string;
  /** Words before a time of day or a year: "at", "until". */
  readonly moments: string;
  /** Words before an amount that is compared: "above". */
  readonly amounts: string;
  /** Words beside the digits that change nothing: "it is", "my". */
  readonly beside: string;
}
