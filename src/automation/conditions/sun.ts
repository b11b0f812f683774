import { z } from "zod";
import { message } from "../../language/index.ts";
import { sunIsUp } from "../schedule/sun.ts";
import { zoneClock } from "../schedule/zone.ts";
import { defineCondition, PLAIN } from "./kind.ts";

/** The sun is above the horizon, or below it. */
export const sunCondition = defineCondition({
  ...PLAIN,
  type: "sun",
  schema: z.strictObject({ type: z.literal("sun"), is: z.enum(["up", "down"]) }),
  example: { type: "sun", is: "down" },
  check(_condition, field, { home, problems }) {
    if (!home.location) problems.add(field, "", message("schedule.noLocation"), message("schedule.fixSun"));
  },
  words: ({ is }) => (is === "up" ? message("conditions.sunUp") : message("conditions.dark")),
  notWords: ({ is }) => (is === "up" ? message("conditions.dark") : message("conditions.sunUp")),
  evaluate({ is }, { home, now }) {
    const { location, timezone } = home;
    if (!location) return { holds: null, detail: message("traces.noLocation") };
    const up = sunIsUp(now, location, zoneClock(timezone));
    return { holds: up === (is === "up"), detail: up ? message("traces.sunUp") : message("traces.sunDown") };
  },
  dependsOnTime: () => true,
});
