import { percentOf } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import type { Component } from "../component.ts";
import { COLOUR_MODES, type ColourMode, colourText } from "./light-colour.ts";
import { addJsonLight } from "./light-json.ts";
import { addEffects, BRIGHTNESS, COLOUR, ON, temperatureOf } from "./light-properties.ts";
import { addTemplateLight } from "./light-template.ts";
import { onOffCodec } from "./switches.ts";

export function addLight(component: Component): void {
  component.trait("light");
  const schema = component.text("schema") ?? "basic";
  if (schema === "json") addJsonLight(component);
  else if (schema === "template") addTemplateLight(component);
  else addBasicLight(component);
}

/** A light with a topic for everything. */
function addBasicLight(component: Component): void {
  const light = component.service("light");
  const state = component.state("state_topic", "state_value_template", "value_template");
  component.property(light, ON, onOffCodec(component), state, component.command("command_topic"));

  const brightness = component.command("brightness_command_topic", "brightness_command_template");
  const brightnessState = component.state("brightness_state_topic", "brightness_value_template");
  if (brightness || brightnessState) {
    const codec = percentOf(component.number("brightness_scale") ?? 255);
    component.property(light, BRIGHTNESS, codec, brightnessState, brightness);
  }
  const temperature = component.command("color_temp_command_topic", "color_temp_command_template");
  const temperatureState = component.state("color_temp_state_topic", "color_temp_value_template");
  if (temperature || temperatureState) {
    const { draft, codec } = temperatureOf(component);
    component.property(light, draft, codec, temperatureState, temperature);
  }
  const mode = COLOUR_MODES.find((each) => component.topic(`${each}_command_topic`) !== undefined);
  if (mode) addColour(component, light, mode);
  const effect = component.command("effect_command_topic", "effect_command_template");
  if (effect) {
    addEffects(component, light, component.state("effect_state_topic", "effect_value_template"), effect);
  }
}

function addColour(component: Component, light: ServiceWriter, mode: ColourMode): void {
  const topic = component.topic(`${mode}_command_topic`) ?? "";
  const template = component.template(`${mode}_command_template`);
  const state = component.state(`${mode}_state_topic`, `${mode}_value_template`);
  const publish = (wire: unknown) => {
    const parts = String(wire).split(",").map(Number);
    const [a = 0, b = 0, c = 0] = parts;
    const names = mode === "rgb" ? { red: a, green: b, blue: c } : mode === "hs" ? { hue: a, sat: b } : { x: a, y: b };
    return component.publication(topic, wire, template, names);
  };
  component.property(light, COLOUR, colourText(mode), state, { kind: "alone", publish });
}
