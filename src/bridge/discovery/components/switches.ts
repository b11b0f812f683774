import { binary, type Codec } from "../../spec/codec.ts";
import type { Component } from "../component.ts";

/** On and off as a component says them: what it sends, and what it hears where that differs. */
export function onOffCodec(component: Component): Codec {
  const on = component.text("payload_on") ?? "ON";
  const off = component.text("payload_off") ?? "OFF";
  const heard = binary(component.text("state_on") ?? on, component.text("state_off") ?? off);
  return { decode: heard.decode, encode: (value) => (value === true ? on : off) };
}

export function addSwitch(component: Component): void {
  if (component.text("entity_category") !== undefined) {
    // A setting that is told as a switch.
    const setting = { name: component.ownName, description: component.label, format: "bool" } as const;
    const shown = component.state("state_topic", "value_template");
    const told = component.command("command_topic", "command_template");
    component.property(component.shared("settings", "Settings"), setting, onOffCodec(component), shown, told);
    return;
  }
  const outlet = component.deviceClass === "outlet";
  component.trait(outlet ? "outlet" : "switch");
  const service = component.service("switch");
  const draft = { name: "on", description: "Switch", format: "bool" } as const;
  const state = component.state("state_topic", "value_template");
  const command = component.command("command_topic", "command_template");
  component.property(service, draft, onOffCodec(component), state, command);
}
