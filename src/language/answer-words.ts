/** How a language says yes, no and "leave it". Phrases are separated by commas, lower case, simplified. */
export interface AnswerWords {
  /** Words that also stand in other sentences, so that the lexicon of sentences knows them. */
  readonly sentence: { readonly yes: string; readonly no: string; readonly neverMind: string };
  /** What is a yes only where it is the whole of an answer. */
  readonly yes: string;
  /** Yeses that have the form of a question. */
  readonly rhetorical: string;
  /** What is a no only where it is the whole of an answer. */
  readonly no: string;
  /** Address and courtesy at either end, which change nothing. */
  readonly beside: string;
  /** Hesitation and joining words that stand before the answer: after it they would make it a doubt or a question. */
  readonly before: string;
  /** What may come before a no, though it is a yes when it stands alone: "okay, leave it". */
  readonly beforeNo: string;
  /** What makes a question of the words before it: "the left one, or?", 左边那个呢. */
  readonly asking: string;
  /** How a PIN is said. */
  readonly pin: PinWords;
}

export interface PinWords {
  /** The words for each digit, 0 to 9. */
  readonly digits: readonly string[];
  /** What a PIN is called. */
  readonly names: string;
  /** Phrases with such a name that say something else: "color code". */
  readonly apart: string;
  /** What stands between such a name and the digits behind it: "is", "number". */
  readonly between: string;
  /** The same, where it is not these digits: "is not". */
  readonly denied: string;
  /** What stands between digits and such a name behind them: "is my". */
  readonly behind: string;
  /** What stands before a time of day or a year: "at", "until". */
  readonly moments: string;
  /** What stands before an amount that is compared: "above". */
  readonly amounts: string;
  /** Words that stand beside its digits and change nothing: "it is", "my". */
  readonly beside: string;
}
