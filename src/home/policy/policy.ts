import type { Origin, Role } from "../commands.ts";
import type { Device } from "../device.ts";
import type { WireCommand } from "../execution/transport.ts";
import { type DayHours, isWithin } from "../local-time.ts";
import type { Message, Phrase } from "../message.ts";

/**
 * A decision of the policy. `allow`: do it · `confirm`: a yes first · `pin`: a PIN first (a yes, or nothing, when nobody has a
 * PIN that counts) · `deny`: refuse.
 */
export const DECISIONS = ["allow", "confirm", "pin", "deny"] as const;
export type Decision = (typeof DECISIONS)[number];

/** One rule. Every given field must match; of the rules that name people, and of all others, the first that matches decides. */
export interface PolicyRule {
  /** Stable name, for the audit and the configuration. */
  readonly id: string;
  readonly decision: Decision;
  /** Why, for the person who asked; null: nothing is said. */
  readonly why: Phrase | null;
  /** For `pin`: the decision when nobody has a PIN that counts; `confirm` when left out. */
  readonly withoutPin?: "confirm" | "deny";
  /** Device ids or handles. */
  readonly devices?: readonly string[];
  /** Device kinds from the spec: `lock`, `garage-door`. */
  readonly kinds?: readonly string[];
  readonly exceptKinds?: readonly string[];
  /** Ids, names or aliases of rooms. */
  readonly rooms?: readonly string[];
  /** Not in these; a device without a room is in none. */
  readonly exceptRooms?: readonly string[];
  /** Service short names: `lock`, `door`. */
  readonly services?: readonly string[];
  /** Not these: the lamp of a garage door does not open it. */
  readonly exceptServices?: readonly string[];
  /** Property or action short names: `on`, `unlock`. */
  readonly names?: readonly string[];
  /** Written values that match; not checked for actions. */
  readonly values?: readonly (boolean | number | string)[];
  /** Numbers above this. */
  readonly above?: number;
  /** Descriptions of list values (lower case): "open", "unlock". */
  readonly valueNames?: readonly string[];
  /** Kinds of origin: only these. */
  readonly origins?: readonly Origin["kind"][];
  /** Ids of people. The rule matches when one of `persons`, `roles` and `stranger` does. */
  readonly persons?: readonly string[];
  readonly roles?: readonly Role[];
  readonly stranger?: true;
  /** Only within these hours of the home's day. */
  readonly hours?: DayHours;
  /** Only outside of these. */
  readonly exceptHours?: DayHours;
  /** Ids of modes: only while the home is in one of these. */
  readonly modes?: readonly string[];
}

export interface PolicyVerdict {
  readonly decision: Decision;
  readonly rule: PolicyRule | null;
}

/** A person's role and own rules. */
export interface PersonRights {
  readonly role: Role;
  /** Rules for this person alone. */
  readonly limits: readonly PolicyRule[];
}

/** The home's people for the policy. */
export interface PolicyPeople {
  /** null: none of the people of the home, or not any more. */
  standing(person: string): PersonRights | null;
  /** A person's name; null as for `standing`. */
  nameOf(person: string): string | null;
}

/** What a decision depends on beside the command and the rules. */
export interface PolicyContext {
  readonly people: PolicyPeople;
  /** Whether anybody has a PIN that counts for this origin. */
  readonly hasPin: (origin: Origin) => boolean;
  /** Minutes since the home's midnight. */
  readonly minute: () => number;
  /** Id of the home's current mode; null: none. */
  readonly mode: () => string | null;
}

/** A home without people. */
const NOBODY: PolicyContext = {
  people: { standing: () => null, nameOf: () => null },
  hasPin: () => false,
  minute: () => 0,
  mode: () => null,
};

/** Whether a rule is only for certain people. */
export function isPersonRule({ persons, roles, stranger }: PolicyRule): boolean {
  return persons !== undefined || roles !== undefined || stranger !== undefined;
}

/** Whether a yes or a PIN is required first. */
export function needsConfirmation(decision: Decision): boolean {
  return decision === "confirm" || decision === "pin";
}

/**
 * The decision for one validated command: the strictest of the general rules, the rules for certain people and the person's own
 * rules, over all its writes. A scene or schedule that was approved when it was saved needs no second yes.
 */
export function evaluatePolicy(
  rules: readonly PolicyRule[],
  device: Device,
  command: WireCommand,
  origin: Origin,
  context: PolicyContext = NOBODY,
): PolicyVerdict {
  if (origin.rooms && !(device.room && origin.rooms.includes(device.room.id))) {
    return { decision: "deny", rule: OTHER_ROOM_RULE };
  }
  const standing = origin.person === undefined ? null : context.people.standing(origin.person);
  const asker: PolicyRequest = { origin, standing, isStranger: isStranger(origin, standing), context };
  let strictest: PolicyVerdict = { decision: "allow", rule: null };
  for (const target of targetsOf(command)) {
    for (const layer of [...layersOf(rules), standing?.limits ?? []]) {
      const rule = layer.find((candidate) => ruleMatches(candidate, device, target, asker));
      if (!rule) continue;
      const verdict = verdictOf(rule, asker);
      if (RANK[verdict.decision] > RANK[strictest.decision]) strictest = verdict;
    }
  }
  return origin.outside && strictest.decision === "allow" ? { decision: "confirm", rule: OUTSIDE_RULE } : strictest;
}

/** No configured rule allows what outside text may have asked for. */
const OUTSIDE_RULE: PolicyRule = {
  id: "outside-text",
  decision: "confirm",
  why: { key: "policy.outsideText" } satisfies Message,
};

/** No configured rule lets a token reach rooms that it is not for. */
const OTHER_ROOM_RULE: PolicyRule = {
  id: "other-room",
  decision: "deny",
  why: { key: "policy.otherRoom" } satisfies Message,
};

const RANK: Readonly<Record<Decision, number>> = { allow: 0, confirm: 1, pin: 2, deny: 3 };

/** Who asks, and in which circumstances: what rules are matched against beside the command. */
interface PolicyRequest {
  readonly origin: Origin;
  readonly standing: PersonRights | null;
  readonly isStranger: boolean;
  readonly context: PolicyContext;
}

/** An id of a person that the home does not have (any more) counts as a stranger. */
function isStranger({ person, stranger }: Origin, standing: PersonRights | null): boolean {
  return stranger === true || (person !== undefined && standing === null);
}

/** The general rules and the rules for certain people, keyed by the list of all rules. */
const layers = new WeakMap<readonly PolicyRule[], readonly (readonly PolicyRule[])[]>();

function layersOf(rules: readonly PolicyRule[]): readonly (readonly PolicyRule[])[] {
  const known = layers.get(rules);
  if (known) return known;
  const split = [rules.filter((rule) => !isPersonRule(rule)), rules.filter(isPersonRule)];
  layers.set(rules, split);
  return split;
}

/** The verdict of a matching rule: an approved plan needs no yes, and a PIN that was given is not asked for again. */
function verdictOf(rule: PolicyRule, { origin, context }: PolicyRequest): PolicyVerdict {
  const approved = (origin.kind === "schedule" || origin.kind === "scene") && origin.approved;
  switch (rule.decision) {
    case "allow":
    case "deny":
      return { decision: rule.decision, rule };
    case "confirm":
      return { decision: approved ? "allow" : "confirm", rule };
    case "pin": {
      if (origin.pin) return { decision: approved ? "allow" : "confirm", rule };
      if (!context.hasPin(origin)) {
        const decision = rule.withoutPin ?? "confirm";
        return { decision: decision === "confirm" && approved ? "allow" : decision, rule };
      }
      return { decision: approved ? "allow" : "pin", rule };
    }
    default:
      return rule.decision satisfies never;
  }
}

/** One property or action that a command touches. `value` is undefined for an action. */
interface PolicyTarget {
  readonly service: string;
  readonly name: string;
  readonly value: boolean | number | string | undefined;
  readonly valueName: string | undefined;
}

function targetsOf(command: WireCommand): PolicyTarget[] {
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

function ruleMatches(rule: PolicyRule, device: Device, target: PolicyTarget, asking: PolicyRequest): boolean {
  return matchesDevice(rule, device) && matchesTarget(rule, target) && matchesRequest(rule, asking);
}

/** Whether a rule's device fields match. */
function matchesDevice({ devices, kinds, exceptKinds, rooms, exceptRooms }: PolicyRule, device: Device): boolean {
  if (devices && !devices.includes(device.id) && !devices.includes(device.handle)) return false;
  if (kinds && !kinds.includes(device.spec.kind)) return false;
  if (exceptKinds?.includes(device.spec.kind)) return false;
  if (rooms && !isIn(device, rooms)) return false;
  return !(exceptRooms && isIn(device, exceptRooms));
}

function isIn({ room }: Device, rooms: readonly string[]): boolean {
  if (room === null) return false;
  const called = [room.id, room.name, ...room.aliases].map((name) => name.toLowerCase());
  return rooms.some((name) => called.includes(name.toLowerCase()));
}

/** Whether a rule's service, name and value fields match. */
function matchesTarget(rule: PolicyRule, target: PolicyTarget): boolean {
  const service = target.service.replace(/-\d+$/, "");
  if (rule.services && !rule.services.includes(service)) return false;
  if (rule.exceptServices?.includes(service)) return false;
  if (rule.names && !rule.names.includes(target.name)) return false;
  if (target.value === undefined) return rule.above === undefined && !(rule.valueNames && !rule.names);
  if (rule.above !== undefined && !(typeof target.value === "number" && target.value > rule.above)) return false;
  if (!rule.values && !rule.valueNames) return true;
  return (
    (rule.values?.includes(target.value) ?? false) ||
    (target.valueName !== undefined && (rule.valueNames?.includes(target.valueName) ?? false))
  );
}

/** Whether a rule's fields about person, origin, mode and time match. */
function matchesRequest(rule: PolicyRule, { origin, standing, isStranger, context }: PolicyRequest): boolean {
  if (rule.origins && !rule.origins.includes(origin.kind)) return false;
  if (isPersonRule(rule)) {
    const { persons = [], roles = [], stranger = false } = rule;
    const byName = origin.person !== undefined && persons.includes(origin.person);
    if (!byName && !(standing && roles.includes(standing.role)) && !(stranger && isStranger)) return false;
  }
  const mode = rule.modes ? context.mode() : null;
  if (rule.modes && (mode === null || !rule.modes.includes(mode))) return false;
  if (rule.hours && !isWithin(rule.hours, context.minute())) return false;
  return !(rule.exceptHours && isWithin(rule.exceptHours, context.minute()));
}
