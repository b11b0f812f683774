import { capital } from "./grammar.ts";

/** Why a device is as it is. */
export const why = {
  explained: ({ name, done, moment, who, unknown }: Explained) =>
    `${capital(name)}: ${done.join(", ")}, ${moment}, ${who}${unknown ? "; it was sent, but what came of it is not known" : ""}.`,
  otherwise: ({ name, done, moment, who, unknown }: Explained) =>
    `${capital(name)}: I have no record of doing that. The last I did was ${done.join(", ")}, ${moment}, ${who}${unknown ? "; it was sent, but what came of it is not known" : ""}.`,
  notByJia: "I haven't touched {name}: it was changed by hand, by another app, or longer ago than my records go.",
};

export interface Explained {
  readonly name: string;
  readonly done: readonly string[];
  readonly moment: string;
  readonly who: string;
  /** The device has not answered yet, or Jia ended before it did. */
  readonly unknown: boolean;
}
