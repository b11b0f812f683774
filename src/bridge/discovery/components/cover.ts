import { binary, type Codec, listed, percentBetween } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import type { Component } from "../component.ts";

const PERCENT = { format: "uint8", unit: "percentage", range: [0, 100, 1] } as const;
const MOVES = [
  { key: "stop", number: 0, label: "Pause", payload: "STOP" },
  { key: "open", number: 1, label: "Open", payload: "OPEN" },
  { key: "close", number: 2, label: "Close", payload: "CLOSE" },
] as const;
const STATES = ["stopped", "opening", "closing", "open", "closed"] as const;

/** A cover: `motor-control`, `status`, and its position where it tells one. */
export function addCover(component: Component): void {
  component.trait(coverTrait(component.deviceClass));
  const names: Readonly<Record<string, string>> = { "garage-door": "garage-door", "window-cover": "window-opener" };
  const service = component.service(names[coverTrait(component.deviceClass)] ?? "curtain");
  addMotor(component, service);
  const state = component.state("state_topic", "value_template");
  const texts = STATES.map((name) => component.text(`state_${name}`) ?? name);
  const values = STATES.map((name, value) => ({ value, description: name.charAt(0).toUpperCase() + name.slice(1) }));
  if (state)
    component.property(
      service,
      { name: "status", description: "Status", format: "uint8", values },
      listed(texts),
      state,
      null,
    );
  const codec = percentBetween(component.number("position_closed") ?? 0, component.number("position_open") ?? 100);
  const position = component.state("position_topic", "position_template");
  if (position)
    component.property(
      service,
      { name: "current-position", description: "Current position", ...PERCENT },
      codec,
      position,
      null,
    );
  const set = component.commandNamed("set_position_topic", "set_position_template", "position");
  if (set)
    component.property(
      service,
      { name: "target-position", description: "Target position", ...PERCENT },
      codec,
      position,
      set,
    );
  const tilt = component.commandNamed("tilt_command_topic", "tilt_command_template", "tilt_position");
  if (tilt) {
    const tiltCodec = percentBetween(component.number("tilt_min") ?? 0, component.number("tilt_max") ?? 100);
    component.property(
      service,
      { name: "tilt", description: "Tilt", ...PERCENT },
      tiltCodec,
      component.state("tilt_status_topic", "tilt_status_template"),
      tilt,
    );
  }
}

function addMotor(component: Component, service: ServiceWriter): void {
  const write = component.command("command_topic");
  if (!write) return;
  const moves = MOVES.flatMap(({ key, number, label, payload }) => {
    const text = component.payload(`payload_${key}`, payload);
    return text === null ? [] : [{ number, label, text }];
  });
  if (moves.length === 0) return;
  const values = moves.map(({ number, label }) => ({ value: number, description: label }));
  const codec = listed(
    moves.map(({ text }) => text),
    moves.map(({ number }) => number),
  );
  component.property(
    service,
    { name: "motor-control", description: "Motor control", format: "uint8", values },
    codec,
    null,
    write,
  );
}

function coverTrait(deviceClass: string | undefined): "garage-door" | "window-cover" | "curtain" {
  if (deviceClass === "garage" || deviceClass === "gate" || deviceClass === "door") return "garage-door";
  return deviceClass === "window" ? "window-cover" : "curtain";
}

/** A valve: `on` while it is open, or a position where it reports one; its state may come as JSON. */
export function addValve(component: Component): void {
  component.trait(component.deviceClass === "gas" ? "gas-valve" : "valve");
  const service = component.service("valve");
  const state = component.state("state_topic", "value_template");
  const write = component.command("command_topic", "command_template");
  const part = (raw: unknown, key: string): unknown =>
    typeof raw === "string" && raw.trimStart().startsWith("{") ? component.jsonOf(raw)?.[key] : raw;
  if (component.flag("reports_position")) {
    const scale = percentBetween(component.number("position_closed") ?? 0, component.number("position_open") ?? 100);
    const codec = { ...scale, decode: (raw: unknown) => scale.decode(part(raw, "position")) };
    component.property(service, { name: "target-position", description: "Position", ...PERCENT }, codec, state, write);
  } else {
    const open = component.payload("payload_open", "OPEN");
    const close = component.payload("payload_close", "CLOSE");
    const heard = binary(component.text("state_open") ?? "open", component.text("state_closed") ?? "closed");
    const codec: Codec = {
      decode: (raw) => heard.decode(part(raw, "state")),
      encode: (value) => (value === true ? open : close),
    };
    const settable = open === null || close === null ? null : write;
    component.property(service, { name: "on", description: "Valve", format: "bool" }, codec, state, settable);
  }
  const stop = component.flag("reports_position")
    ? component.payload("payload_stop", "STOP")
    : (component.text("payload_stop") ?? null);
  component.constantAction(service, "stop", "Stop", "command_topic", stop);
}
