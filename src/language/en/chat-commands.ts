/** Talking with the home on the command line: jia say, chat and understand. */
export const say = {
  summary: "Say one thing to the home.",
  details:
    "Prints the reply and what each device did. Without TEXT it reads standard input. When Jia asks back, a terminal asks " +
    "you; elsewhere the command that answers is printed to standard error. The exit code is 0 only when it worked: Jia " +
    "understood, no question is open, and every outcome is good.",
  json: "Print the whole answer as JSON.",
  conversation: "Go on with a conversation: last, its id, or the first characters of the id.",
  noLast: "There is no last conversation with this Jia. Say something first, without --conversation.",
  severalConversations: 'Several conversations begin with "{given}". Give more characters of the id.',
  /** The placeholder of the answer in a command. */
  answer: "ANSWER",
  answerWith: ({ command }: { command: string }) => `To answer: ${command}`,
  /** `command`: the command line of `say`. */
  undoLast: ({ command }: { command: string }) =>
    `Each say is a conversation of its own. To undo what the last one did: ${command} --conversation last undo`,
  what: 'Say what? For example: jia say "turn on the lights"',
  emptyInput: "Standard input is empty.",
  tooLong: "The text is too long: at most {limit} characters.",

  chatSummary: "Talk with the home.",
  chatDetails:
    "Ctrl-C stops the answer; once more leaves. Lines from a pipe are said one after another, in one conversation.",
  chatWelcome: "Talk to your home. /help for more, exit, Ctrl-D or Ctrl-C twice leaves.",
  noHistory: "Do not keep what is said for the next chat (or JIA_HISTORY=off).",
  /** The word that leaves a chat, beside exit and quit. */
  leaving: "bye",
  chatStopped: "(stopped)",
  chatNew: "A new conversation.",
  chatHelp:
    "/devices [ROOM]  the devices with their state\n/new             forget what was said\n/quit            leave\nCtrl-C           stop the answer; twice: leave",
  /** An unknown word with a slash. */
  noSlash: ({ given, near }: { given: string; near: string | null }) =>
    `There is no ${given}.${near === null ? "" : ` Did you mean ${near}?`}`,
  chatLeaving: "Ctrl-C once more leaves.",

  understandSummary: "Show what sentences on standard input would do, without doing it.",
  understandDetails:
    "One sentence a line. For each: its parts, how it was decided and why, and the readings that were weighed, the best first, with what they would do and what makes them more or less probable.",
  understandJson: "Print one JSON object a line.",
  understandHome: "The home file (devices/homes/flat.json when left out).",
  understandRoom: "Id or name of the speaker's room.",
  understandLanguage: ({ languages }: { languages: readonly string[] }) =>
    `${languages.join(" or ")}; that of each sentence when left out.`,
  understood: {
    parts: {
      command: "command",
      wish: "wish",
      question: "question",
      condition: "condition",
      repair: "repair",
      reason: "reason",
      statement: "statement",
      around: "said around it",
    },
    decisions: { act: "do it", ask: "ask first", "hand-on": "hand on" },
    reasons: {
      certain: "every word was read",
      probable: "some words mean nothing here and change nothing",
      "not certain": "not certain enough",
      "several meanings": "several meanings",
      "not understood": "not understood",
      "too long": "too long",
    },
    ways: {
      whole: "all of it",
      core: "the parts that command",
      named: "without scenes",
      loose: "without loose words",
      parts: "without some parts",
      command: "the command alone",
    },
    readings: "readings",
    leaves: "leaves",
    needed: ({ confidence, needed }: { confidence: string; needed: string }) => ` (${confidence}, needs ${needed})`,
  },
};
