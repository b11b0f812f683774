import { type Codec, REPORTED_TEXT } from "../../spec/codec.ts";
import type { Component } from "../component.ts";

/** What a tracker says, in the words of its property: at home, away, or the name of another zone. */
const TRACKED = { home: "home", away: "away" } as const;

/** Where a phone, a car or a tag is: at home, away, or in a zone that whoever tells it has a name for. */
export function addDeviceTracker(component: Component): void {
  const state = component.resettable("payload_reset", "state_topic", "value_template");
  if (state === null) {
    component.problem("no-topic", "state_topic");
    return;
  }
  component.trait("device-tracker");
  const home = component.text("payload_home") ?? "home";
  const away = component.text("payload_not_home") ?? "not_home";
  const draft = { name: "place", description: component.label, format: "string" } as const;
  component.property(component.service("device-tracker"), draft, placeOf(home, away), state, null);
}

function placeOf(home: string, away: string): Codec {
  return {
    decode(raw) {
      if (raw === home) return TRACKED.home;
      return raw === away ? TRACKED.away : REPORTED_TEXT.decode(raw);
    },
    encode: REPORTED_TEXT.encode,
  };
}
