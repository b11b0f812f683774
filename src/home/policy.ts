import type { Origin } from "./commands.ts";
import type { Device } from "./device.ts";
import type { Phrase } from "./message.ts";
import type { WireCommand } from "./transport.ts";

/** Why the rules that come with Jia ask: each has its words in the section `policy` of the language packs. */
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
] as const;
export type PolicyReason = (typeof POLICY_REASONS)[number];

/** What the policy says: do it, ask first, or don't. */
export type Decision = "allow" | "confirm" | "deny";

/** One rule. Every given field must match; the first rule that matches decides. */
export interface PolicyRule {
  /** Stable name, for the audit and the configuration. */
  readonly id: string;
  readonly decision: Decision;
  /** Why, for the person who asked; null: nothing is said. */
  readonly why: Phrase | null;
  /** Device ids or handles. */
  readonly devices?: readonly string[];
  /** Device kinds from the spec: `lock`, `garage-door`. */
  readonly kinds?: readonly string[];
  /** Service short names: `lock`, `door`. */
  readonly services?: readonly string[];
  /** Not these: the lamp on a garage door is none of its ways to open. */
  readonly exceptServices?: readonly string[];
  /** Property or action short names: `on`, `unlock`. */
  readonly names?: readonly string[];
  /** Written values that it is about; for an action it is not looked at. */
  readonly values?: readonly (boolean | number | string)[];
  /** Numbers above this. */
  readonly above?: number;
  /** Descriptions of list values (lower case): "open", "unlock". */
  readonly valueNames?: readonly string[];
  /** Kinds of origin: only these. */
  readonly origins?: readonly Origin["kind"][];
}

export interface Verdict {
  readonly decision: Decision;
  readonly rule: PolicyRule | null;
}

const rule = (
  id: string,
  match: Omit<PolicyRule, "id" | "decision" | "why">,
  why: PolicyReason | null,
  decision: Decision = "confirm",
): PolicyRule => ({ id, decision, why: why && { key: `policy.${why}` }, ...match });

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
export const DEFAULT_RULES: readonly PolicyRule[] = [
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
  ),
  rule("lock-action", { kinds: ["lock"], names: ["unlock", "open", "open-door", "toggle"] }, "unlocksDoor"),
  rule(
    "garage-open",
    { kinds: ["garage-door", "garage-door-opener", "gate", "door"], valueNames: ["open", "toggle"] },
    "opensGarage",
  ),
  rule(
    "garage-position",
    { kinds: ["garage-door", "garage-door-opener", "gate", "door"], names: ["target-position"], above: 0 },
    "opensGarage",
  ),
  rule(
    "garage-action",
    {
      kinds: ["garage-door", "garage-door-opener", "gate", "door"],
      names: ["open", "toggle"],
      exceptServices: LAMPS,
    },
    "opensGarage",
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
  ),
  rule(
    "alarm-disarm",
    { kinds: ["alarm-panel"], names: ["arming"], valueNames: ["disarm", "disarmed"] },
    "disarmsAlarm",
  ),
  rule("network-open", { kinds: ["gateway"], names: ["permit-join"], values: [true] }, "opensNetwork"),
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

/**
 * The decision for one validated command. A scene or schedule that was approved when it was saved needs no second yes.
 * With several writes the strictest decision holds.
 */
export function decide(rules: readonly PolicyRule[], device: Device, command: WireCommand, origin: Origin): Verdict {
  const approved = (origin.kind === "schedule" || origin.kind === "scene") && origin.approved;
  let strictest: Verdict = { decision: "allow", rule: null };
  for (const target of targetsOf(command)) {
    const found = rules.find((candidate) => matches(candidate, device, target, origin));
    if (!found) continue;
    const decision = found.decision === "confirm" && approved ? "allow" : found.decision;
    if (RANK[decision] > RANK[strictest.decision]) strictest = { decision, rule: found };
  }
  return strictest;
}

const RANK: Readonly<Record<Decision, number>> = { allow: 0, confirm: 1, deny: 2 };

/** One thing that a command touches. `value` is undefined for an action. */
interface Target {
  readonly service: string;
  readonly name: string;
  readonly value: boolean | number | string | undefined;
  readonly valueName: string | undefined;
}

function targetsOf(command: WireCommand): Target[] {
  if (command.kind === "invoke") {
    const { service, type } = command.action;
    return [{ service, name: type, value: undefined, valueName: undefined }];
  }
  return command.writes.map(({ property, value }) => ({
    service: property.service,
    name: property.type,
    value,
    valueName: property.values.find((listed) => listed.value === value)?.description.toLowerCase(),
  }));
}

function matches(rule: PolicyRule, device: Device, target: Target, origin: Origin): boolean {
  if (rule.devices && !rule.devices.includes(device.id) && !rule.devices.includes(device.handle)) return false;
  if (rule.kinds && !rule.kinds.includes(device.spec.kind)) return false;
  if (rule.services && !rule.services.includes(target.service.replace(/-\d+$/, ""))) return false;
  if (rule.exceptServices?.includes(target.service.replace(/-\d+$/, ""))) return false;
  if (rule.names && !rule.names.includes(target.name)) return false;
  if (rule.origins && !rule.origins.includes(origin.kind)) return false;
  if (target.value === undefined) return rule.above === undefined && !(rule.valueNames && !rule.names);
  if (rule.above !== undefined && !(typeof target.value === "number" && target.value > rule.above)) return false;
  if (!rule.values && !rule.valueNames) return true;
  return (
    (rule.values?.includes(target.value) ?? false) ||
    (target.valueName !== undefined && (rule.valueNames?.includes(target.valueName) ?? false))
  );
}
