import { eventByIid, propertyByIid, type Spec, type Value } from "../../home/index.ts";
import type { DialectOutput, InboundMessage } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { hubDeviceId } from "./devices.ts";
import { eventArguments } from "./payloads.ts";

type Place = Pick<InboundMessage, "topic" | "retained">;

/** The change in a property report. Firmwares report more than their specs list: that is a problem, not a value. */
export function propertyReport(
  did: string,
  spec: Spec,
  { siid, piid, value }: { readonly siid: number; readonly piid: number; readonly value: Value | null },
  { topic, retained }: Place,
): DialectOutput {
  const property = propertyByIid(spec, siid, piid);
  if (!property) return messageProblem("unknown-property", { topic }, spec.urn);
  const values = [{ address: property.address, value }];
  return { kind: "values", id: hubDeviceId(did), values, cause: retained ? "retained" : "report" };
}

/** The event in an event report. */
export function eventReport(
  did: string,
  spec: Spec,
  { siid, eiid, given }: { readonly siid: number; readonly eiid: number; readonly given: readonly unknown[] },
  { topic }: Place,
): DialectOutput {
  const event = eventByIid(spec, siid, eiid);
  if (!event) return messageProblem("unknown-event", { topic }, spec.urn);
  return { kind: "event", id: hubDeviceId(did), event: event.address, arguments: eventArguments(event, given) };
}
