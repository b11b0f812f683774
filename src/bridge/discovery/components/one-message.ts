import type { Publication } from "../../dialect.ts";
import type { Component } from "../component.ts";
import type { ComponentFields } from "../config-message.ts";
import type { DecodedMessage, Fields, PropertyWriting } from "../wire.ts";

/** Makes the write of a property that goes as the field `name`; null where it cannot be written. */
type FieldWrite = (name: string) => PropertyWriting | null;

/** Writes whose fields go out together in one message to `topic`; none can be written without a topic. */
export function fieldWrites(
  topic: string | undefined,
  message: (topic: string, fields: Fields) => Publication | null,
): FieldWrite {
  if (topic === undefined) return () => null;
  const group = { publish: (fields: Fields) => [message(topic, fields)].filter((each) => each !== null) };
  return (name) => ({ kind: "together", group, field: (wire) => ({ [name]: wire }) });
}

/**
 * Listens to state that comes as one JSON object.
 * @param slots the properties that it tells, keyed by their key in the object
 * @param also what else it tells: wins over what the keys say
 */
export function listenToJson(
  component: Component,
  topic: string,
  slots: ReadonlyMap<string, string>,
  also: (json: ComponentFields) => readonly DecodedMessage[] = () => [],
): void {
  const { platform, object } = component.config;
  const template = component.template("value_template");
  component.listen(topic, (payload) => {
    const rendered = component.render(template, payload);
    if (!("text" in rendered)) return [rendered];
    const json = template === null ? component.jsonOf(payload) : component.jsonOf(rendered.text);
    if (json === null) return [{ kind: "problem", detail: `${platform} ${object}: state is no JSON object` }];
    const told: DecodedMessage[] = [];
    for (const [key, slot] of slots) {
      const wire = json[key];
      if (wire !== undefined) told.push({ kind: "value", slot, wire });
    }
    return [...told, ...also(json)];
  });
}
