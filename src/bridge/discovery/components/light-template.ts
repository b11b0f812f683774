import { binary, percentOf } from "../../spec/codec.ts";
import { hueSaturationOfRgb, rgbOf } from "../../spec/colour.ts";
import { type Component, OWN_STATE } from "../component.ts";
import type { DecodedMessage, Fields } from "../wire.ts";
import { COLOUR_CHANNELS } from "./light-colour.ts";
import { addEffects, BRIGHTNESS, COLOUR, ON, temperatureOf } from "./light-properties.ts";
import { fieldWrites } from "./one-message.ts";

const CHANNELS = ["red_template", "green_template", "blue_template"];

/** A light whose commands are written by templates, and whose state is read by one template a property. */
export function addTemplateLight(component: Component): void {
  const light = component.service("light");
  const stateTopic = component.heardTopic("state_topic");
  const onTemplate = component.template("command_on_template");
  const offTemplate = component.template("command_off_template");
  const write = fieldWrites(component.topic("command_topic"), (topic, fields) => {
    const off = fields["state"] === "off";
    const names = { ...namesOf(fields), state: !off };
    return component.publication(topic, off ? "off" : "on", off ? offTemplate : onTemplate, names);
  });
  const own = stateTopic === undefined ? null : OWN_STATE;
  const has = (key: string) => component.text(key) !== undefined;
  const read = (key: string) => (has(key) ? own : null);
  /** Slots of the properties, keyed by the option with the template that reads them. */
  const slots = new Map<string, string>();

  const state = component.property(light, ON, binary("on", "off"), read("state_template"), write("state"));
  slots.set("state_template", state);
  if (has("brightness_template")) {
    const slot = component.property(light, BRIGHTNESS, percentOf(255), own, write("brightness"));
    slots.set("brightness_template", slot);
  }
  if (has("color_temp_template")) {
    const { draft, codec } = temperatureOf(component);
    slots.set("color_temp_template", component.property(light, draft, codec, own, write("color_temp")));
  }
  const coloured = CHANNELS.every(has);
  const colour = coloured ? component.property(light, COLOUR, COLOUR_CHANNELS, own, write("color")) : null;
  const effects = addEffects(component, light, read("effect_template"), write("effect"));
  if (effects !== null) slots.set("effect_template", effects);
  if (stateTopic === undefined) return;
  const templates = [...slots].flatMap(([key, slot]) => {
    const template = component.template(key);
    return template ? [{ template, slot }] : [];
  });
  const channels = coloured ? CHANNELS.map((key) => component.template(key)) : [];
  component.listen(stateTopic, (payload) => {
    const told: DecodedMessage[] = templates.map(({ template, slot }) => {
      const rendered = component.render(template, payload);
      if (!("text" in rendered)) return rendered;
      return rendered.text === "" ? { kind: "nothing" } : { kind: "value", slot, wire: rendered.text };
    });
    const parts = channels
      .map((template) => component.render(template, payload))
      .flatMap((part) => ("text" in part ? [part.text] : []));
    if (colour !== null && parts.length === 3) {
      const none = parts.every((part) => part === "None");
      told.push({ kind: "value", slot: colour, wire: none ? null : parts });
    }
    return told;
  });
}

/** The names that a command template is given: a colour goes as its channels, hue and saturation. */
function namesOf({ color, ...others }: Fields): Fields {
  if (!Array.isArray(color)) return others;
  const [red = 0, green = 0, blue = 0] = color.map(Number);
  const { hue, saturation } = hueSaturationOfRgb(rgbOf(red, green, blue));
  return { ...others, red, green, blue, hue, sat: saturation };
}
