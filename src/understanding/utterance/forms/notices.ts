/**
 * How a language speaks of what people should know. Each pattern is over a whole text in lower case without its last mark; group
 * `until` is a time of day or a day, `for` a duration.
 */
export interface NoticeForms {
  /** What is new is asked: "any news", 有什么通知. */
  readonly news: readonly RegExp[];
  /** Whether all is well at home is asked: "is everything ok at home", 家里一切正常吗. */
  readonly well: readonly RegExp[];
  /** All of it, read or not: "read them again". */
  readonly again: readonly RegExp[];
  /** It is read. */
  readonly read: readonly RegExp[];
  /** Nobody shall be disturbed, until some time, for a while, or without saying how long. */
  readonly quiet: readonly RegExp[];
  /** That is over. */
  readonly loud: readonly RegExp[];
  /** A sentence that says when, around the words of it: as the stages read a reminder. */
  readonly at: (until: string) => string;
  readonly in: (span: string) => string;
  /** Parts of a day that are said without an hour, and when they begin; `day`: of tomorrow, whatever the hour. */
  readonly parts: readonly { readonly said: RegExp; readonly hour: number; readonly tomorrow: boolean }[];
}
