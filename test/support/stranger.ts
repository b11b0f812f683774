import { seeded } from "./random.ts";

/** What somebody with the right to publish says. */
export interface StrangeMessage {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
}

/** Texts that are no topics, or hardly: wherever a topic can be named. */
const TOPICS = [
  "t/0",
  "t/1",
  "t/2",
  "t/3",
  "t/+",
  "+/+",
  "#",
  "+/t/#",
  "a\u0001b",
  "a\u0085b",
  "a\uffffb",
  "a\ufdd0b",
  "\u0000",
  "$share//x",
  "$share/g/#",
  "$SYS/#",
  "$CONTROL/dynamic-security/v1",
  "/".repeat(210),
  Array(200).fill("a").join("/"),
  "灯".repeat(600),
  "x".repeat(30_000),
  "miot/+/up",
  "miot/+/device",
  "zigbee2mqtt/#",
  "homeassistant/+/+/config",
  "",
];
const TEMPLATES = [
  "{{ value_json.a }}",
  "{{ value }}",
  "{{ value | int(0) + 1 }}",
  "{% for a in range(70) %}{% for b in range(70) %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}{{ value }}",
  "{{ value | regex_replace('(a+)+$', 'b') }}",
  "{{ unclosed",
  "{% if value == 'x' %}ON{% else %}OFF{% endif %}",
];
/** Platforms of Home Assistant's discovery that a stranger announces on. */
export const PLATFORMS = [
  "sensor",
  "binary_sensor",
  "switch",
  "light",
  "climate",
  "cover",
  "fan",
  "lock",
  "button",
  "camera",
  "event",
];
const KEYS = [
  "state_topic",
  "command_topic",
  "availability_topic",
  "brightness_command_topic",
  "brightness_state_topic",
  "position_topic",
  "set_position_topic",
  "mode_command_topic",
  "json_attributes_topic",
];
const NAMES = [
  "a",
  "kitchen/b",
  "bridge/devices",
  "c\u0001",
  "d+",
  "/".repeat(150),
  "e\uffff",
  "床头灯",
  "x".repeat(280),
];
const PAYLOADS = [
  "ON",
  "1",
  "",
  "null",
  "{",
  '{"a":5}',
  "[]",
  "\u0000",
  "x".repeat(5000),
  '{"state":"ON","brightness":0}',
];
const MIOT_LEAVES = ["device", "availability", "state", "up", "down"];

/** Seeded messages of a stranger, in all dialects and beside them; none on a topic of the device `lamp`. */
export class Stranger {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  next(): StrangeMessage {
    const retain = this.#random() < 0.3;
    const kind = this.#below(10);
    if (kind < 4) return { topic: this.#configTopic(), payload: this.#config(), retain };
    if (kind < 5) return { topic: "zigbee2mqtt/bridge/devices", payload: this.#zigbee(), retain };
    if (kind < 7)
      return { topic: `miot/x${this.#below(60)}/${this.#pick(MIOT_LEAVES)}`, payload: this.#miot(), retain };
    if (kind < 9) return { topic: `t/${this.#below(4)}`, payload: this.#pick(PAYLOADS), retain };
    return { topic: this.#anyTopic(), payload: this.#pick(PAYLOADS), retain };
  }

  #configTopic(): string {
    const id = `d${this.#below(150)}`;
    return this.#random() < 0.2
      ? `homeassistant/device/${id}/config`
      : `homeassistant/${this.#pick(PLATFORMS)}/${id}/config`;
  }

  #config(): string {
    if (this.#random() < 0.15) return "";
    const components = Array.from({ length: 1 + this.#below(12) }, (_, index) => [`c${index}`, this.#component(index)]);
    const device = { identifiers: [`i${this.#below(100)}`], name: this.#pick(NAMES) };
    if (this.#random() < 0.3) return JSON.stringify({ device, components: Object.fromEntries(components) });
    return JSON.stringify({ ...this.#component(0), ...(this.#random() < 0.5 && { device }) });
  }

  #component(index: number): object {
    const topics = KEYS.filter(() => this.#random() < 0.3).map((key) => [key, this.#pick(TOPICS)]);
    return {
      p: this.#pick(PLATFORMS),
      name: this.#pick(NAMES),
      unique_id: `u${this.#below(200)}-${index}`,
      value_template: this.#pick(TEMPLATES),
      ...(this.#random() < 0.2 && { availability: [{ topic: this.#pick(TOPICS) }] }),
      ...(this.#random() < 0.2 && { expire_after: 1 }),
      ...Object.fromEntries(topics),
    };
  }

  #zigbee(): string {
    const state = { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" };
    const entries = Array.from({ length: this.#below(20) }, (_, index) => ({
      ieee_address: `0x${index}`,
      type: "Router",
      friendly_name: this.#pick(NAMES),
      definition: { model: "m", exposes: [{ type: "switch", features: [state] }] },
    }));
    return this.#random() < 0.1 ? this.#pick(PAYLOADS) : JSON.stringify(entries);
  }

  #miot(): string {
    const announcement = {
      model: this.#pick(["jia.light.white", "x.y.z", ""]),
      name: this.#pick(NAMES),
      room: this.#pick(NAMES),
    };
    const property = { method: "properties_changed", params: [{ siid: 2, piid: 1, value: true }] };
    return this.#pick([JSON.stringify(announcement), JSON.stringify(property), "online", "offline", ...PAYLOADS]);
  }

  #anyTopic(): string {
    const bases = [
      "zigbee2mqtt/",
      "homeassistant/",
      "miot/",
      "simulator/",
      "master/appMsg/",
      "",
      "zigbee2mqtt/bridge/",
    ];
    const leaf = this.#pick([
      "x",
      "a/availability",
      "status",
      "devListChange",
      "event",
      "response/x",
      "x/y/z",
      "床头灯",
    ]);
    return `${this.#pick(bases)}${leaf}`;
  }

  #pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}
