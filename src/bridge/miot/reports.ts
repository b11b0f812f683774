import {
  type DeviceId,
  eventByIid,
  propertyByIid,
  type ReportCause,
  type ReportedValue,
  type Spec,
} from "../../home/index.ts";
import type { DialectOutput, InboundMessage } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import type { EventMessage, PropertyMessage } from "./messages.ts";
import { LATE_EVENT, type MiotEventRepeats } from "./repeats.ts";
import { argumentValue } from "./requests.ts";

/** Who reports, and in which message. */
export interface Reporter {
  readonly did: string;
  readonly id: DeviceId;
  readonly spec: Spec;
  readonly message: InboundMessage;
}

/**
 * The reported values of a device; a property that the spec does not have becomes a problem. The home checks the values
 * themselves.
 * @param time when the values became so by the device's clock, milliseconds since the epoch
 */
export function reportedValues(
  { did, id, spec, message }: Reporter,
  items: readonly PropertyMessage[],
  cause: ReportCause,
  time?: number | null,
): DialectOutput[] {
  const values: ReportedValue[] = [];
  const problems: DialectOutput[] = [];
  for (const { did: named, siid, piid, value } of items) {
    if (value === undefined) continue;
    if (String(named ?? did) !== did) {
      problems.push(messageProblem("wrong-device-id", message, `a value of "${named}"`));
      continue;
    }
    const property = propertyByIid(spec, siid, piid);
    if (!property) {
      problems.push(messageProblem("unknown-property", message, `the spec has no property ${siid}.${piid}`));
      continue;
    }
    values.push({ address: property.address, value });
  }
  if (values.length === 0) return problems;
  // A live report is true now, whatever the device's clock says.
  const since = cause === "retained" && typeof time === "number" ? Math.min(time, message.at) : message.at;
  return [{ kind: "values", id, values, cause, at: since }, ...problems];
}

/** An event of a device, unless it is too old or was there before. */
export function reportedEvent(
  { did, id, spec, message }: Reporter,
  given: EventMessage,
  repeats: MiotEventRepeats,
): DialectOutput[] {
  const { siid, eiid, arguments: args, did: named } = given.params;
  if ((named ?? did) !== did) return [messageProblem("wrong-device-id", message, `an event of "${named}"`)];
  const event = eventByIid(spec, siid, eiid);
  if (!event) return [messageProblem("unknown-event", message, `the spec has no event ${siid}.${eiid}`)];
  const { time } = given;
  if (typeof time === "number" && message.at - time > LATE_EVENT) {
    return [
      messageProblem("late-event", message, `${event.address} is ${Math.round((message.at - time) / 1000)} s old`),
    ];
  }
  const mark = given.id ?? (typeof time === "number" ? `${siid}.${eiid} ${time}` : null);
  if (mark !== null && repeats.isRepeat(did, mark)) {
    return [messageProblem("repeated-event", message, `${event.address} was there before`)];
  }
  const values = (args ?? []).flatMap((argument, index) => {
    const piid = typeof argument === "object" ? argument.piid : undefined;
    const property = event.arguments.find((each, at) => (piid ? each.piid === piid : at === index));
    return property ? [{ address: property.address, value: argumentValue(argument) }] : [];
  });
  return [{ kind: "event", id, event: event.address, arguments: values }];
}
