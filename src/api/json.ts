import { questionFor } from "../assistant/index.ts";
import {
  askerOf,
  currentValue,
  type Device,
  type Doubt,
  doubtOf,
  doubtsOf,
  type ErrorCode,
  type ErrorDetails,
  type Execution,
  type Home,
  type HomeEvent,
  NO_OVERRIDE,
  type Origin,
  type OutcomeOf,
  type Property,
  stateOf,
} from "../home/index.ts";
import {
  actionName,
  errorText,
  kindName,
  type Language,
  nameIn,
  partCalled,
  propertyName,
  textOf,
  valuesInWords,
} from "../language/index.ts";
import { iconOf, unitLabel, valueLabel, valuesWithLabels } from "./device-labels.ts";

/** The home as JSON of the API (`schemas.ts` describes it). Times are ISO 8601, devices are named by handle. */

/** A moment in milliseconds since the epoch as ISO 8601, UTC. */
export function timeJson(at: number): string {
  return new Date(at).toISOString();
}

/** A moment as the API shows it; null stays null. */
export function maybeTime(at: number | null): string | null {
  return at === null ? null : timeJson(at);
}

/** The reason why there is no reliable value, and since when. */
function doubtJson({ reason, since }: Doubt) {
  return { reason, since: since === null ? null : timeJson(since) };
}

/** The reader of a device: the home that it is in, the language of labels, and now in milliseconds since the epoch. */
export interface DeviceReader {
  readonly home: Home;
  readonly language: Language;
  readonly now: number;
}

/** A device with its state as it is known now, and with labels for the reader. */
export function deviceJson(device: Device, { home, language, now }: DeviceReader) {
  const { room, spec, override: set = NO_OVERRIDE } = device;
  const floor = room?.floor ? home.layout.floor(room.floor) : undefined;
  return {
    id: device.id,
    handle: device.handle,
    name: device.name,
    label: nameIn(language, device),
    aliases: [...device.aliases],
    room: room?.name ?? null,
    roomId: room?.id ?? null,
    roomLabel: room ? nameIn(language, room) : null,
    floor: floor?.name ?? null,
    floorId: floor?.id ?? null,
    floorLabel: floor ? nameIn(language, floor) : null,
    kind: spec.kind,
    kindLabel: kindName(spec.kind, language),
    icon: set.icon ?? iconOf(spec.kind),
    hidden: set.hidden ?? false,
    favourite: set.favourite ?? false,
    order: set.order ?? null,
    changed: Object.keys(set).sort(),
    model: device.model,
    dialect: device.dialect,
    members: [...device.members],
    essential: device.essential,
    essentialMark: device.essentialMark,
    online: device.online,
    offlineSince: device.offlineSince === null ? null : timeJson(device.offlineSince),
    lostSince: device.lostSince === null ? null : timeJson(device.lostSince),
    lastSeen: device.lastSeen === null ? null : timeJson(device.lastSeen),
    state: stateOf(device),
    doubts: Object.fromEntries([...doubtsOf(device, now)].map(([address, doubt]) => [address, doubtJson(doubt)])),
  };
}

/** A device as `deviceJson` gives it, with the properties, actions and events of its spec. */
export function deviceWithSpecJson(device: Device, reader: DeviceReader) {
  return { ...deviceJson(device, reader), reports: device.reports, spec: specJson(device, reader) };
}

function specJson(device: Device, reader: DeviceReader) {
  const { spec } = device;
  const { language } = reader;
  return {
    urn: spec.urn,
    kind: spec.kind,
    description: spec.description,
    services: spec.services.map((service) => ({
      name: service.key,
      description: service.description,
      label: partCalled(service, device, language),
    })),
    properties: [...spec.properties.values()].map((property) => propertyJson(property, device, reader)),
    actions: [...spec.actions.values()].map((action) => ({
      address: action.address,
      description: action.description,
      label: actionName(action, language),
      in: action.in.map((property) => property.address),
      out: action.out.map((property) => property.address),
      arguments: action.in.map((property) => ({ address: property.address, ...shapeJson(property, language) })),
    })),
    events: [...spec.events.values()].map((event) => ({
      address: event.address,
      description: event.description,
      arguments: event.arguments.map((property) => property.address),
    })),
  };
}

/** Which values a property or an argument takes, and how they are called. */
function shapeJson(property: Property, language: Language) {
  return {
    label: propertyName(property, language),
    format: property.format,
    unit: property.unit,
    unitLabel: unitLabel(property.unit, language),
    range: property.range === null ? null : { ...property.range },
    values: valuesWithLabels(property, language),
  };
}

function propertyJson(property: Property, device: Device, { language, now }: DeviceReader) {
  const { address, access } = property;
  const doubt = doubtOf(device, address, now);
  const state = device.state.get(address);
  const value = currentValue(device, address) ?? null;
  return {
    address,
    description: property.description,
    ...shapeJson(property, language),
    access: (["read", "write", "notify"] as const).filter((each) => access[each]),
    writable: access.write,
    observable: access.notify,
    value,
    valueLabel: value === null ? null : valueLabel(property, value, language),
    reportedAt: state ? timeJson(state.reportedAt) : null,
    changedAt: state ? timeJson(state.changedAt) : null,
    changeSeen: state?.changeSeen ?? false,
    doubt: doubt && doubtJson(doubt),
  };
}

/** One outcome: the device by its handle (its id where it is not there any more), an action's arguments as `value`. */
export function outcomeJson<Status extends string>(outcome: OutcomeOf<Status>, home: Home, language: Language) {
  const { device, status, before, code, error } = outcome;
  const target =
    "property" in outcome
      ? { property: outcome.property, value: outcome.value }
      : { action: outcome.action, value: [...outcome.in], ...(outcome.out && { out: [...outcome.out] }) };
  return {
    device: home.device(device)?.handle ?? device,
    id: device,
    ...target,
    status,
    ...(before !== undefined && { before }),
    ...(code !== undefined && { code }),
    ...(error && { error: errorJson(error, language) }),
  };
}

/** An error as clients get it; texts of its details are in the language of the message. */
export function errorJson(
  { code, details }: { readonly code: ErrorCode; readonly details?: ErrorDetails },
  language: Language,
) {
  return { code, message: errorText({ code, details }, language), details: valuesInWords(details ?? {}, language) };
}

/** The outcomes of commands, with the commands that a yes would run where the policy asks. */
export function executionJson({ outcomes, confirmation }: Execution, home: Home, language: Language) {
  return {
    outcomes: outcomes.map((outcome) => outcomeJson(outcome, home, language)),
    ...(confirmation && {
      confirmation: {
        id: confirmation.id,
        question: questionFor(home, { ...confirmation, pin: false }, language),
        reasons: confirmation.rules.map((rule) => textOf(rule.why ?? "", language)),
        pin: confirmation.pin,
        expiresAt: timeJson(confirmation.expiresAt),
      },
    }),
  };
}

/** The author of a command, without the words of the sentence. */
export function originJson(origin: Origin) {
  return { ...doorJson(origin), ...askerOf(origin) };
}

/** The way by which it came in. */
function doorJson(origin: Origin) {
  switch (origin.kind) {
    case "person":
      return { kind: origin.kind, ...(origin.name !== undefined && { name: origin.name }) };
    case "conversation":
      return {
        kind: origin.kind,
        conversation: origin.conversation,
        ...(origin.client !== undefined && { client: origin.client }),
      };
    case "schedule":
    case "scene":
      return { kind: origin.kind, id: origin.id };
    case "api":
    case "mcp":
      return { kind: origin.kind, ...(origin.client !== undefined && { client: origin.client }) };
    default:
      return origin satisfies never;
  }
}

/** An event of the home for a stream; `type` is the name of the stream's event too. */
export function eventJson(event: HomeEvent, home: Home, language: Language) {
  const at = timeJson(event.at);
  switch (event.type) {
    case "device-added":
    case "device-updated":
      return { type: event.type, at, device: deviceJson(event.device, { home, language, now: event.at }) };
    case "device-removed":
      return { type: event.type, at, id: event.device.id, handle: event.device.handle };
    case "layout-changed":
      return { type: event.type, at };
    case "availability-changed":
      return { type: event.type, at, id: event.device.id, handle: event.device.handle, online: event.online };
    case "property-changed": {
      const { device, address, value, before = null, cause } = event;
      return { type: event.type, at, id: device.id, handle: device.handle, property: address, value, before, cause };
    }
    case "property-cleared": {
      const { device, address, reason, before, cause } = event;
      const { id, handle } = device;
      return { type: "property-changed", at, id, handle, property: address, value: null, reason, before, cause };
    }
    case "event-occurred": {
      const given = Object.fromEntries(event.arguments.map(({ address, value }) => [address, value]));
      const { device } = event;
      return { type: event.type, at, id: device.id, handle: device.handle, event: event.event, arguments: given };
    }
    case "executed":
      return {
        type: event.type,
        at,
        origin: originJson(event.origin),
        outcomes: event.outcomes.map((outcome) => outcomeJson(outcome, home, language)),
      };
    default:
      return event satisfies never;
  }
}
