import { specLabelOf, specNameOf } from "../../spec/writer.ts";
import type { Component } from "../component.ts";

/** Ways to press a button in the words of MIoT, keyed by what discovery calls them. */
const PRESSES: Readonly<Record<string, string>> = {
  press: "click",
  single: "click",
  single_press: "click",
  single_click: "click",
  click: "click",
  short_press: "click",
  button_short_press: "click",
  double: "double-click",
  double_press: "double-click",
  double_click: "double-click",
  button_double_press: "double-click",
  hold: "long-press",
  long: "long-press",
  long_press: "long-press",
  button_long_press: "long-press",
  ring: "doorbell-ring",
};

const eventName = (type: string) => (Object.hasOwn(PRESSES, type) ? (PRESSES[type] ?? type) : specNameOf(type));

/** An event entity: JSON with `event_type`, one of `event_types`. */
export function addEvent(component: Component): void {
  component.trait("action");
  const topic = component.heardTopic("state_topic");
  const types = component.texts("event_types").slice(0, 150);
  if (topic === undefined || types.length === 0) {
    component.problem("no-topic", topic === undefined ? "state_topic" : "event_types");
    return;
  }
  const service = component.service("switch-sensor");
  const slots = new Map(types.map((type) => [type, component.event(service, eventName(type), specLabelOf(type))]));
  const template = component.template("value_template");
  component.listen(topic, (payload) => {
    const rendered = component.render(template, payload);
    if (!("text" in rendered)) return [rendered];
    const type = component.jsonOf(rendered.text)?.["event_type"];
    if (typeof type !== "string") return [];
    const slot = slots.get(type);
    return slot === undefined ? [] : [{ kind: "event", slot }];
  });
}

/** A trigger of a device: one payload on a topic is one event. */
export function addTrigger(component: Component): void {
  const topic = component.heardTopic("topic");
  if (component.text("automation_type") !== "trigger" || topic === undefined) {
    component.problem("no-topic", "topic");
    return;
  }
  component.trait("action");
  const type = component.text("type") ?? "action";
  const subtype = component.text("subtype") ?? "";
  const button = /^(button|turn|scene|rotate|cube)[_-]?/.test(type);
  const label = specLabelOf(`${subtype} ${type}`.trim());
  const service =
    button && subtype !== ""
      ? component.sharedBy("switch-sensor", specLabelOf(subtype), subtype)
      : component.shared("remote", "Remote");
  const own = button && subtype !== "" ? eventName(type) : specNameOf(subtype || type);
  const slot = component.event(service, own, label);
  const wanted = component.text("payload");
  const template = component.template("value_template");
  component.listen(topic, (payload) => {
    const rendered = component.render(template, payload);
    if (!("text" in rendered)) return [rendered];
    return wanted === undefined || rendered.text === wanted ? [{ kind: "event", slot }] : [];
  });
}

/** A tag reader: every scan is an event. What the tag says is a secret of its owner and is not kept. */
export function addTag(component: Component): void {
  const topic = component.heardTopic("topic");
  if (topic === undefined) {
    component.problem("no-topic", "topic");
    return;
  }
  component.trait("action");
  const slot = component.event(component.shared("remote", "Remote"), "tag-scanned", "Tag scanned");
  component.listen(topic, (payload) => (payload.text === "" ? [] : [{ kind: "event", slot }]));
}
