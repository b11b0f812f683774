import { z } from "zod";
import { durationPhrase, message } from "../../language/index.ts";
import { Target } from "../definition/basics.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { weekdayTimePhrase } from "../describe/times.ts";
import { subjectWords } from "../describe/words.ts";
import { withTarget } from "../references/changes.ts";
import { resolveTarget } from "../references/targets.ts";
import { MotionLog } from "../surroundings/motion.ts";
import { defineCondition, PLAIN } from "./kind.ts";

const schema = z.strictObject({
  type: z.literal("quiet"),
  /** Motion or occupancy sensors. */
  target: Target,
  /** For how long nobody has moved. */
  for: Duration,
});

/** Nobody has moved for a time. */
export const quietCondition = defineCondition({
  ...PLAIN,
  type: "quiet",
  schema,
  example: { type: "quiet", target: "hall-motion", for: "10m" },
  check({ target }, field, { devices, problems }) {
    const found = devices.target(target, `${field}.target`);
    if (found.length === 0 || found.some((device) => MotionLog.canTell(device))) return;
    problems.add(`${field}.target`, target, message("problems.noMotion"), message("problems.nameMotion"));
  },
  words(condition, home) {
    const { who } = subjectWords(condition.target, "any", home);
    return message("conditions.quiet", { who, duration: durationPhrase(toMs(condition.for)) });
  },
  evaluate(condition, { home, motion, now }) {
    const { since, moving } = motion.quiet(resolveTarget(condition.target, home), now);
    if (since === null) return { holds: moving ? false : null, detail: message("traces.moving") };
    const moment = weekdayTimePhrase(since, home.timezone);
    return { holds: now - since >= toMs(condition.for), detail: message("traces.quietSince", { moment }) };
  },
  dependsOnTime: () => true,
  withTargets: withTarget,
});
