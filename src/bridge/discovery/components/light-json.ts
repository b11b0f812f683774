import { type Codec, listed, percentOf } from "../../spec/codec.ts";
import { fullRgb, hueSaturationOfRgb, rgbOf, rgbOfHueSaturation, rgbOfXy, xyOfRgb } from "../../spec/colour.ts";
import { listDraft } from "../../spec/lists.ts";
import type { Component } from "../component.ts";
import type { Told, WriteGroup } from "../wire.ts";
import { BRIGHTNESS, COLOUR, temperatureOf } from "./light.ts";
import { onOffCodec } from "./switches.ts";

type ColourMode = "xy" | "hs" | "rgb";

/** A light that speaks JSON on one topic each way: state, brightness, colour and effect in one message. */
export function addJsonLight(component: Component): void {
  const light = component.service("light");
  const topic = component.topic("command_topic");
  const stateTopic = component.heardTopic("state_topic");
  const modes = component.texts("supported_color_modes");
  const own = stateTopic === undefined ? null : ({ kind: "own" } as const);
  const group: WriteGroup = {
    publish(fields) {
      if (topic === undefined) return null;
      return component.publication(topic, JSON.stringify(fields), null);
    },
  };
  const write = (field: (wire: unknown) => Readonly<Record<string, unknown>>) =>
    topic === undefined ? null : ({ kind: "together", group, field } as const);

  const on = { name: "on", description: "Light", format: "bool" } as const;
  const slots = new Map<string, string>();
  slots.set(
    "state",
    component.property(
      light,
      on,
      onOffCodec(component),
      own,
      write((wire) => ({ state: wire })),
    ),
  );
  const dimmable = component.flag("brightness") || modes.some((mode) => mode !== "onoff");
  if (dimmable) {
    const codec = percentOf(component.number("brightness_scale") ?? 255);
    slots.set(
      "brightness",
      component.property(
        light,
        BRIGHTNESS,
        codec,
        own,
        write((wire) => ({ brightness: wire })),
      ),
    );
  }
  if (component.flag("color_temp") || modes.includes("color_temp")) {
    const { range, codec } = temperatureOf(component);
    const draft = {
      name: "color-temperature",
      description: "Color temperature",
      format: "uint32",
      unit: "kelvin",
      range,
    } as const;
    slots.set(
      "color_temp",
      component.property(
        light,
        draft,
        codec,
        own,
        write((wire) => ({ color_temp: wire })),
      ),
    );
  }
  const mode = colourMode(component, modes);
  if (mode)
    slots.set(
      "color",
      component.property(
        light,
        COLOUR,
        colourObject(mode),
        own,
        write((wire) => ({ color: wire })),
      ),
    );
  const effects = component.texts("effect_list");
  if (effects.length > 0) {
    const draft = { name: "effect", description: "Effect", ...listDraft(effects) };
    slots.set(
      "effect",
      component.property(
        light,
        draft,
        listed(effects),
        own,
        write((wire) => ({ effect: wire })),
      ),
    );
  }
  if (stateTopic === undefined) return;
  const template = component.template("value_template");
  component.listen(stateTopic, (payload) => {
    const rendered = component.render(template, payload);
    if (!("text" in rendered)) return [rendered];
    const json = template === null ? component.jsonOf(payload) : component.jsonOf(rendered.text);
    if (json === null)
      return [{ kind: "problem", detail: `light ${component.config.object}: state is no JSON object` }];
    const told: Told[] = [];
    for (const [key, slot] of slots) {
      const wire = json[key];
      if (wire !== undefined && wire !== null) told.push({ kind: "value", slot, wire });
    }
    return told;
  });
}

function colourMode(component: Component, modes: readonly string[]): ColourMode | null {
  for (const mode of ["xy", "hs", "rgb"] as const) if (modes.includes(mode) || component.flag(mode)) return mode;
  return modes.some((mode) => mode.startsWith("rgb")) ? "rgb" : null;
}

const finite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** `color` of the JSON schema: x and y, h and s, or r, g and b. */
export function colourObject(mode: ColourMode): Codec {
  const part = (raw: unknown, key: string) =>
    typeof raw === "object" && raw !== null && Object.hasOwn(raw, key)
      ? (raw as Readonly<Record<string, unknown>>)[key]
      : undefined;
  return {
    decode(raw) {
      const [x, y, h, s] = ["x", "y", "h", "s"].map((key) => part(raw, key));
      const [r, g, b] = ["r", "g", "b"].map((key) => part(raw, key));
      const rgb = finite(r) && finite(g) && finite(b) ? fullRgb(rgbOf(r, g, b)) : null;
      if (mode === "rgb" && rgb !== null) return rgb;
      if (mode === "hs" && finite(h) && finite(s)) return rgbOfHueSaturation({ hue: h, saturation: s });
      if (finite(x) && finite(y)) return rgbOfXy({ x, y });
      return finite(h) && finite(s) ? rgbOfHueSaturation({ hue: h, saturation: s }) : rgb;
    },
    encode(value) {
      if (mode === "xy") return { ...xyOfRgb(Number(value)) };
      if (mode === "hs") {
        const { hue, saturation } = hueSaturationOfRgb(Number(value));
        return { h: hue, s: saturation };
      }
      const full = fullRgb(Number(value));
      return { r: (full >> 16) & 255, g: (full >> 8) & 255, b: full & 255 };
    },
    near(sent, reported) {
      const most = mode === "xy" ? 0.01 : 3;
      const keys = mode === "xy" ? ["x", "y"] : mode === "hs" ? ["h", "s"] : ["r", "g", "b"];
      return keys.every((key) => {
        const [a, b] = [part(sent, key), part(reported, key)];
        return finite(a) && finite(b) && Math.abs(a - b) <= most;
      });
    },
  };
}
