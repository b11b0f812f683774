/**
 * Patterns for what surrounds commands in one language: address, courtesy, reasons, repairs. Most are sticky and run over the
 * text in lower case; matches are whole words. A language without one of these leaves the list empty.
 */
export interface UtteranceForms {
  /** At the beginning of a part: address, courtesy, urgency. */
  readonly openings: readonly RegExp[];
  /** The same at its end. */
  readonly closings: readonly RegExp[];
  /** At the beginning: a wish, so that a state behind it is a command ("I'd like … open"). */
  readonly wishes: readonly RegExp[];
  /** Anywhere in a part: a passive request ("… needs to be switched on"). */
  readonly passives: readonly RegExp[];
  /** Begins a reason, which lasts up to a mark or a conclusion. */
  readonly because: readonly RegExp[];
  /** Begins a statement without a mark between it and the command: a state of something or somebody. */
  readonly statements: readonly RegExp[];
  /** A whole statement of fact without a mark between it and the command: 天黑了, 我要睡了. */
  readonly facts: readonly RegExp[];
  /** A conclusion: ends a reason and begins the command. */
  readonly so: readonly RegExp[];
  /** Begins a repair, which replaces what was said before. */
  readonly repairs: readonly RegExp[];
  /** A repair that needs no mark before it: "the hall lamp no wait the study lamp". Sticky. */
  readonly interruptions: readonly RegExp[];
  /** The same, only before a bare name: "the hall lamp sorry the study lamp". Sticky. */
  readonly corrections: readonly RegExp[];
  /** Within a part: begins a clarification ("…, I mean the temperature"). */
  readonly clarifies: readonly RegExp[];
  /** At the end of a part: a reason right after the command. */
  readonly afterthoughts: readonly RegExp[];
  /** At the beginning of a part: a request for anything, so that it is no reason. */
  readonly asksFor: RegExp;
  /** At the beginning of a part: the wrong one of a contrast ("not the hall, the study"). */
  readonly contrasts: readonly RegExp[];
  /** At the beginning of a part: the right one of a contrast. */
  readonly affirmed: readonly RegExp[];
  /** At the beginning: an impersonal statement ("there is a smell in the hall"). */
  readonly impersonal: RegExp;
  /** To the end of a part, after a command: a retraction. Sticky. */
  readonly retracts: readonly RegExp[];
  /** At the beginning of a part: a subject, so that it is a statement. */
  readonly subjects: readonly RegExp[];
  /** A whole part: somebody did something to a thing, so that it is a report. */
  readonly doers: readonly RegExp[];
  /** Anywhere in an utterance: a quotation, words to somebody else, a wish or a joke, so that none of it commands. */
  readonly quotes: readonly RegExp[];
  /** In a part: an indirect question, so that its "if" or "whether" is no condition. */
  readonly wonders: readonly RegExp[];
  /** A whole part: a warning, so that it is a reason ("别冻着孩子", "so we don't wake the baby"). */
  readonly warnings: readonly RegExp[];
  /** Right after the command: a complaint, so that it is a reason. */
  readonly complaints: readonly RegExp[];
  /** Beginning of a state that should have changed by now: 还亮着, 没锁. */
  readonly overdue: readonly RegExp[];
  /** Anywhere in a part: an event to wait for, so that it is no reason ("once the film is over"). */
  readonly moments: readonly RegExp[];
  /** Anywhere in a part: a statement about the past, or about something that is so already. */
  readonly past: RegExp;
  /** Anywhere in a part: a statement about the future. */
  readonly coming: RegExp;
  /** At the end of a part: a statement. */
  readonly tellings: readonly RegExp[];
  /** A word that makes its sentence a report, a question or a denial: who, whether, that somebody says. */
  readonly moods: RegExp;
  /** A whole utterance: it may be a question about an ability of a thing. */
  readonly abilities: readonly RegExp[];
  /** A whole utterance: it may be a question about what somebody can, may or should do. */
  readonly permissions: readonly RegExp[];
  /** Beginning of a request without a mark or a conclusion before it. */
  readonly requests: readonly RegExp[];
  /** In an answer that picks one of several: words around the description ("the one that …"). */
  readonly picks: readonly RegExp[];
  /** Setting a mode, whether or not there is one of that name; group `mode`: the name. */
  readonly modes: readonly RegExp[];
}
