import { NUMBER, TEXT } from "../../spec/codec.ts";
import { fahrenheitSetting } from "../../spec/fahrenheit.ts";
import { integerFormat } from "../../spec/lists.ts";
import { specUnitOf } from "../../spec/names.ts";
import { specNameOf } from "../../spec/writer.ts";
import type { Component } from "../component.ts";

const settings = (component: Component) => component.shared("settings", "Settings");

/** A number that can be set. */
export function addNumber(component: Component): void {
  const min = component.number("min") ?? 1;
  const max = component.number("max") ?? 100;
  const step = component.number("step") ?? 1;
  const unit = component.text("unit_of_measurement");
  const state = component.resettable("payload_reset", "state_topic", "value_template");
  const write = component.command("command_topic", "command_template");
  const base = { name: component.ownName, description: component.label };
  if (unit === "°F") {
    const { codec, range } = fahrenheitSetting(min, max, step > 0 ? step : 1);
    component.property(settings(component), { ...base, format: "float", unit: "celsius", range }, codec, state, write);
    return;
  }
  const whole = [min, max, step].every(Number.isInteger);
  const draft = { ...base, format: whole ? integerFormat(min, max) : "float", unit: specUnitOf(unit) } as const;
  const range = max > min && step > 0 ? ([min, max, step] as const) : undefined;
  component.property(settings(component), { ...draft, range }, NUMBER, state, write);
}

export function addSelect(component: Component): void {
  const values = component.texts("options");
  if (values.length === 0) {
    component.problem("no-options", "options");
    return;
  }
  const state = component.state("state_topic", "value_template");
  const write = component.command("command_topic", "command_template");
  component.choice(settings(component), component.ownName, component.label, values, state, write);
}

export function addButton(component: Component): void {
  const payload = component.payload("payload_press", "PRESS");
  const identify = component.deviceClass === "identify";
  const service = identify ? component.shared("identify", "Identify") : component.shared("buttons", "Buttons");
  const name = identify ? "identify" : `press-${component.ownName}`;
  component.constantAction(service, name, component.label, "command_topic", payload);
}

export function addScene(component: Component): void {
  const payload = component.payload("payload_on", "ON");
  const service = component.shared("scenes", "Scenes");
  component.constantAction(service, `recall-${specNameOf(component.label)}`, component.label, "command_topic", payload);
}

/** A message that people are told: text goes out, nothing comes back. */
export function addNotify(component: Component): void {
  const draft = { name: component.ownName, description: component.label, format: "string" } as const;
  component.property(
    component.shared("messages", "Messages"),
    draft,
    TEXT,
    null,
    component.command("command_topic", "command_template"),
  );
}
