/** Talking with the home on the command line: jia say, chat and understand. */
export const say = {
  summary: "Say one thing to the home.",
  details:
    "Prints the reply and what each device did. Without TEXT it reads standard input. The exit code is 0 only when it " +
    "worked: the home understood, nothing is left to ask, and every outcome is good.",
  json: "Print the whole answer as JSON.",
  conversation: "Go on with a conversation (its id is in the JSON).",
  what: 'Say what? For example: jia say "turn on the lights"',
  emptyInput: "Standard input is empty.",
  tooLong: "The text is too long: at most {limit} characters.",

  chatSummary: "Talk with the home.",
  chatDetails:
    "Ctrl-C stops the answer; once more leaves. Lines from a pipe are said one after another, in one conversation.",
  chatWelcome: "Talk to your home. /help for more, Ctrl-C twice leaves.",
  chatStopped: "(stopped)",
  chatNew: "A new conversation.",
  chatHelp:
    "/devices [ROOM]  the devices with their state\n/new             forget what was said\n/quit            leave\nCtrl-C           stop the answer; twice: leave",
  chatLeaving: "Ctrl-C once more leaves.",

  understandSummary: "Show what sentences on standard input would do, without doing it.",
  understandDetails:
    "One sentence a line in, one JSON object a line out: the commands it would give, the question it would ask, or that it is not understood.",
  understandHome: "The home file (devices/homes/flat.json when left out).",
  understandRoom: "Id or name of the speaker's room.",
  understandLanguage: ({ languages }: { languages: readonly string[] }) =>
    `${languages.join(" or ")}; that of each sentence when left out.`,
};
