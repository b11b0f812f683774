import type { Action, Device, Outcome, Property, Service, Value } from "../home/index.ts";
import { isLift } from "./change-descriptions.ts";
import type { Language } from "./language.ts";
import { matchesDescription, valueText } from "./names.ts";
import type { OngoingMotion } from "./reported-changes.ts";

/** Services that take time to open and close. */
const LEAVES: ReadonlySet<string> = new Set([
  "curtain",
  "blinds",
  "window-opener",
  "window",
  "garage-door",
  "door",
  "gate",
  "airer",
  "awning",
  "shutter",
]);
const OPEN = /^(open|up|raise)(-|$)/i;
const CLOSE = /^(close|down|lower)(-|$)/i;
/** Descriptions of a status at an end of the motion. */
const IS_OPEN = /^(open|opened|fully open|up|at the top)$/i;
const IS_CLOSED = /^(closed?|fully closed|down|at the bottom)$/i;

/** The motion that a good outcome started and that has not ended; null for every other outcome. */
export function ongoingMotionOf(
  device: Device | undefined,
  outcome: Outcome,
  language: Language,
): OngoingMotion | null {
  const { status } = outcome;
  if (!device || (status !== "confirmed" && status !== "unchanged" && status !== "accepted")) return null;
  if ("action" in outcome) {
    const action = device.spec.actions.get(outcome.action);
    const service = device.spec.services.find(({ key }) => key === action?.service);
    const sent = action && service ? sentByAction(action, service) : null;
    return sent && service && !isAtEnd(device, service, sent.kind === "open") ? sent : null;
  }
  const property = device.spec.properties.get(outcome.property);
  const service = device.spec.services.find(({ key }) => key === property?.service);
  if (!property || !service) return null;
  if (property.type === "motor-control") {
    const description = property.values.find(({ value }) => value === outcome.value)?.description ?? "";
    const open = matchesDescription(description, ["open", "up"]);
    if (!open && !matchesDescription(description, ["close", "down"])) return null;
    return isAtEnd(device, service, open) ? null : toEnd(open, service);
  }
  if (property.type === "target-position") return toPosition(device, service, property, outcome.value, language);
  return null;
}

type ToEnd = Extract<OngoingMotion, { kind: "open" | "closed" }>;

function toEnd(open: boolean, { key }: Service): ToEnd {
  return { kind: open ? "open" : "closed", ...(isLift({ service: key }) && { lifts: true as const }) };
}

function sentByAction({ type }: Action, service: Service): ToEnd | null {
  if (!LEAVES.has(service.type)) return null;
  if (OPEN.test(type)) return toEnd(true, service);
  return CLOSE.test(type) ? toEnd(false, service) : null;
}

function toPosition(
  device: Device,
  service: Service,
  property: Property,
  value: Value,
  language: Language,
): OngoingMotion | null {
  const { range } = property;
  if (typeof value !== "number" || !range) return null;
  if (value === range.min || value === range.max) {
    const open = value === range.max;
    return isAtEnd(device, service, open) ? null : toEnd(open, service);
  }
  const position = positionIn(device, service);
  // A motor stops within a step or two of where it was sent.
  if (position !== null && Math.abs(position.at - value) <= Math.max(range.step, 2)) return null;
  return { kind: "to", place: valueText(property, value, language) };
}

/** Whether something is known to be at an end of its motion: by its position, else by its status. */
function isAtEnd(device: Device, service: Service, open: boolean): boolean {
  const position = positionIn(device, service);
  if (position) return open ? position.at >= position.max : position.at <= position.min;
  const status = service.properties.find(({ type }) => type === "status" || type === "door-state");
  const value = status && device.state.get(status.address)?.value;
  const description = status?.values.find((each) => each.value === value)?.description ?? "";
  return (open ? IS_OPEN : IS_CLOSED).test(description);
}

function positionIn(device: Device, { properties }: Service) {
  const position = properties.find(({ type }) => type === "current-position");
  const at = position && device.state.get(position.address)?.value;
  if (typeof at !== "number") return null;
  return { at, min: position?.range?.min ?? 0, max: position?.range?.max ?? 100 };
}
