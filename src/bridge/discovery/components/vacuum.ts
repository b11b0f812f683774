import { NUMBER, TEXT } from "../../spec/codec.ts";
import { type Component, OWN_STATE } from "../component.ts";
import { listenToJson } from "./one-message.ts";

const STATES = ["cleaning", "docked", "paused", "idle", "returning", "error"];
const FEATURES = ["start", "stop", "return_home", "status", "battery", "clean_spot"];

/** What a vacuum can be told: [feature, action, label, option, payload]. */
const ORDERS = [
  ["start", "start-sweep", "Start", "payload_start", "start"],
  ["pause", "pause-sweeping", "Pause", "payload_pause", "pause"],
  ["stop", "stop-sweeping", "Stop", "payload_stop", "stop"],
  ["return_home", "start-charge", "Return to the dock", "payload_return_to_base", "return_to_base"],
  ["locate", "locate", "Locate", "payload_locate", "locate"],
  ["clean_spot", "clean-spot", "Clean here", "payload_clean_spot", "clean_spot"],
] as const;

/** A vacuum with JSON state: what it does, its suction, its battery; orders as actions. */
export function addVacuum(component: Component): void {
  component.trait("vacuum");
  const service = component.service("vacuum");
  const given = component.texts("supported_features");
  const features = given.length > 0 ? given : FEATURES;
  for (const [feature, action, label, key, payload] of ORDERS) {
    if (features.includes(feature))
      component.constantAction(service, action, label, "command_topic", component.payload(key, payload));
  }
  const topic = component.heardTopic("state_topic");
  const own = topic === undefined ? null : OWN_STATE;
  const slots = new Map<string, string>();
  if (own) slots.set("state", component.choice(service, "status", "Status", STATES, own, null));
  const levels = component.texts("fan_speed_list");
  const suction = component.command("set_fan_speed_topic");
  if (levels.length > 0) {
    slots.set("fan_speed", component.choice(service, "mode", "Suction", levels, own, suction));
  }
  if (own && features.includes("battery")) {
    const battery = component.shared("battery", "Battery");
    const draft = {
      name: "battery-level",
      description: "Battery",
      format: "uint8",
      unit: "percentage",
      range: [0, 100, 1],
    } as const;
    slots.set("battery_level", component.property(battery, draft, NUMBER, own, null));
  }
  if (features.includes("send_command")) {
    const draft = { name: "command", description: "Command", format: "string" } as const;
    component.property(service, draft, TEXT, null, component.command("send_command_topic"));
  }
  if (topic !== undefined) listenToJson(component, topic, slots);
}

/** Orders to a lawn mower: [action, label, start of its options, payload]. */
const MOWING = [
  ["start-mowing", "Start mowing", "start_mowing", "start_mowing"],
  ["pause", "Pause", "pause", "pause"],
  ["dock", "Return to the dock", "dock", "dock"],
] as const;

/** A lawn mower: what it does, and its three orders. */
export function addLawnMower(component: Component): void {
  component.trait("lawn-mower");
  const service = component.service("lawn-mower");
  const activities = ["mowing", "paused", "docked", "error", "returning"];
  const state = component.state("activity_state_topic", "activity_value_template");
  if (state) component.choice(service, "status", "Activity", activities, state, null);
  for (const [name, description, key, payload] of MOWING) {
    const order = [`${key}_command_topic`, payload, {}, `${key}_command_template`] as const;
    component.constantAction(service, name, description, ...order);
  }
}
