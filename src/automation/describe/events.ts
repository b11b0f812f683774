import { type Device, type Home, type Phrase, type SpecEvent, tryCoerce, type Value } from "../../home/index.ts";
import { message, namePhrase, SPOKEN_WORDS, valuePhrase } from "../../language/index.ts";
import type { Target } from "../definition/basics.ts";
import { resolveTarget } from "../references/targets.ts";
import { subjectWords } from "./words.ts";

/** An event trigger as a clause: "when the left key of the wall switch is pressed (force: high)", "当墙壁开关的左键被按下时". */
export function eventTriggerWords(
  {
    target,
    event: address,
    arguments: wanted = {},
  }: {
    readonly target: Target;
    readonly event: string;
    readonly arguments?: Readonly<Record<string, Value>> | undefined;
  },
  home: Home,
) {
  const devices = resolveTarget(target, home);
  const event = devices.flatMap(({ spec }) => spec.events.get(address) ?? [])[0];
  const { who } = subjectWords(target, "any", home, [address]);
  const details = Object.entries(wanted).map(([name, value]) => argumentWords(event, name, value));
  const device = devices.find(({ spec }) => spec.events.has(address));
  return message("triggers.event", { who, event: eventWords(device, address), details });
}

/**
 * An event as a predicate, after the device's name: "is held down", "被长按"; for unknown types the description of the
 * spec.
 */
export function eventWords(device: Device | undefined, address: string): Phrase {
  const event = device?.spec.events.get(address);
  const service = device?.spec.services.find(({ key }) => key === event?.service);
  const twins = service?.events.filter(({ type }) => type === event?.type) ?? [];
  // Events of one type are told apart by their descriptions.
  if (event && twins.length > 1) return message("events.called", { event: event.description });
  return message("events.verb", { event: event?.type ?? address.slice(address.indexOf(".") + 1) });
}

function argumentWords(event: SpecEvent | undefined, name: string, value: Value): Phrase {
  const property = event?.arguments.find(({ address }) => address === name);
  if (!property) return message("actions.value", { property: name, value: String(value) });
  const given = tryCoerce(property, value, SPOKEN_WORDS) ?? value;
  return message("actions.value", {
    property: namePhrase("property", property),
    value: valuePhrase(property, given),
  });
}
