import type { Component } from "../component.ts";
import type { PropertyWriting } from "../wire.ts";

export const PERCENT = { format: "uint8", unit: "percentage", range: [0, 100, 1] } as const;

/** The two ends of a position on the wire; `zero` is closed and may be the greater one. */
export interface Ends {
  readonly zero: number;
  readonly full: number;
}

export function endsOf(component: Component, zeroKey: string, zero: number, fullKey: string, full: number): Ends {
  return { zero: component.number(zeroKey) ?? zero, full: component.number(fullKey) ?? full };
}

/**
 * A write of a position. Its template is given the number of the wire as `value`, the percent under `name`, and `names`.
 */
export function scaledCommand(
  component: Component,
  topicKey: string,
  templateKey: string,
  name: string,
  { zero, full }: Ends,
  names: Readonly<Record<string, number>>,
): PropertyWriting | null {
  const topic = component.topic(topicKey);
  if (topic === undefined) return null;
  const template = component.template(templateKey);
  const span = full - zero;
  const percentOf = (wire: unknown) => (span === 0 ? 0 : Math.round(((Number(wire) - zero) * 100) / span));
  return {
    kind: "alone",
    publish: (wire, value) =>
      component.publication(topic, wire, template, {
        ...names,
        [name]: typeof value === "number" ? value : percentOf(wire),
      }),
  };
}
