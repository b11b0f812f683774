import { homeMessage, type Message } from "../message.ts";
import type { Decision, PolicyRule } from "./policy.ts";

/** The reasons of the rules that come with Jia: keys of the section `policy` of the language packs. */
export const POLICY_REASONS = [
  "unlocksDoor",
  "opensGarage",
  "disarmsAlarm",
  "opensNetwork",
  "opensGas",
  "startsCooking",
  "heatsAbove28",
  "waterAbove60",
  "changesCamera",
  "opensCamera",
  "changesAlarm",
  "resetsDevice",
  "changesCar",
  "relaysWords",
  "outsideText",
  "otherRoom",
] as const;
export type PolicyReason = (typeof POLICY_REASONS)[number];

/** Its reason is a message of the packs. */
type DefaultRule = PolicyRule & { readonly why: Message | null };

const rule = (
  id: string,
  match: Omit<PolicyRule, "id" | "decision" | "why">,
  why: PolicyReason | null,
  decision: Decision = "confirm",
): DefaultRule => ({ id, decision, why: why && { key: `policy.${why}` }, ...match });

/** The kinds of kitchen and heating devices whose start wants a yes. */
const COOKING = ["oven", "cooker", "pressure-cooker", "microwave-oven", "air-fryer", "induction-cooker", "gas-stove"];

/** What starts them, in the standard and in vendors' own words. */
const START_COOKING = [
  "start",
  "start-cook",
  "start-cooking",
  "start-custom-cook",
  "cooking-start",
  "start-bake",
  "resume-cooking",
  "resume-cook",
  "set-start",
  "proceed-cooking",
];

/** Lamps and displays on devices that are for something else. */
const LAMPS = ["light", "ambient-light", "night-light", "indicator-light", "screen"];

/** What warns of fire, gas and the like. */
const DETECTORS = ["smoke-sensor", "gas-sensor", "gas-leak-sensor", "carbon-monoxide-sensor"];
const CAMERAS = ["camera", "video-doorbell"];

/** What Jia does when nothing else is configured: what can hurt, open the home or look at people is asked first. */
export const DEFAULT_RULES: readonly DefaultRule[] = [
  rule(
    "lock-open",
    {
      kinds: ["lock"],
      services: ["lock"],
      names: ["on", "locked", "lock-state", "lock-action"],
      valueNames: ["open", "unlock", "unlocked"],
      values: [false],
    },
    "unlocksDoor",
    "pin",
  ),
  rule("lock-action", { kinds: ["lock"], names: ["unlock", "open", "open-door", "toggle"] }, "unlocksDoor", "pin"),
  rule(
    "garage-open",
    { kinds: ["garage-door", "garage-door-opener", "gate", "door"], valueNames: ["open", "toggle"] },
    "opensGarage",
    "pin",
  ),
  rule(
    "garage-position",
    { kinds: ["garage-door", "garage-door-opener", "gate", "door"], names: ["target-position"], above: 0 },
    "opensGarage",
    "pin",
  ),
  rule(
    "garage-action",
    {
      kinds: ["garage-door", "garage-door-opener", "gate", "door"],
      names: ["open", "toggle"],
      exceptServices: LAMPS,
    },
    "opensGarage",
    "pin",
  ),
  rule(
    "garage-switch",
    {
      kinds: ["garage-door", "garage-door-opener", "gate", "door"],
      names: ["on", "trigger"],
      values: [true],
      exceptServices: LAMPS,
    },
    "opensGarage",
    "pin",
  ),
  rule(
    "alarm-disarm",
    { kinds: ["alarm-panel"], names: ["arming"], valueNames: ["disarm", "disarmed"] },
    "disarmsAlarm",
    "pin",
  ),
  rule("network-open", { kinds: ["gateway"], names: ["permit-join"], values: [true] }, "opensNetwork"),
  rule("network-open-for", { kinds: ["gateway"], names: ["open-network"] }, "opensNetwork"),
  rule(
    "gas-open",
    { kinds: ["gas-valve"], names: ["on", "target-position", "open", "toggle"], values: [true] },
    "opensGas",
  ),
  rule("cooking-on", { kinds: COOKING, names: ["on"], values: [true], exceptServices: LAMPS }, "startsCooking"),
  rule("cooking-start", { kinds: COOKING, names: START_COOKING }, "startsCooking"),
  rule(
    "heating-above",
    {
      kinds: ["heater", "thermostat", "electric-blanket", "bath-heater", "heating"],
      names: ["target-temperature"],
      above: 28,
    },
    "heatsAbove28",
  ),
  rule("water-above", { kinds: ["water-heater"], names: ["target-temperature"], above: 60 }, "waterAbove60"),
  rule(
    "camera-privacy",
    { kinds: CAMERAS, services: ["camera-control", "camera", "video-doorbell"], names: ["on"] },
    "changesCamera",
  ),
  rule(
    "camera-stream",
    { kinds: CAMERAS, names: ["start-p2p-stream", "start-rtsp-stream", "start-hls-stream"] },
    "opensCamera",
  ),
  rule(
    "alarm-off",
    {
      kinds: ["alarm", "alarm-control-panel", "siren"],
      names: ["on", "arming", "disarm", "mode"],
      exceptServices: LAMPS,
    },
    "changesAlarm",
  ),
  rule(
    "camera-watch",
    { kinds: CAMERAS, services: ["motion-detection", "alarm"], names: ["motion-detection", "alarm"], values: [false] },
    "changesCamera",
  ),
  rule("alarm-mute", { kinds: DETECTORS, names: ["mute-alarm", "mute"], values: [true] }, "changesAlarm"),
  // What the other assistant may do with it asks nobody here.
  rule("relay", { names: ["execute-text-directive"] }, "relaysWords"),
  rule("arming", { services: ["arming", "arming-mode"] }, "changesAlarm"),
  rule(
    "reset",
    { names: ["factory-reset", "set-factory-reset", "reset-device", "restart-device", "format", "unbind"] },
    "resetsDevice",
  ),
  rule(
    "car-lock",
    { kinds: ["car"], names: ["locked", "on"], services: ["lock", "door-lock", "car-lock", "door"], values: [true] },
    null,
    "allow",
  ),
  rule("car", { kinds: ["car"] }, "changesCar"),
];

/** What opens the home: a child and a guest want their own PIN for it. */
const ENTRY = ["lock-open", "lock-action", "garage-open", "garage-position", "garage-action", "garage-switch"];
/** What a guest may do as everybody: with a yes. */
const COMFORT = ["cooking-on", "cooking-start", "heating-above", "water-above"];

/** The rules of above for certain people. @param refused why it is refused, by why it is asked about otherwise */
function rulesFor(
  who: Pick<PolicyRule, "roles" | "stranger">,
  name: string,
  refused: (why: Message) => Message,
  withPin: readonly string[],
  asEverybody: readonly string[],
): PolicyRule[] {
  return DEFAULT_RULES.filter(({ id }) => !asEverybody.includes(id)).map((each) => {
    const own = { ...each, ...who, id: `${name}-${each.id}`, why: each.why && refused(each.why) };
    if (each.decision === "allow") return own;
    return withPin.includes(each.id) ? { ...own, decision: "pin", withoutPin: "deny" } : { ...own, decision: "deny" };
  });
}

/** What children, guests and strangers may not do, or only with their PIN, of what is sensitive. */
export const DEFAULT_PEOPLE_RULES: readonly PolicyRule[] = [
  ...rulesFor({ roles: ["child"] }, "child", (why) => homeMessage("askAdult", { why }), ENTRY, []),
  ...rulesFor({ roles: ["guest"] }, "guest", (why) => homeMessage("askHost", { why }), ENTRY, COMFORT),
  ...rulesFor({ stranger: true }, "stranger", (why) => homeMessage("unknownVoice", { why }), [], []),
];

/** All that holds when nothing else is configured. */
export const DEFAULT_POLICY: readonly PolicyRule[] = [...DEFAULT_RULES, ...DEFAULT_PEOPLE_RULES];
