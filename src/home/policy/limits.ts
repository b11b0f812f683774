import type { Role } from "../commands.ts";
import type { DayHours } from "../local-time.ts";
import { homeMessage, type Message } from "../message.ts";
import type { PolicyRule } from "./policy.ts";

/** The limits of one person. A field that is left out limits nothing. */
export interface PersonLimits {
  /** Only devices in these rooms; ids or names. */
  readonly rooms?: readonly string[] | undefined;
  /** Only these kinds of device: `light`. */
  readonly kinds?: readonly string[] | undefined;
  /** Only within these hours of the home's day. */
  readonly hours?: DayHours | undefined;
  /** None of these devices: ids or handles. */
  readonly denied?: readonly string[] | undefined;
}

/** A person's limits as rules; the reason of each refusal says whom to ask. @param id of the person */
export function limitRules(
  id: string,
  role: Role,
  { rooms, kinds, hours, denied }: PersonLimits,
): readonly PolicyRule[] {
  const rule = (name: string, match: Partial<PolicyRule>, why: Message): PolicyRule => {
    return { id: `${id}-${name}`, decision: "deny", why: withContact(why, role), persons: [id], ...match };
  };
  return [
    ...(denied ? [rule("devices", { devices: denied }, homeMessage("notThisDevice", {}))] : []),
    ...(rooms ? [rule("rooms", { exceptRooms: rooms }, homeMessage("notThisRoom", {}))] : []),
    ...(kinds ? [rule("kinds", { exceptKinds: kinds }, homeMessage("notThisKind", {}))] : []),
    ...(hours ? [rule("hours", { exceptHours: hours }, homeMessage("notNow", { ...hours }))] : []),
  ];
}

/** The reason of a refusal with whom to ask: a child asks an adult, a guest the host. */
function withContact(why: Message, role: Role): Message {
  switch (role) {
    case "adult":
      return why;
    case "child":
      return homeMessage("askAdult", { why });
    case "guest":
      return homeMessage("askHost", { why });
    default:
      return role satisfies never;
  }
}
