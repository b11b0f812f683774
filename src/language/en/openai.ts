/** What the endpoint for chat programs says besides the replies of the assistant. */
export const openai = {
  /** After "There is no". */
  address: "{method} {path} here, only GET {models}, POST {chat} and POST {responses}",
  onlyOneAnswer: "n must be 1: whatever is asked for is done once",
  noForcedTools: "tool_choice must be auto or none: Jia calls no tools of its clients",
  onlyText: "I can only read text. Tell me without the picture or file.",
  notSaid: "I only do what somebody says to me. This came from the chat program, so I left everything as it is.",
  noMessage: "The last message is not from a person, so I left everything as it is.",
  newChat: "New chat",
  tag: "Home",
};
