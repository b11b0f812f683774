/**
 * How a language dresses a command up. Each is a sticky pattern over the text in lower case; what it finds is whole words.
 * A language without one of these leaves the list empty.
 */
export interface UtteranceForms {
  /** At the beginning of a part: whom it is said to, how politely, how urgently. It says nothing about what to do. */
  readonly openings: readonly RegExp[];
  /** The same at its end. */
  readonly closings: readonly RegExp[];
  /** At the beginning: somebody wants what follows, so that how it shall be is a command ("I'd like … open"). */
  readonly wishes: readonly RegExp[];
  /** Anywhere in a part: what shall be done to a thing is said of the thing ("… needs to be switched on"). */
  readonly passives: readonly RegExp[];
  /** Begins a reason; what follows, up to a mark or a conclusion, does not command. */
  readonly because: readonly RegExp[];
  /** Begins a statement that nothing sets apart from the command beside it: how it is, how somebody is. */
  readonly statements: readonly RegExp[];
  /** A whole statement of how things are, set apart by no mark from what is to be done: 天黑了, 我要睡了. */
  readonly facts: readonly RegExp[];
  /** Ends a reason and begins what is to be done. */
  readonly so: readonly RegExp[];
  /** What comes after it replaces what was said before. */
  readonly repairs: readonly RegExp[];
  /** A repair that needs no mark before it: "the hall lamp no wait the study lamp". Sticky. */
  readonly interruptions: readonly RegExp[];
  /** The same where nothing but a name follows: "the hall lamp sorry the study lamp". Sticky. */
  readonly corrections: readonly RegExp[];
  /** Within a part: begins what makes clear what was meant ("…, I mean the temperature"). */
  readonly clarifies: readonly RegExp[];
  /** At the end of a part, right after what is to be done: why. */
  readonly afterthoughts: readonly RegExp[];
  /** At the beginning of a part: it asks for something, so that it is no reason whatever it is. */
  readonly asksFor: RegExp;
  /** At the beginning of a part: what is not meant, beside what is ("not the hall, the study"). */
  readonly contrasts: readonly RegExp[];
  /** At the beginning of a part: that it is meant, beside what is not. */
  readonly affirmed: readonly RegExp[];
  /** At the beginning: nobody is told of, but how it is somewhere ("there is a smell in the hall"). */
  readonly impersonal: RegExp;
  /** To the end of a part, after a command: it is taken back. Sticky. */
  readonly retracts: readonly RegExp[];
  /** At the beginning of a part: who or what it tells of, so that it is no command. */
  readonly subjects: readonly RegExp[];
  /** A whole part: who did something to a thing, so that it is told. */
  readonly doers: readonly RegExp[];
  /** Anywhere in an utterance: it quotes a book or a song, is said to somebody else, or is no more than a wish or a joke, so that none of it commands. */
  readonly quotes: readonly RegExp[];
  /** In a part: what somebody knows or wants to see, so that its "if" or "whether" is no condition. */
  readonly wonders: readonly RegExp[];
  /** A whole part: what shall not come of it, so that it is why ("别冻着孩子", "so we don't wake the baby"). */
  readonly warnings: readonly RegExp[];
  /** Right after what is to be done: how it is there, so that it is why. */
  readonly complaints: readonly RegExp[];
  /** How a word for a state begins that should be another by now: 还亮着, 没锁. */
  readonly overdue: readonly RegExp[];
  /** Anywhere in a part: it names a moment that is to be waited for, so that it is no reason ("once the film is over"). */
  readonly moments: readonly RegExp[];
  /** Anywhere in a part: what is told was so, or is so already. */
  readonly past: RegExp;
  /** Anywhere in a part: what is told will be so. */
  readonly coming: RegExp;
  /** At the end of a part: it tells what is so. */
  readonly tellings: readonly RegExp[];
  /** A word that makes of what it stands in a report, a question or a denial, whatever it is about: who, whether, that somebody says. */
  readonly moods: RegExp;
  /** A whole utterance: it may ask what a thing can do, where nothing says that it shall be done. */
  readonly abilities: readonly RegExp[];
  /** A whole utterance: it may ask what somebody can, may or should do, where nothing says that it shall be done. */
  readonly permissions: readonly RegExp[];
  /** Where a request begins, although no mark and no word for a conclusion stands before it. */
  readonly requests: readonly RegExp[];
  /** In an answer that picks one of several: what follows or stands before tells which ("the one that …"). */
  readonly picks: readonly RegExp[];
  /** A mode that something shall be set to, whether or not there is one of that name: its name is the group `mode`. */
  readonly modes: readonly RegExp[];
}
