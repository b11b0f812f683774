/** The feed of what people should know. */
export const notices = {
  noticeNamed: 'notice "{id}"',
  nothingHelps: "Nothing can be done about this notice from here",
  /** A rule that ran by itself and did not do all it should. */
  runFailed: ({ name, reason }: { name: string; reason: string }) =>
    `"${name}" did not work${reason === "" ? "" : `: ${reason}`}`,
};
