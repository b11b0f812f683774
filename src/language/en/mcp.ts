/** For programs that talk the Model Context Protocol, and their people. */
export const mcp = {
  badCall: ({ problems }: { problems: readonly string[] }): string => problems.join("; "),
  cancelAlone: "cancel stands alone",
  textOrTurn: "give either text or turn",
  hiddenReply: "I may not tell an assistant like you all of it.",
  device: "A device",
  room: "A room",
  argument: { device: "Which device, by its name", language: "Language of the answer: en, zh" },
  goodNight: {
    title: "Good-night check",
    about: "What is still on, open or unlocked before you go to bed",
    text: "I'm going to bed. What in my home is still on, open or unlocked? Tell me in a few words, and ask me before you change anything.",
  },
  leaving: {
    title: "Check before leaving",
    about: "Whether you can leave the home as it is",
    text: "I'm leaving home. Is anything still on, open or unlocked that shouldn't be? Tell me in a few words, and ask me before you change anything.",
  },
  explainWhy: {
    title: "Why is it like this?",
    about: "Who or what changed a device last",
    text: ({ device }: { device: string }): string =>
      `Why is this device the way it is now: ${device}? Find out who or what changed it last, and tell me in a sentence or two.`,
  },
};
