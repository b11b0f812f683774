import { binary, type Codec, celsiusOf } from "../../spec/codec.ts";
import { fahrenheitSetting } from "../../spec/fahrenheit.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import type { Component } from "../component.ts";
import { addPresets } from "./presets.ts";

/** Modes to go to when it is turned on and none was seen before, best first. */
const ON_MODES = ["heat", "auto", "heat_cool", "cool", "eco", "performance"];
const ALL_MODES = ["auto", "off", "cool", "heat", "dry", "fan_only"];
const ACTIONS = ["off", "heating", "cooling", "drying", "idle", "fan", "preheating", "defrosting"];

/** Heating and cooling: temperatures in celsius, `mode`, and `on`. */
export function addClimate(component: Component): void {
  const given = component.texts("modes");
  const modes = given.length > 0 ? given : ALL_MODES;
  const cools = modes.some((mode) => ["cool", "dry", "fan_only"].includes(mode));
  component.trait(cools ? "air-conditioner" : "climate");
  const service = component.service(cools ? "air-conditioner" : "thermostat");
  addHeating(component, service, modes, { least: 7, most: 35 });
  const speeds = component.texts("fan_modes");
  const has = (key: string) =>
    component.heardTopic(`${key}_state_topic`) !== undefined || component.topic(`${key}_command_topic`) !== undefined;
  if (has("fan_mode"))
    addList(
      component,
      service,
      "fan-level",
      "Fan mode",
      speeds.length > 0 ? speeds : ["auto", "low", "medium", "high"],
      "fan_mode",
    );
  const swings = component.texts("swing_modes");
  if (has("swing_mode")) {
    addList(component, service, "swing-mode", "Swing mode", swings.length > 0 ? swings : ["on", "off"], "swing_mode");
  }
  const across = component.texts("swing_horizontal_modes");
  if (has("swing_horizontal_mode")) {
    const ways = across.length > 0 ? across : ["on", "off"];
    addList(component, service, "horizontal-swing-mode", "Horizontal swing mode", ways, "swing_horizontal_mode");
  }
  addPresets(component, service, { name: "preset", description: "Preset", without: "none" }, ["value_template"]);
  const action = component.state("action_topic", "action_template", "value_template");
  if (action) component.choice(service, "status", "Doing", ACTIONS, action, null);
}

export function addWaterHeater(component: Component): void {
  component.trait("water-heater");
  const modes = component.texts("modes");
  const all = modes.length > 0 ? modes : ["off", "eco", "electric", "gas", "heat_pump", "high_demand", "performance"];
  addHeating(component, component.service("water-heater"), all, { least: 43, most: 60 });
}

function addHeating(
  component: Component,
  service: ServiceWriter,
  modes: readonly string[],
  bounds: { readonly least: number; readonly most: number },
): void {
  const fahrenheit = component.text("temperature_unit") === "F";
  const given = component.number("temp_step") ?? 1;
  const step = given > 0 ? given : 1;
  // The bounds of the kind are in celsius.
  const bound = (key: string, otherwise: number) =>
    component.number(key) ?? (fahrenheit ? Math.round(otherwise * 1.8 + 32) : otherwise);
  const [min, max] = [bound("min_temp", bounds.least), bound("max_temp", bounds.most)];
  const { codec, range } = fahrenheit
    ? fahrenheitSetting(min, max, step)
    : { codec: celsiusOf(false), range: [min, Math.max(max, min + step), step] as const };
  const degrees = { format: "float", unit: "celsius" } as const;

  addPower(component, service, modes);
  const current = component.state("current_temperature_topic", "current_temperature_template", "value_template");
  if (current)
    component.property(
      service,
      { name: "temperature", description: "Current temperature", ...degrees },
      celsiusOf(fahrenheit),
      current,
      null,
    );
  for (const [key, label] of [
    ["temperature", "Target temperature"],
    ["temperature_low", "Lowest temperature"],
    ["temperature_high", "Highest temperature"],
  ] as const) {
    const state = component.state(`${key}_state_topic`, `${key}_state_template`, "value_template");
    const write = component.command(`${key}_command_topic`, `${key}_command_template`);
    const draft = { name: "target-temperature", description: label, ...degrees, range };
    if (state || write) component.property(service, draft, codec, state, write);
  }
  const air = component.state("current_humidity_topic", "current_humidity_template", "value_template");
  if (air) {
    const draft = { name: "relative-humidity", description: "Humidity", format: "float", unit: "percentage" } as const;
    component.property(service, { ...draft, range: [0, 100, 0.1] }, celsiusOf(false), air, null);
  }
  const humidity = component.command("target_humidity_command_topic", "target_humidity_command_template");
  if (humidity) {
    const percent = {
      name: "target-humidity",
      description: "Target humidity",
      format: "uint8",
      unit: "percentage",
    } as const;
    const bounded = [component.number("min_humidity") ?? 30, component.number("max_humidity") ?? 99, 1] as const;
    const state = component.state("target_humidity_state_topic", "target_humidity_state_template", "value_template");
    component.property(service, { ...percent, range: bounded }, celsiusOf(false), state, humidity);
  }
}

/** `mode`, and `on` beside it: by a topic of its own, or as one side of the mode. */
function addPower(component: Component, service: ServiceWriter, modes: readonly string[]): void {
  const state = component.state("mode_state_topic", "mode_state_template", "value_template");
  const write = component.command("mode_command_topic", "mode_command_template");
  const power = component.command("power_command_topic", "power_command_template");
  const on = { name: "on", description: "On", format: "bool" } as const;
  const off = modes.includes("off");
  const turnedOn = ON_MODES.find((mode) => modes.includes(mode)) ?? modes.find((mode) => mode !== "off");
  const side: Codec = {
    decode: (raw) => (modes.includes(String(raw)) ? raw !== "off" : null),
    encode: (value) => (value === true ? turnedOn : "off"),
  };
  const words = binary(component.text("payload_on") ?? "ON", component.text("payload_off") ?? "OFF");
  if (power) {
    // What the power topic is told shows in the mode.
    const codec: Codec = { decode: side.decode, encode: words.encode };
    component.property(service, on, codec, off ? state : null, power);
  } else if (off && (state || write)) component.property(service, on, side, state, write);
  if (state || write) {
    component.choice(service, "mode", "Mode", modes, state, write);
  }
}

function addList(
  component: Component,
  service: ServiceWriter,
  name: string,
  label: string,
  values: readonly string[],
  key: string,
): void {
  const state = component.state(`${key}_state_topic`, `${key}_state_template`, "value_template");
  const write = component.command(`${key}_command_topic`, `${key}_command_template`);
  component.choice(service, name, label, values, state, write);
}
