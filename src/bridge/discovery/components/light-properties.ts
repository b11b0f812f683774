import type { Codec } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import type { Component, ComponentDraft, ComponentState } from "../component.ts";
import type { DecodedMessage, PropertyWriting } from "../wire.ts";

// What a light has whatever its schema is.

export const ON: ComponentDraft = { name: "on", description: "Light", format: "bool" };

export const BRIGHTNESS: ComponentDraft = {
  name: "brightness",
  description: "Brightness",
  format: "uint8",
  unit: "percentage",
  range: [1, 100, 1],
};

export const COLOUR: ComponentDraft = {
  name: "color",
  description: "Color",
  format: "uint32",
  unit: "rgb",
  range: [0, 0xffffff, 1],
};

/** What it shows, of a light that does not list its shows. */
export const EFFECT_TEXT: ComponentDraft = { name: "effect", description: "Effect", format: "string" };

/** A light shows a colour, a white or neither: whichever its mode does not say is not known any more. */
export function otherColour(
  mode: unknown,
  { colour, warmth }: { readonly colour: string | undefined; readonly warmth: string | undefined },
): readonly DecodedMessage[] {
  const hidden =
    mode === "color_temp" ? [colour] : COLOURED.has(mode) ? [warmth] : PLAIN.has(mode) ? [colour, warmth] : [];
  return hidden.flatMap((slot) => (slot === undefined ? [] : [{ kind: "value", slot, wire: null }]));
}

/** Modes that show neither. */
const PLAIN: ReadonlySet<unknown> = new Set(["white", "brightness", "onoff"]);

const COLOURED: ReadonlySet<unknown> = new Set(["rgb", "rgbw", "rgbww", "hs", "xy"]);

/** Mired unless the light says kelvin, with its bounds in kelvin for the spec. */
export function temperatureOf(component: Component): { readonly draft: ComponentDraft; readonly codec: Codec } {
  const inKelvin = component.flag("color_temp_kelvin");
  const least = component.number("min_kelvin") ?? Math.floor(1_000_000 / (component.number("max_mireds") ?? 500));
  const most = component.number("max_kelvin") ?? Math.ceil(1_000_000 / (component.number("min_mireds") ?? 153));
  const number = (raw: unknown) => (raw === null || raw === "" ? Number.NaN : Number(raw));
  const near = (sent: unknown, reported: unknown) => Math.abs(number(sent) - number(reported)) <= (inKelvin ? 30 : 1);
  const flip = (raw: unknown) => {
    const value = number(raw);
    return Number.isFinite(value) && value > 0 ? Math.round(inKelvin ? value : 1_000_000 / value) : null;
  };
  // A light cannot be outside what it announces: there it is at the edge.
  const decode = (raw: unknown) => {
    const heard = flip(raw);
    return heard === null ? null : Math.min(most, Math.max(least, heard));
  };
  return {
    draft: {
      name: "color-temperature",
      description: "Color temperature",
      format: "uint32",
      unit: "kelvin",
      range: [Math.min(least, most - 1), Math.max(most, least + 1), 1],
    },
    codec: { decode, encode: (value) => flip(value), near },
  };
}

/** Adds the light shows of `effect_list`; returns their slot, null without them. */
export function addEffects(
  component: Component,
  light: ServiceWriter,
  state: ComponentState | null,
  write: PropertyWriting | null,
): string | null {
  const effects = component.texts("effect_list");
  return effects.length === 0 ? null : component.choice(light, "effect", "Effect", effects, state, write);
}
