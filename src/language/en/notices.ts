import type { NoticeLevel } from "../../home/index.ts";
import { capital, countedNoun } from "./grammar.ts";
import { watched } from "./states.ts";

/** The feed of notices, and the messages to phones. */
export const notices = {
  noticeNamed: 'notice "{id}"',
  nothingHelps: "Nothing can be done about this notice from here",
  /** An automation that ran by itself and did not do everything. */
  runFailed: ({ name, reason }: { name: string; reason: string }) =>
    `"${name}" did not work${reason === "" ? "" : `: ${reason}`}`,
  /** A danger that a sensor reports. */
  danger: ({ what, device }: { what: "smoke" | "gas" | "carbonMonoxide" | "water" | "alarm"; device: string }) =>
    ({
      smoke: `Smoke! ${capital(device)} has gone off`,
      gas: `Gas! ${capital(device)} has gone off`,
      carbonMonoxide: `Carbon monoxide! ${capital(device)} has gone off`,
      water: `Water! ${capital(device)} detects a leak`,
      alarm: `Alarm! ${capital(device)} has been triggered`,
    })[what],
  battery: ({ device, level }: { device: string; level: number | null }) =>
    `The battery of ${device} is low${level === null ? "" : ` (${level}%)`}`,
  offline: ({ device, duration }: { device: string; duration: string }) =>
    `${capital(device)} has not been reachable for ${duration}`,
  leftOpen: ({ device, duration }: { device: string; duration: string }) =>
    `${capital(watched(device))} has been open for ${duration}`,
  /** `watched`: there are motion sensors. */
  heat: ({ device, duration, watched: sees }: { device: string; duration: string; watched: boolean }) =>
    `${capital(device)} has been on for ${duration}${sees ? ", and nobody is moving" : ""}`,
  finished: ({ device }: { device: string }) => `${capital(device)} has finished`,
  /** A timer that only rings is over; `name` may be empty. */
  rings: ({ as, name }: { as: "timer" | "alarm" | "reminder"; name: string }) =>
    `${{ timer: "Time's up", alarm: "Your alarm", reminder: "Reminder" }[as]}${name && `: ${name}`}`,
  close: "Close {device}",
  turnOff: "Turn off {device}",
  brokerTrouble: "Jia has lost its devices: {problem}",
  storeTrouble: "Jia cannot save anything: {problem}",
  /** `devices` may be empty. */
  wrongPins: ({ tries, devices }: { tries: number; devices: string }) =>
    `Somebody entered a wrong PIN ${tries} times${devices === "" ? "" : ` for ${devices}`}`,
  /** The title of a message. */
  title: ({ home, level, count }: { home: string; level: NoticeLevel; count: number }) => {
    const whole = count > 1 ? `${home}: ${count} notices` : home;
    return level === "alarm" ? `Alarm · ${whole}` : whole;
  },
  /** A line of a message with several notices. */
  line: ({ time, text }: { time: string; text: string }) => `${time}  ${text}`,
  more: ({ count }: { count: number }) => `and ${count} more`,
  overBy: ({ text }: { text: string }) => `${text} (over by now)`,
  test: ({ name }: { name: string }) => `This is a test of "${name}". It works.`,
  channelFails: ({ name, why }: { name: string; why: string }) =>
    `Messages to "${name}" do not arrive${why === "" ? "" : `: ${why}`}`,
  /** One of several notices in a reply. */
  toldAt: ({ text, time, count }: { text: string; time: string; count: number }) =>
    `${text} (${time}${count > 1 ? `, ${count} times` : ""})`,
  /** `all`: read notices included. */
  told: ({ told, rest, all }: { told: readonly string[]; rest: number; all: boolean }) => {
    const count = told.length + rest;
    const more = rest > 0 ? `; and ${rest} more` : "";
    return count === 1 ? `${told.join("")}.` : `${count} ${all ? "" : "new "}notices: ${told.join("; ")}${more}.`;
  },
  nothing: ({ all }: { all: boolean }): string => (all ? "There are no notices." : "Nothing new."),
  /** Earlier notices that are not over. */
  still: ({ told, rest }: { told: readonly string[]; rest: number }) =>
    `Not over yet: ${told.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}.`,
  readNow: ({ count }: { count: number }) =>
    count === 0 ? "There was nothing new." : `OK, ${countedNoun(count, "notice")} marked as read.`,
  quiet: ({ until }: { until: string }) => `OK. Until ${until} you get nothing but alarms.`,
  quietUntilWhen: 'Until when? Say "don\'t bother me until eight", for example.',
  loud: "OK, you get all messages again.",
  channelGone: '"{name}" gets no more messages: its browser has ended the subscription',
};
