import { type Codec, percentBetween } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import { type Component, OWN_STATE } from "../component.ts";
import { endsOf, PERCENT, scaledCommand } from "./positions.ts";

const MOTIONS = ["stopped", "opening", "closing"] as const;
const STATUS = {
  name: "run-status",
  description: "Movement",
  format: "uint8",
  values: [
    { value: 0, description: "Stopped" },
    { value: 1, description: "Opening" },
    { value: 2, description: "Closing" },
  ],
} as const;
const MOTION: Codec = {
  decode(raw) {
    const at = (MOTIONS as readonly unknown[]).indexOf(raw);
    return at === -1 ? null : at;
  },
  encode: (value) => MOTIONS[Number(value)],
};

/** A valve: `on` while it is open, or a position where it reports one; and whether it moves. Its state may come as JSON. */
export function addValve(component: Component): void {
  component.trait(component.deviceClass === "gas" ? "gas-valve" : "valve");
  const service = component.service("valve");
  if (component.flag("reports_position")) addPositioned(component, service);
  else addBinary(component, service);
  const stop = component.text("payload_stop");
  component.constantAction(service, "stop", "Stop", "command_topic", stop ?? null);
}

/** The two words for a motion, and what they mean. */
function motionsOf(component: Component): ReadonlyMap<unknown, "opening" | "closing"> {
  return new Map([
    [component.text("state_opening") ?? "opening", "opening"],
    [component.text("state_closing") ?? "closing", "closing"],
  ]);
}

function addBinary(component: Component, service: ServiceWriter): void {
  const own = component.heardTopic("state_topic") === undefined ? null : OWN_STATE;
  const open = component.payload("payload_open", "OPEN");
  const close = component.payload("payload_close", "CLOSE");
  const ends = { open: component.text("state_open") ?? "open", closed: component.text("state_closed") ?? "closed" };
  const codec: Codec = {
    decode: (raw) => (raw === ends.open ? true : raw === ends.closed ? false : null),
    encode: (value) => (value === true ? open : close),
  };
  const write = open === null || close === null ? null : component.command("command_topic", "command_template");
  const on = component.property(service, { name: "on", description: "Valve", format: "bool" }, codec, own, write);
  if (own === null) return;
  const motions = motionsOf(component);
  const status = component.property(service, STATUS, MOTION, own, null);
  component.hear("state_topic", ["value_template"], {}, (text) => {
    const json = component.jsonOf(text);
    const raw = json ? json["state"] : text;
    if (raw === undefined) return [];
    const motion = motions.get(raw);
    // What moves is not closed: water may pass already, or still.
    if (motion) return [...component.values(on, ends.open), ...component.values(status, motion)];
    const known = raw === ends.open || raw === ends.closed;
    return [...component.values(on, raw), ...component.values(status, known ? "stopped" : null)];
  });
}

function addPositioned(component: Component, service: ServiceWriter): void {
  const own = component.heardTopic("state_topic") === undefined ? null : OWN_STATE;
  const ends = endsOf(component, "position_closed", 0, "position_open", 100);
  const names = { position_open: ends.full, position_closed: ends.zero };
  const scale = percentBetween(ends.zero, ends.full);
  const write = scaledCommand(component, "command_topic", "command_template", "position", ends, names);
  const draft = { name: "target-position", description: "Position", ...PERCENT };
  const position = component.property(service, draft, scale, own, write);
  if (own === null) return;
  const motions = motionsOf(component);
  const status = component.property(service, STATUS, MOTION, own, null);
  component.hear("state_topic", ["value_template"], names, (text) => {
    const json = component.jsonOf(text);
    if (json && json["position"] === undefined) return [];
    const raw = json ? json["position"] : text;
    const motion = motions.get(json ? json["state"] : text);
    const moves = motion === undefined ? [] : component.values(status, motion);
    // A word is no position.
    if (json === null && (motion !== undefined || raw === "open" || raw === "closed")) return moves;
    const percent = scale.decode(raw);
    const arrived = motion === undefined && (percent === 0 || percent === 100);
    return [...component.values(position, raw), ...moves, ...(arrived ? component.values(status, "stopped") : [])];
  });
}
