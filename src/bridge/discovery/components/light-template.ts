import { binary, type Codec, listed, percentOf } from "../../spec/codec.ts";
import { fullRgb, hueSaturationOfRgb, rgbOf } from "../../spec/colour.ts";
import { listDraft } from "../../spec/lists.ts";
import type { Component } from "../component.ts";
import type { Told, WriteGroup } from "../wire.ts";
import { BRIGHTNESS, COLOUR, temperatureOf } from "./light.ts";

/** A light whose commands are written by templates, and whose state is read by one template a property. */
export function addTemplateLight(component: Component): void {
  const light = component.service("light");
  const topic = component.topic("command_topic");
  const stateTopic = component.heardTopic("state_topic");
  const onTemplate = component.template("command_on_template");
  const offTemplate = component.template("command_off_template");
  const own = stateTopic === undefined ? null : ({ kind: "own" } as const);
  const group: WriteGroup = {
    publish(fields) {
      if (topic === undefined) return null;
      const off = fields["state"] === "off";
      return component.publication(topic, off ? "off" : "on", off ? offTemplate : onTemplate, {
        state: "on",
        ...fields,
      });
    },
  };
  const write = (field: (wire: unknown) => Readonly<Record<string, unknown>>) =>
    topic === undefined ? null : ({ kind: "together", group, field } as const);
  /** Reads one property by the template under `key`. */
  const readers: { readonly key: string; readonly slot: string }[] = [];
  const has = (key: string) => component.text(key) !== undefined;
  const read = (key: string) => (has(key) ? own : null);

  const on = { name: "on", description: "Light", format: "bool" } as const;
  const state = component.property(
    light,
    on,
    binary("on", "off"),
    read("state_template"),
    write((wire) => ({ state: wire })),
  );
  readers.push({ key: "state_template", slot: state });
  if (has("brightness_template")) {
    const slot = component.property(
      light,
      BRIGHTNESS,
      percentOf(255),
      own,
      write((wire) => ({ brightness: wire })),
    );
    readers.push({ key: "brightness_template", slot });
  }
  if (has("color_temp_template")) {
    const { range, codec } = temperatureOf(component);
    const draft = {
      name: "color-temperature",
      description: "Color temperature",
      format: "uint32",
      unit: "kelvin",
      range,
    } as const;
    readers.push({
      key: "color_temp_template",
      slot: component.property(
        light,
        draft,
        codec,
        own,
        write((wire) => ({ color_temp: wire })),
      ),
    });
  }
  const coloured = ["red", "green", "blue"].every((name) => has(`${name}_template`));
  const colour = coloured ? component.property(light, COLOUR, CHANNELS, own, write(colourNames)) : null;
  const effects = component.texts("effect_list");
  if (effects.length > 0) {
    const draft = { name: "effect", description: "Effect", ...listDraft(effects) };
    const slot = component.property(
      light,
      draft,
      listed(effects),
      read("effect_template"),
      write((wire) => ({ effect: wire })),
    );
    readers.push({ key: "effect_template", slot });
  }
  if (stateTopic === undefined) return;
  const templates = readers.flatMap(({ key, slot }) => {
    const template = component.template(key);
    return template ? [{ template, slot }] : [];
  });
  const channels = coloured ? ["red", "green", "blue"].map((name) => component.template(`${name}_template`)) : [];
  component.listen(stateTopic, (payload) => {
    const told: Told[] = templates.map(({ template, slot }) => {
      const rendered = component.render(template, payload);
      if (!("text" in rendered)) return rendered;
      return rendered.text === "" || rendered.text === "None"
        ? { kind: "nothing" }
        : { kind: "value", slot, wire: rendered.text };
    });
    const parts = channels
      .map((template) => component.render(template, payload))
      .flatMap((part) => ("text" in part ? [part.text] : []));
    if (colour !== null && parts.length === 3) told.push({ kind: "value", slot: colour, wire: parts });
    return told;
  });
}

/** The names that a command template is given for a colour. */
function colourNames(wire: unknown): Readonly<Record<string, unknown>> {
  const [red = 0, green = 0, blue = 0] = Array.isArray(wire) ? wire.map(Number) : [];
  const { hue, saturation } = hueSaturationOfRgb(rgbOf(red, green, blue));
  return { red, green, blue, hue, sat: saturation };
}

/** Three channels, as texts when heard. */
const CHANNELS: Codec = {
  decode(raw) {
    const [red, green, blue] = Array.isArray(raw) ? raw.map(Number) : [];
    if (![red, green, blue].every(Number.isFinite)) return null;
    return fullRgb(rgbOf(red ?? 0, green ?? 0, blue ?? 0));
  },
  encode(value) {
    const full = fullRgb(Number(value));
    return [(full >> 16) & 255, (full >> 8) & 255, full & 255];
  },
  near: (sent, reported) =>
    Array.isArray(sent) &&
    Array.isArray(reported) &&
    sent.every((part, index) => Math.abs(Number(part) - Number(reported[index])) <= 3),
};
