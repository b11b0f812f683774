import type { NoticeLevel } from "../../home/index.ts";

/** The feed of what people should know, and the messages that are sent to their phones. */
export const notices = {
  noticeNamed: 'notice "{id}"',
  nothingHelps: "Nothing can be done about this notice from here",
  /** A rule that ran by itself and did not do all it should. */
  runFailed: ({ name, reason }: { name: string; reason: string }) =>
    `"${name}" did not work${reason === "" ? "" : `: ${reason}`}`,
  /** Over a message. */
  title: ({ home, level, count }: { home: string; level: NoticeLevel; count: number }) => {
    const whole = count > 1 ? `${home}: ${count} notices` : home;
    return level === "alarm" ? `Alarm · ${whole}` : whole;
  },
  /** One of several in a message. */
  line: ({ time, text }: { time: string; text: string }) => `${time}  ${text}`,
  more: ({ count }: { count: number }) => `and ${count} more`,
  overBy: ({ text }: { text: string }) => `${text} (over by now)`,
  test: ({ name }: { name: string }) => `This is a test of "${name}". It works.`,
  channelFails: ({ name, why }: { name: string; why: string }) =>
    `Messages to "${name}" do not arrive${why === "" ? "" : `: ${why}`}`,
  channelGone: '"{name}" gets no more messages: its browser has ended the subscription',
};
