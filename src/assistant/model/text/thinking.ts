/**
 * Marks of models around their thinking, which a server should have removed: `<think>`, `</thinking>`, `[/THINK]`, `◁/think▷`,
 * `<|END_THINKING|>`, `<|channel|>final<|message|>`. A mark quoted as code does not count.
 */
const MARK =
  /(?<!`)(?:(?i:[<◁]\s{0,3}\/?\s{0,3}[\w:|/]{0,20}(?:think|thought|reason|reflect|scratchpad)[\w:|]{0,20}\s{0,3}[>▷])|\[\s{0,3}\/?\s{0,3}THINK(?:ING)?\s{0,3}\]|<\|channel\|>\s*(?:analysis|commentary|final)[^<=]{0,80}<\|message\|>)/g;
/** A mark that ends thinking. */
const END = /^.\s*\/|[<|_:>](?:end|final)/i;
/** Longest mark, in UTF-16 units: text that may begin one is held back up to this length. */
const LONGEST_MARK = 140;

/** The text that one piece of an answer adds. */
export interface VisibleText {
  readonly text: string;
  /** An end mark without a begin mark: all text before it was thinking. */
  readonly restarted: boolean;
}

/** Removes thinking from an answer while it arrives, in linear time. */
export class ThinkingFilter {
  #hidden = false;
  #ended = false;
  /** Text held back because it may begin a mark. */
  #rest = "";

  /** Whether the answer has had an end mark, so that the following text is for people. */
  get ended(): boolean {
    return this.#ended;
  }

  push(piece: string): VisibleText {
    return this.#read(this.#rest + piece, false);
  }

  /** The rest at the end of the answer. */
  end(): VisibleText {
    return this.#read(this.#rest, true);
  }

  #read(given: string, over: boolean): VisibleText {
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

/** The index from which the end of a text may become a mark; its length when it cannot. */
function beginningOfMark(text: string): number {
  const end = text.slice(-LONGEST_MARK);
  const at = /`$|`?[<[◁](?:\s{0,3}\/?\s{0,3}[^<>[\]◁▷\s`]*\s{0,3}|\|channel\|?>?[^<]*(?:<[|a-z]*)?)$/.exec(end)?.index;
  return at === undefined ? text.length : text.length - end.length + at;
}

/** A text without thinking; empty while the thinking has not ended. */
export function withoutThinking(text: string): string {
  const filter = new ThinkingFilter();
  const first = filter.push(text);
  const last = filter.end();
  return last.restarted ? last.text : first.text + last.text;
}
