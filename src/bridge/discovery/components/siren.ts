import { type Codec, listedValues, NUMBER } from "../../spec/codec.ts";
import { listDraft } from "../../spec/lists.ts";
import { type Component, type ComponentDraft, OWN_STATE } from "../component.ts";
import type { DecodedMessage, Fields } from "../wire.ts";
import { fieldWrites } from "./one-message.ts";
import { onOffCodec } from "./switches.ts";

const ON: ComponentDraft = { name: "alarm", description: "Siren", format: "bool" };
const VOLUME: ComponentDraft = {
  name: "volume",
  description: "Volume",
  format: "uint8",
  unit: "percentage",
  range: [0, 100, 1],
};
const DURATION: ComponentDraft = {
  name: "duration",
  description: "Duration",
  format: "uint32",
  unit: "seconds",
  range: [0, 86_400, 1],
};

/** The volume is 0 to 1 on the wire. */
const LEVEL: Codec = {
  decode(raw) {
    const level = NUMBER.decode(raw);
    return typeof level === "number" ? Math.round(level * 100) : level;
  },
  encode: (value) => Number(value) / 100,
};

/**
 * A siren sounds (`alarm`), with a tone, a volume and for a time where it takes them. It is told one JSON object, or what
 * its templates make of it. These belong to its start: a tone by itself makes it sound with that, but a volume or a time
 * does not start one that is known to be silent, as nobody who wants it quieter wants to hear it.
 */
export function addSiren(component: Component): void {
  component.trait("siren");
  const service = component.service("alarm");
  const codec = onOffCodec(component);
  const template = component.template("command_template");
  const offTemplate = component.template("command_off_template") ?? template;
  const on = component.text("payload_on") ?? "ON";
  const off = component.text("payload_off") ?? "OFF";
  let silenced = false;
  const write = fieldWrites(component.topic("command_topic"), (topic, fields) => {
    const start = fields["state"] !== undefined || fields["tone"] !== undefined;
    if (!start && silenced) return null;
    const silent = fields["state"] === off && on !== off;
    const wire = silent ? off : on;
    const names: Fields = silent ? { state: wire } : { state: wire, ...withoutState(fields) };
    const chosen = silent ? offTemplate : template;
    if (chosen === null) return component.publication(topic, JSON.stringify(names), null);
    const publication = component.publication(topic, wire, chosen, names);
    // A template that makes nothing means that there is nothing to send.
    return publication?.payload === "" ? null : publication;
  });
  const own = component.heardTopic("state_topic") === undefined ? null : OWN_STATE;
  /** Keyed by the key in the state. */
  const slots = new Map<string, string>();
  const add = (key: string, draft: ComponentDraft, how: Codec) =>
    slots.set(key, component.property(service, draft, how, own, write(key)));
  add("state", ON, codec);
  const tones = component.texts("available_tones");
  if (tones.length > 0) add("tone", { name: "tone", description: "Tone", ...listDraft(tones) }, listedValues(tones));
  if (component.flag("support_volume_set", true)) add("volume_level", VOLUME, LEVEL);
  if (component.flag("support_duration", true)) add("duration", DURATION, NUMBER);
  component.hear("state_topic", ["state_value_template", "value_template"], {}, (text): readonly DecodedMessage[] => {
    // The state may be the word alone or JSON that holds it.
    const json = component.jsonOf(text);
    const state = json ? json["state"] : text;
    if (state !== undefined) silenced = codec.decode(state) === false;
    if (json === null) return component.values(slots.get("state"), text);
    return [...slots].flatMap(([key, slot]) => component.values(slot, json[key]));
  });
}

function withoutState({ state: _, ...others }: Fields): Fields {
  return others;
}
