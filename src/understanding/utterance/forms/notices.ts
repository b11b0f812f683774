/**
 * Patterns for notices in one language. Each is over a whole text in lower case without its last mark. Groups: `until`: a time of
 * day or a day, `for`: a duration.
 */
export interface NoticeForms {
  /** Asks for new notices: "any news", 有什么通知. */
  readonly news: readonly RegExp[];
  /** Asks whether all is well at home: "is everything ok at home", 家里一切正常吗. */
  readonly well: readonly RegExp[];
  /** Asks for all notices, read or not: "read them again". */
  readonly again: readonly RegExp[];
  /** Marks notices as read. */
  readonly read: readonly RegExp[];
  /** Do not disturb, until a time, for a duration, or without an end. */
  readonly quiet: readonly RegExp[];
  /** Ends "do not disturb". */
  readonly loud: readonly RegExp[];
  /** Sentences around a time or a duration that the stages can read. */
  readonly at: (until: string) => string;
  readonly in: (span: string) => string;
  /** Parts of a day without an hour, with the hour in which they begin; `tomorrow`: always of tomorrow. */
  readonly parts: readonly { readonly said: RegExp; readonly hour: number; readonly tomorrow: boolean }[];
}
