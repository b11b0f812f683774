/**
 * Marks that models put around what they think and that a server should have taken out of the text: `<think>`,
 * `</thinking>`, `[/THINK]`, `◁/think▷`, `<|END_THINKING|>`, `<|channel|>final<|message|>`. Text that quotes one as code
 * is left alone.
 */
const MARK =
  /(?<!`)(?:(?i:[<◁]\s{0,3}\/?\s{0,3}[\w:|/]{0,20}(?:think|thought|reason|reflect|scratchpad)[\w:|]{0,20}\s{0,3}[>▷])|\[\s{0,3}\/?\s{0,3}THINK(?:ING)?\s{0,3}\]|<\|channel\|>\s*(?:analysis|commentary|final)[^<=]{0,80}<\|message\|>)/g;
/** One that ends what is hidden. */
const END = /^.\s*\/|[<|_:>](?:end|final)/i;
/** The longest beginning of a mark that is waited for, in UTF-16 units. */
const LONGEST_MARK = 140;

/** What one piece of an answer adds to what may be shown. */
export interface Shown {
  readonly text: string;
  /** What was shown before this piece was thinking: its end came without a beginning. */
  readonly restarted: boolean;
}

/** Takes what a model thinks out of its answer while it comes. Each character is looked at once. */
export class ThinkingFilter {
  #hidden = false;
  #ended = false;
  /** What may be the beginning of a mark. */
  #rest = "";

  /** Whether thinking has ended somewhere in the answer: what follows is meant for people. */
  get ended(): boolean {
    return this.#ended;
  }

  push(piece: string): Shown {
    return this.#read(this.#rest + piece, false);
  }

  /** What is left when the answer is over. */
  end(): Shown {
    return this.#read(this.#rest, true);
  }

  #read(given: string, over: boolean): Shown {
    let text = "";
    let restarted = false;
    let from = 0;
    for (const mark of given.matchAll(MARK)) {
      if (!this.#hidden) text += given.slice(from, mark.index);
      from = mark.index + mark[0].length;
      const ends = END.test(mark[0]);
      if (ends) this.#ended = true;
      if (ends && !this.#hidden) {
        text = "";
        restarted = true;
      }
      this.#hidden = !ends;
    }
    const until = over ? given.length : Math.max(from, beginningOfMark(given));
    this.#rest = given.slice(until);
    if (!this.#hidden) text += given.slice(from, until);
    return { text, restarted };
  }
}

/** Where the end of the text may turn out to be a mark; its length when it cannot. */
function beginningOfMark(text: string): number {
  const end = text.slice(-LONGEST_MARK);
  const at = /`$|`?[<[◁](?:\s{0,3}\/?\s{0,3}[^<>[\]◁▷\s`]*\s{0,3}|\|channel\|?>?[^<]*(?:<[|a-z]*)?)$/.exec(end)?.index;
  return at === undefined ? text.length : text.length - end.length + at;
}

/** The text without what the model thought; empty while that has not ended. */
export function withoutThinking(text: string): string {
  const filter = new ThinkingFilter();
  const first = filter.push(text);
  const last = filter.end();
  return last.restarted ? last.text : first.text + last.text;
}
