import { type Codec, isUnknownWord, listedValues, percentBetween } from "../../spec/codec.ts";
import type { ServiceWriter } from "../../spec/writer.ts";
import { type Component, OWN_STATE } from "../component.ts";
import { type Ends, endsOf, PERCENT, scaledCommand } from "./positions.ts";

const MOVES = [
  { key: "stop", number: 0, label: "Pause", payload: "STOP" },
  { key: "open", number: 1, label: "Open", payload: "OPEN" },
  { key: "close", number: 2, label: "Close", payload: "CLOSE" },
] as const;
const STATES = ["stopped", "opening", "closing", "open", "closed"] as const;
type CoverState = (typeof STATES)[number];

/** Slots of what is heard of a cover; undefined for what it does not have. */
interface Heard {
  readonly status: string | undefined;
  readonly current: string | undefined;
  readonly target: string | undefined;
  readonly tilt: string | undefined;
}

/** A cover: `motor-control`, `status`, its position and its tilt where it tells them. */
export function addCover(component: Component): void {
  component.trait(coverTrait(component.deviceClass));
  const names: Readonly<Record<string, string>> = { "garage-door": "garage-door", "window-cover": "window-opener" };
  const service = component.service(names[coverTrait(component.deviceClass)] ?? "curtain");
  const position = endsOf(component, "position_closed", 0, "position_open", 100);
  const tilt = endsOf(component, "tilt_min", 0, "tilt_max", 100);
  const scale = {
    position_open: position.full,
    position_closed: position.zero,
    tilt_min: tilt.zero,
    tilt_max: tilt.full,
  };
  addMotor(component, service);
  const hears = (key: string) => (component.heardTopic(key) === undefined ? null : OWN_STATE);
  const percent = (name: string, description: string) => ({ name, description, ...PERCENT });
  const state = hears("state_topic");
  const values = STATES.map((name, value) => ({ value, description: name.charAt(0).toUpperCase() + name.slice(1) }));
  const status = { name: "status", description: "Status", format: "uint8", values } as const;
  const place = percentBetween(position.zero, position.full);
  const shown = hears("position_topic");
  const set = scaledCommand(component, "set_position_topic", "set_position_template", "position", position, scale);
  const leaning = tiltCodec(tilt);
  const tiltShown = hears("tilt_status_topic");
  const lean = scaledCommand(component, "tilt_command_topic", "tilt_command_template", "tilt_position", tilt, scale);
  const heard: Heard = {
    status: state ? component.property(service, status, listedValues(STATES), state, null) : undefined,
    current: shown
      ? component.property(service, percent("current-position", "Current position"), place, shown, null)
      : undefined,
    target: set
      ? component.property(service, percent("target-position", "Target position"), place, shown, set)
      : undefined,
    tilt:
      lean || tiltShown ? component.property(service, percent("tilt", "Tilt"), leaning, tiltShown, lean) : undefined,
  };
  if (lean) addTiltEnds(component, service, tilt, scale);
  listenToCover(component, heard, place, scale);
}

/** The tilt's ends have names of their own: what "open" and "closed" are sent as. */
function addTiltEnds(
  component: Component,
  service: ServiceWriter,
  tilt: Ends,
  names: Readonly<Record<string, number>>,
): void {
  const topic = component.topic("tilt_command_topic") ?? "";
  const template = component.template("tilt_command_template");
  const send = (wire: number) => () => component.publication(topic, wire, template, { ...names, tilt_position: wire });
  component.action(service, "open-tilt", "Open the tilt", send(component.number("tilt_opened_value") ?? tilt.full));
  component.action(service, "close-tilt", "Close the tilt", send(component.number("tilt_closed_value") ?? tilt.zero));
  const stop = component.payload("payload_stop_tilt", "STOP");
  if (stop !== null)
    component.action(service, "stop-tilt", "Stop the tilt", () => component.publication(topic, stop, null));
}

/** A tilt outside its range is told by a device that means something else by it: nothing is known from that. */
function tiltCodec(tilt: Ends): Codec {
  const scale = percentBetween(tilt.zero, tilt.full);
  const [least, most] = [Math.min(tilt.zero, tilt.full), Math.max(tilt.zero, tilt.full)];
  return {
    ...scale,
    decode(raw) {
      const level = typeof raw === "string" && raw.trim() === "" ? Number.NaN : Math.round(Number(raw));
      return level >= least && level <= most ? scale.decode(level) : null;
    },
  };
}

/**
 * Listens to where the cover is. "Stopped" is the end of a motion and no place: it is open or closed as its position says,
 * or as it was before. Without a state topic the position tells the whole.
 */
function listenToCover(
  component: Component,
  heard: Heard,
  place: Codec,
  names: Readonly<Record<string, number>>,
): void {
  // Where one word stands for two states (Shelly says "open" while it opens) the motion is meant.
  const texts = new Map<string, CoverState>();
  for (const name of STATES.toReversed()) {
    const word = component.text(`state_${name}`) ?? name;
    texts.set(word, name).set(word.toLowerCase(), name);
  }
  let position: number | null = null;
  let before: CoverState | null = null;
  let stopped = false;
  const settle = (state: CoverState): CoverState | null => {
    if (state !== "stopped") return state;
    if (position !== null) return position === 0 ? "closed" : "open";
    if (before === null) return null;
    return before === "closed" || before === "closing" ? "closed" : "open";
  };
  component.hear("state_topic", ["value_template"], names, (text) => {
    const named = texts.get(text) ?? texts.get(text.toLowerCase());
    stopped = named === "stopped";
    const state = named === undefined ? null : settle(named);
    if (named !== undefined && state === null) return [];
    before = state;
    return component.values(heard.status, state ?? (isUnknownWord(text) ? null : `${text} (no state)`));
  });
  component.hear("position_topic", ["position_template"], names, (text) => {
    const json = component.jsonOf(text);
    const raw = json ? json["position"] : text;
    if (raw === undefined) return [];
    const value = place.decode(raw);
    position = typeof value === "number" ? value : null;
    const tilt = json?.["tilt_position"];
    // Where it came to rest it may tell after that it did.
    if (stopped && position !== null) before = position === 0 ? "closed" : "open";
    return [
      ...(stopped && position !== null ? component.values(heard.status, before) : []),
      ...component.values(heard.current, raw),
      ...component.values(heard.target, raw),
      ...(tilt === undefined ? [] : component.values(heard.tilt, tilt)),
    ];
  });
  component.hear("tilt_status_topic", ["tilt_status_template"], names, (text) => component.values(heard.tilt, text));
}

function addMotor(component: Component, service: ServiceWriter): void {
  const write = component.command("command_topic");
  if (!write) return;
  const moves = MOVES.flatMap(({ key, number, label, payload }) => {
    const text = component.payload(`payload_${key}`, payload);
    return text === null ? [] : [{ number, label, text }];
  });
  if (moves.length === 0) return;
  const values = moves.map(({ number, label }) => ({ value: number, description: label }));
  const codec = listedValues(
    moves.map(({ text }) => text),
    moves.map(({ number }) => number),
  );
  component.property(
    service,
    { name: "motor-control", description: "Motor control", format: "uint8", values },
    codec,
    null,
    write,
  );
}

function coverTrait(deviceClass: string | undefined): "garage-door" | "window-cover" | "curtain" {
  if (deviceClass === "garage" || deviceClass === "gate" || deviceClass === "door") return "garage-door";
  return deviceClass === "window" ? "window-cover" : "curtain";
}
