import { binary, type Codec, NUMBER, percentBetween } from "../../spec/codec.ts";
import type { Component } from "../component.ts";
import { addPresets } from "./presets.ts";
import { onOffCodec } from "./switches.ts";

const on = (description: string) => ({ name: "on", description, format: "bool" }) as const;

/**
 * Speeds as percent, as Home Assistant counts them: 1 of 3 is 33 % and 2 is 66 %, and what lies between goes to the next
 * faster one. What is below the lowest is off, which `on` tells.
 */
function speedCodec(least: number, most: number): Codec {
  const [off, span] = [least - 1, most - least + 1];
  const scale = percentBetween(off, most);
  return {
    ...scale,
    decode(raw) {
      const speed = NUMBER.decode(raw);
      if (typeof speed !== "number") return speed;
      if (speed === off) return undefined;
      return speed > most || speed < off ? null : Math.floor(((speed - off) * 100) / span + 1e-9);
    },
    // A little less than nothing must not be a step more.
    encode: (value) => Math.ceil(off + (Number(value) * span) / 100 - 1e-9),
  };
}

/** A fan: `on`, its speed in percent, its presets, oscillation and direction. */
export function addFan(component: Component): void {
  component.trait("fan");
  const service = component.service("fan");
  const state = component.state("state_topic", "state_value_template");
  component.property(
    service,
    on("Fan"),
    onOffCodec(component),
    state,
    component.command("command_topic", "command_template"),
  );

  const speed = component.command("percentage_command_topic", "percentage_command_template");
  const speedState = component.resettable(
    "payload_reset_percentage",
    "percentage_state_topic",
    "percentage_value_template",
  );
  if (speed || speedState) {
    const least = component.number("speed_range_min") ?? 1;
    const most = component.number("speed_range_max") ?? 100;
    const codec = speedCodec(least, most);
    const step = Math.max(1, Math.floor(100 / (most - least + 1)));
    const draft = { name: "speed-level", description: "Speed", format: "uint8", unit: "percentage" } as const;
    component.property(service, { ...draft, range: [step, 100, 1] }, codec, speedState, speed);
  }
  addPresets(component, service, { name: "mode", description: "Mode" });
  const swing = component.command("oscillation_command_topic", "oscillation_command_template");
  const swingState = component.state("oscillation_state_topic", "oscillation_value_template");
  if (swing || swingState) {
    const codec = binary(
      component.text("payload_oscillation_on") ?? "oscillate_on",
      component.text("payload_oscillation_off") ?? "oscillate_off",
    );
    component.property(
      service,
      { name: "horizontal-swing", description: "Oscillation", format: "bool" },
      codec,
      swingState,
      swing,
    );
  }
  const direction = component.command("direction_command_topic", "direction_command_template");
  const directionState = component.state("direction_state_topic", "direction_value_template");
  if (direction || directionState) {
    const ways = ["forward", "reverse"];
    component.choice(service, "direction", "Direction", ways, directionState, direction);
  }
}

/** A humidifier or dehumidifier: `on`, the humidity it aims at, the one it measures, its modes. */
export function addHumidifier(component: Component): void {
  const kind = component.deviceClass === "dehumidifier" ? "dehumidifier" : "humidifier";
  component.trait(kind);
  const service = component.service(kind);
  const state = component.state("state_topic", "state_value_template");
  component.property(
    service,
    on("On"),
    onOffCodec(component),
    state,
    component.command("command_topic", "command_template"),
  );
  const percent = { format: "uint8", unit: "percentage" } as const;
  const target = component.command("target_humidity_command_topic", "target_humidity_command_template");
  if (target) {
    const range = [component.number("min_humidity") ?? 0, component.number("max_humidity") ?? 100, 1] as const;
    const draft = { name: "target-humidity", description: "Target humidity", ...percent, range };
    component.property(
      service,
      draft,
      NUMBER,
      component.resettable("payload_reset_humidity", "target_humidity_state_topic", "target_humidity_state_template"),
      target,
    );
  }
  const current = component.resettable("payload_reset_humidity", "current_humidity_topic", "current_humidity_template");
  if (current) {
    const draft = { name: "relative-humidity", description: "Humidity", ...percent, range: [0, 100, 1] } as const;
    component.property(service, draft, NUMBER, current, null);
  }
  const action = component.state("action_topic", "action_template");
  if (action) {
    const actions = ["off", "humidifying", "drying", "idle"];
    component.choice(service, "status", "Doing", actions, action, null);
  }
  const modes = component.texts("modes");
  if (modes.length > 0) {
    component.choice(
      service,
      "mode",
      "Mode",
      modes,
      component.resettable("payload_reset_mode", "mode_state_topic", "mode_state_template"),
      component.command("mode_command_topic", "mode_command_template"),
    );
  }
}
