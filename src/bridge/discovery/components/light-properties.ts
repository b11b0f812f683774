import type { Codec } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import type { Component, Draft, State } from "../component.ts";
import type { Write } from "../wire.ts";

// What a light has whatever its schema is.

export const ON: Draft = { name: "on", description: "Light", format: "bool" };

export const BRIGHTNESS: Draft = {
  name: "brightness",
  description: "Brightness",
  format: "uint8",
  unit: "percentage",
  range: [1, 100, 1],
};

export const COLOUR: Draft = {
  name: "color",
  description: "Color",
  format: "uint32",
  unit: "rgb",
  range: [0, 0xffffff, 1],
};

/** Mired unless the light says kelvin, with its bounds in kelvin for the spec. */
export function temperatureOf(component: Component): { readonly draft: Draft; readonly codec: Codec } {
  const inKelvin = component.flag("color_temp_kelvin");
  const least = component.number("min_kelvin") ?? Math.floor(1_000_000 / (component.number("max_mireds") ?? 500));
  const most = component.number("max_kelvin") ?? Math.ceil(1_000_000 / (component.number("min_mireds") ?? 153));
  const number = (raw: unknown) => (raw === null || raw === "" ? Number.NaN : Number(raw));
  const near = (sent: unknown, reported: unknown) => Math.abs(number(sent) - number(reported)) <= (inKelvin ? 30 : 1);
  const flip = (raw: unknown) => {
    const value = number(raw);
    return Number.isFinite(value) && value > 0 ? Math.round(inKelvin ? value : 1_000_000 / value) : null;
  };
  return {
    draft: {
      name: "color-temperature",
      description: "Color temperature",
      format: "uint32",
      unit: "kelvin",
      range: [Math.min(least, most - 1), Math.max(most, least + 1), 1],
    },
    codec: { decode: flip, encode: (value) => flip(value), near },
  };
}

/** Adds the light shows of `effect_list`; returns their slot, null without them. */
export function addEffects(
  component: Component,
  light: ServiceWriter,
  state: State | null,
  write: Write | null,
): string | null {
  const effects = component.texts("effect_list");
  return effects.length === 0 ? null : component.choice(light, "effect", "Effect", effects, state, write);
}
