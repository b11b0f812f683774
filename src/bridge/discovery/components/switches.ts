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

/** A siren sounds (`alarm`), with a tone and a volume where it has them; what it is told is JSON unless a template says otherwise. */
export function addSiren(component: Component): void {
  component.trait("siren");
  const service = component.service("alarm");
  const topic = component.topic("command_topic");
  const codec = onOffCodec(component);
  const template = component.template("command_template");
  const offTemplate = component.template("command_off_template") ?? template;
  const tones = component.texts("available_tones");
  const plain =
    tones.length === 0 &&
    component.options["support_volume_set"] === false &&
    component.options["support_duration"] === false;
  const publish = (wire: unknown, fields: Readonly<Record<string, unknown>> = {}) => {
    if (topic === undefined) return null;
    const on = codec.decode(wire) !== false;
    const chosen = on ? template : offTemplate;
    if (chosen || plain) return component.publication(topic, wire, chosen, fields);
    return component.publication(topic, JSON.stringify({ state: wire, ...fields }), null);
  };
  const draft = { name: "alarm", description: "Siren", format: "bool" } as const;
  const state = component.state("state_topic", "state_value_template", "value_template");
  // The state may be the word alone or JSON that holds it.
  const heard: Codec = {
    encode: codec.encode,
    decode(raw) {
      if (typeof raw !== "string" || !raw.startsWith("{")) return codec.decode(raw);
      try {
        return codec.decode((JSON.parse(raw) as Readonly<Record<string, unknown>>)["state"]);
      } catch {
        return null;
      }
    },
  };
  const write = topic === undefined ? null : ({ kind: "alone", publish: (wire: unknown) => publish(wire) } as const);
  component.property(service, draft, heard, state, write);
  if (tones.length > 0 && topic !== undefined) {
    const on = component.text("payload_on") ?? "ON";
    component.choice(service, "tone", "Tone", tones, null, {
      kind: "alone",
      publish: (wire) => publish(on, { tone: wire }),
    });
  }
}
