import { type Codec, listed, percentOf } from "../../spec/codec.ts";
import { fullRgb, hueSaturationOfRgb, rgbOf, rgbOfHueSaturation, rgbOfXy, xyOfRgb } from "../../spec/colour.ts";
import { listDraft } from "../../spec/lists.ts";
import type { Component } from "../component.ts";
import { addJsonLight } from "./light-json.ts";
import { addTemplateLight } from "./light-template.ts";
import { onOffCodec } from "./switches.ts";

/** Mired unless the light says kelvin, with its bounds in kelvin for the spec. */
export function temperatureOf(component: Component): {
  readonly range: readonly [number, number, number];
  readonly codec: Codec;
} {
  const inKelvin = component.flag("color_temp_kelvin");
  const least = component.number("min_kelvin") ?? Math.floor(1_000_000 / (component.number("max_mireds") ?? 500));
  const most = component.number("max_kelvin") ?? Math.ceil(1_000_000 / (component.number("min_mireds") ?? 153));
  const range = [Math.min(least, most - 1), Math.max(most, least + 1), 1] as const;
  const number = (raw: unknown) => (raw === null || raw === "" ? Number.NaN : Number(raw));
  const near = (sent: unknown, reported: unknown) => Math.abs(number(sent) - number(reported)) <= (inKelvin ? 30 : 1);
  const flip = (raw: unknown) => {
    const value = number(raw);
    return Number.isFinite(value) && value > 0 ? Math.round(inKelvin ? value : 1_000_000 / value) : null;
  };
  return { range, codec: { decode: flip, encode: (value) => flip(value), near } };
}

export const BRIGHTNESS = {
  name: "brightness",
  description: "Brightness",
  format: "uint8",
  unit: "percentage",
  range: [1, 100, 1],
} as const;
export const COLOUR = {
  name: "color",
  description: "Color",
  format: "uint32",
  unit: "rgb",
  range: [0, 0xffffff, 1],
} as const;

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
  const on = { name: "on", description: "Light", format: "bool" } as const;
  const state = component.state("state_topic", "state_value_template", "value_template");
  const topic = component.topic("command_topic");
  component.property(
    light,
    on,
    onOffCodec(component),
    state,
    topic === undefined ? null : component.command("command_topic"),
  );

  const brightness = component.command("brightness_command_topic", "brightness_command_template");
  const brightnessState = component.state("brightness_state_topic", "brightness_value_template");
  if (brightness || brightnessState) {
    const codec = percentOf(component.number("brightness_scale") ?? 255);
    component.property(light, BRIGHTNESS, codec, brightnessState, brightness);
  }
  const temperature = component.command("color_temp_command_topic", "color_temp_command_template");
  const temperatureState = component.state("color_temp_state_topic", "color_temp_value_template");
  if (temperature || temperatureState) {
    const { range, codec } = temperatureOf(component);
    const draft = {
      name: "color-temperature",
      description: "Color temperature",
      format: "uint32",
      unit: "kelvin",
      range,
    } as const;
    component.property(light, draft, codec, temperatureState, temperature);
  }
  for (const mode of ["rgb", "hs", "xy"] as const) {
    if (component.topic(`${mode}_command_topic`) === undefined) continue;
    addColour(component, light, mode);
    break;
  }
  const effects = component.texts("effect_list");
  const effect = component.command("effect_command_topic", "effect_command_template");
  if (effect && effects.length > 0) {
    const draft = { name: "effect", description: "Effect", ...listDraft(effects) };
    component.property(
      light,
      draft,
      listed(effects),
      component.state("effect_state_topic", "effect_value_template"),
      effect,
    );
  }
}

function addColour(component: Component, light: ReturnType<Component["service"]>, mode: "rgb" | "hs" | "xy"): void {
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

/** A colour as numbers with commas: "255,0,0", "120,100", "0.3,0.4". */
function colourText(mode: "rgb" | "hs" | "xy"): Codec {
  const numbers = (raw: unknown) =>
    String(raw)
      .split(",")
      .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return {
    decode(raw) {
      const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = numbers(raw);
      if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
      if (mode === "xy") return rgbOfXy({ x: a, y: b });
      if (mode === "hs") return rgbOfHueSaturation({ hue: a, saturation: b });
      return Number.isFinite(c) ? fullRgb(rgbOf(a, b, c)) : null;
    },
    encode(value) {
      const rgb = Number(value);
      if (mode === "xy") return Object.values(xyOfRgb(rgb)).join(",");
      if (mode === "hs") return Object.values(hueSaturationOfRgb(rgb)).join(",");
      const full = fullRgb(rgb);
      return [(full >> 16) & 255, (full >> 8) & 255, full & 255].join(",");
    },
    near(sent, reported) {
      const [a, b] = [numbers(sent), numbers(reported)];
      const most = mode === "xy" ? 0.01 : 3;
      return a.length === b.length && a.every((part, index) => Math.abs(part - (b[index] ?? Number.NaN)) <= most);
    },
  };
}
