/** Words by which a chat program asks a model about a chat, instead of passing on what a person says. */
export interface TaskSigns {
  /** Asks for the title of a chat. */
  readonly title: RegExp;
  /** Asks to sum a chat up, or for questions, keywords, searches or tags from it. */
  readonly chore: RegExp;
  /** A line that quotes one who speaks in a chat: "User: …". The words of the protocol (user, assistant) are known anyway. */
  readonly speakers: RegExp;
  /**
   * A time and a name that a voice client writes before a person's sentence. It is left out, so it must be nothing that a
   * person says: "2026-12-01 8:00 turn on the lamp" is for later.
   */
  readonly stamp: RegExp;
  /** How the reply is to be worded, at the end of a person's sentence: ", answer in at most 100 words". It is left out. */
  readonly manner: RegExp;
}
