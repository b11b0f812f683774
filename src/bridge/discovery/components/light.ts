import type { Publication } from "../../dialect.ts";
import { type Codec, percentOf, REPORTED_TEXT } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import { type Component, type ComponentState, OWN_STATE } from "../component.ts";
import type { PropertyWriting, WriteGroup } from "../wire.ts";
import { type ColourMode, colourText, scaledText } from "./light-colour.ts";
import { addJsonLight } from "./light-json.ts";
import { addEffects, BRIGHTNESS, COLOUR, EFFECT_TEXT, ON, otherColour, temperatureOf } from "./light-properties.ts";
import { addTemplateLight } from "./light-template.ts";
import { onOffCodec } from "./switches.ts";

export function addLight(component: Component): void {
  component.trait("light");
  const schema = component.text("schema") ?? "basic";
  if (schema === "json") addJsonLight(component);
  else if (schema === "template") addTemplateLight(component);
  else addBasicLight(component);
}

/** Ways to command a colour, the one that loses least first. */
const MODES: readonly ColourMode[] = ["rgb", "rgbw", "rgbww", "hs", "xy"];
/** When the command to turn on is sent, relative to those for brightness and colour. */
type OnType = "first" | "last" | "brightness";

/** One write and the function that makes its publications, given all writes of the command. */
interface Wanted {
  readonly wire: unknown;
  readonly publish: (all: ReadonlyMap<string, unknown>) => Publication | null;
}

/** A light with a topic for everything. */
class BasicLight {
  readonly #component: Component;
  readonly #light: ServiceWriter;
  readonly #mode: ColourMode | undefined;
  /** The scale of its brightness on the wire. */
  readonly #scale: number;
  /** Whether its brightness is that of its colour, for want of a topic of its own. */
  readonly #mixed: boolean;
  /** The last value received or sent, on the wire; null before any. */
  #brightness: number | null = null;
  #colour: string | null = null;

  constructor(component: Component) {
    this.#component = component;
    this.#light = component.service("light");
    this.#mode = MODES.find((each) => component.topic(`${each}_command_topic`) !== undefined);
    const own = ["brightness_command_topic", "brightness_state_topic"];
    this.#mixed = this.#mode?.startsWith("rgb") === true && own.every((key) => component.heardTopic(key) === undefined);
    this.#scale = this.#mixed ? 255 : (component.number("brightness_scale") ?? 255);
  }

  add(): void {
    const component = this.#component;
    const group: WriteGroup = { publish: (fields) => this.#publish(new Map(Object.entries(fields))) };
    const together = (
      key: string,
      publish: ((wire: unknown, all: ReadonlyMap<string, unknown>) => Publication | null) | null,
    ): PropertyWriting | null =>
      publish && {
        kind: "together",
        group,
        field: (wire) => {
          const wanted: Wanted = { wire, publish: (all) => publish(wire, all) };
          return { [key]: wanted };
        },
      };
    const state = component.state("state_topic", "state_value_template", "value_template");
    const topic = component.topic("command_topic");
    component.property(
      this.#light,
      ON,
      onOffCodec(component),
      state,
      together("state", topic === undefined ? null : (wire) => component.publication(topic, wire, null)),
    );
    this.#addBrightness(together);
    const warmth = this.#addTemperature(together);
    const colour = this.#mode ? this.#addColour(this.#mode, together) : undefined;
    this.#addEffects(together);
    component.hear("color_mode_state_topic", ["color_mode_value_template"], {}, (mode) =>
      otherColour(mode, { colour, warmth }),
    );
  }

  #addBrightness(together: Together): void {
    const component = this.#component;
    if (this.#mixed) return;
    const topic = component.topic("brightness_command_topic");
    const heard = component.heardTopic("brightness_state_topic");
    if (topic === undefined && heard === undefined) return;
    const template = component.template("brightness_command_template");
    const write = topic === undefined ? null : (wire: unknown) => component.publication(topic, wire, template);
    const codec = percentOf(this.#scale);
    const state = heard === undefined ? null : OWN_STATE;
    const slot = component.property(this.#light, BRIGHTNESS, codec, state, together("brightness", write));
    component.hear("brightness_state_topic", ["brightness_value_template"], {}, (text) => {
      const level = Number(text);
      if (level > 0) this.#brightness = level;
      return component.values(slot, text);
    });
  }

  #addTemperature(together: Together): string | undefined {
    const component = this.#component;
    const topic = component.topic("color_temp_command_topic");
    const state = component.state("color_temp_state_topic", "color_temp_value_template");
    if (topic === undefined && state === null) return undefined;
    const { draft, codec } = temperatureOf(component);
    const template = component.template("color_temp_command_template");
    const write = topic === undefined ? null : (wire: unknown) => component.publication(topic, wire, template);
    return component.property(this.#light, draft, codec, state, together("color_temp", write));
  }

  #addColour(mode: ColourMode, together: Together): string {
    const component = this.#component;
    const heard = component.heardTopic(`${mode}_state_topic`);
    const own: ComponentState | null = heard === undefined ? null : OWN_STATE;
    const codec: Codec = this.#mixed ? scaledText(mode) : colourText(mode);
    const send = (wire: unknown, all: ReadonlyMap<string, unknown>) => this.#sendColour(mode, wire, all);
    const slot = component.property(this.#light, COLOUR, codec, own, together("color", send));
    const level = this.#mixed
      ? component.property(this.#light, BRIGHTNESS, percentOf(255), own, together("brightness", this.#mix(mode)))
      : undefined;
    component.hear(`${mode}_state_topic`, [`${mode}_value_template`], {}, (text) => {
      const most = Math.max(...text.split(",").map(Number));
      if (level === undefined) return component.values(slot, text);
      // Black is no colour, and no brightness either.
      if (most === 0) return [];
      if (most > 0) {
        this.#brightness = most;
        this.#colour = text;
      }
      return [...component.values(slot, text), ...component.values(level, most > 0 ? String(most) : text)];
    });
    return slot;
  }

  /** Brightness as the colour's: the last colour, or white, as bright as asked for; nothing when a colour goes with it. */
  #mix(mode: ColourMode): (wire: unknown, all: ReadonlyMap<string, unknown>) => Publication | null {
    return (wire, all) => {
      this.#brightness = Number(wire);
      if (all.has("color")) return null;
      const white = { rgb: "255,255,255", rgbw: "0,0,0,255", rgbww: "0,0,0,255,255", hs: "0,0", xy: "0.3127,0.329" };
      return this.#sendColour(mode, this.#colour ?? white[mode], all);
    };
  }

  #sendColour(mode: ColourMode, wire: unknown, all: ReadonlyMap<string, unknown>): Publication | null {
    const component = this.#component;
    const topic = component.topic(`${mode}_command_topic`) ?? "";
    const template = component.template(`${mode}_command_template`);
    const full = String(wire).split(",").map(Number);
    let parts = full;
    if (this.#mixed) {
      const asked = wantedOf(all.get("brightness"))?.wire;
      const level = asked === undefined ? (this.#brightness ?? 255) : Number(asked);
      const most = Math.max(...full, 1);
      parts = full.map((channel) => Math.round((channel * level) / most));
      this.#colour = full.join(",");
    }
    const names = Object.fromEntries(PARTS[mode].map((name, index) => [name, parts[index] ?? 0]));
    return component.publication(topic, parts.join(","), template, names);
  }

  #addEffects(together: Together): void {
    const component = this.#component;
    const topic = component.topic("effect_command_topic");
    const state = component.state("effect_state_topic", "effect_value_template");
    if (topic === undefined && state === null) return;
    const template = component.template("effect_command_template");
    const write = topic === undefined ? null : (wire: unknown) => component.publication(topic, wire, template);
    if (addEffects(component, this.#light, state, together("effect", write)) !== null) return;
    // Without a list nobody knows what could be asked for; what it shows it tells all the same.
    if (state) component.property(this.#light, EFFECT_TEXT, REPORTED_TEXT, state, null);
  }

  /** Everything that is written at once, in its order; the order to turn on goes first, last, or as a brightness. */
  #publish(all: ReadonlyMap<string, unknown>): readonly Publication[] {
    const component = this.#component;
    const given = component.text("on_command_type");
    const type: OnType = given === "first" || given === "brightness" ? given : "last";
    const state = wantedOf(all.get("state"));
    const rest = [...all].flatMap(([key, each]) => {
      if (key === "state") return [];
      return wantedOf(each)?.publish(all) ?? [];
    });
    const on = component.text("payload_on") ?? "ON";
    const power = state?.publish(all) ?? null;
    if (power !== null && state?.wire !== on) return [...rest, power];
    const told = wantedOf(all.get("brightness"));
    if (told) this.#brightness = Number(told.wire);
    const topic = component.topic("command_topic");
    // Only who says how it wants to be turned on is turned on by a brightness or a colour.
    if (topic === undefined || (power === null && (given === undefined || rest.length === 0))) return rest;
    if (type === "brightness") {
      // A colour that is as bright as it was before turns it on too.
      if (told || (this.#mixed && all.has("color"))) return rest;
      const level = this.#onByBrightness();
      if (level !== null) return [level, ...rest];
    }
    const first = component.publication(topic, on, null);
    if (first === null) return rest;
    return type === "first" ? [first, ...rest] : [...rest, first];
  }

  /** The last brightness, or the full one; null where it has no topic. */
  #onByBrightness(): Publication | null {
    const component = this.#component;
    const level = this.#brightness ?? this.#scale;
    if (this.#mixed && this.#mode) return this.#mix(this.#mode)(level, new Map());
    const topic = component.topic("brightness_command_topic");
    if (topic === undefined) return null;
    return component.publication(topic, level, component.template("brightness_command_template"));
  }
}

/** Makes a write that goes out with the others of the light; null for what has no topic. */
type Together = (
  key: string,
  publish: ((wire: unknown, all: ReadonlyMap<string, unknown>) => Publication | null) | null,
) => PropertyWriting | null;

/** What the numbers of a colour are called in templates. */
const PARTS: Readonly<Record<ColourMode, readonly string[]>> = {
  rgb: ["red", "green", "blue"],
  rgbw: ["red", "green", "blue", "white"],
  rgbww: ["red", "green", "blue", "cold_white", "warm_white"],
  hs: ["hue", "sat"],
  xy: ["x", "y"],
};

function wantedOf(field: unknown): Wanted | undefined {
  return field as Wanted | undefined;
}

function addBasicLight(component: Component): void {
  new BasicLight(component).add();
}
