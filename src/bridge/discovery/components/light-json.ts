import { type Codec, percentOf, REPORTED_TEXT } from "../../spec/codec.ts";
import { type Component, type ComponentDraft, OWN_STATE } from "../component.ts";
import { type ColourMode, colourObject } from "./light-colour.ts";
import { addEffects, BRIGHTNESS, COLOUR, EFFECT_TEXT, ON, otherColour, temperatureOf } from "./light-properties.ts";
import { fieldWrites, listenToJson } from "./one-message.ts";
import { onOffCodec } from "./switches.ts";

/** A light that speaks JSON on one topic each way: state, brightness, colour and effect in one message. */
export function addJsonLight(component: Component): void {
  const light = component.service("light");
  const stateTopic = component.heardTopic("state_topic");
  const own = stateTopic === undefined ? null : OWN_STATE;
  const write = fieldWrites(component.topic("command_topic"), (topic, fields) =>
    component.publication(topic, JSON.stringify(fields), null),
  );
  /** Keyed by the key in the message. */
  const slots = new Map<string, string>();
  const add = (key: string, draft: ComponentDraft, codec: Codec) =>
    slots.set(key, component.property(light, draft, codec, own, write(key)));

  add("state", ON, onOffCodec(component));
  const modes = component.texts("supported_color_modes");
  if (component.flag("brightness") || modes.some((mode) => mode !== "onoff")) {
    add("brightness", BRIGHTNESS, percentOf(component.number("brightness_scale") ?? 255));
  }
  if (component.flag("color_temp") || modes.includes("color_temp")) {
    const { draft, codec } = temperatureOf(component);
    add("color_temp", draft, codec);
  }
  const mode = colourMode(component, modes);
  if (mode) add("color", COLOUR, colourObject(mode));
  const effects = addEffects(component, light, own, write("effect"));
  if (effects !== null) slots.set("effect", effects);
  else if (component.flag("effect")) add("effect", EFFECT_TEXT, REPORTED_TEXT);
  const colours = { colour: slots.get("color"), warmth: slots.get("color_temp") };
  if (stateTopic !== undefined)
    listenToJson(component, stateTopic, slots, (json) => otherColour(json["color_mode"], colours));
}

function colourMode(component: Component, modes: readonly string[]): ColourMode | null {
  for (const mode of ["xy", "hs", "rgb"] as const) if (modes.includes(mode) || component.flag(mode)) return mode;
  return (["rgbww", "rgbw"] as const).find((mode) => modes.includes(mode)) ?? null;
}
