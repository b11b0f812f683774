import type { AutomationDraft } from "../../src/automation/index.ts";

/** Who saves a definition in tests. */
export const person = { origin: { kind: "person" } } as const;

/** A step that turns one light of the bench on, or off. */
export const turnOn = (device: string) => lit(device, true);
export const turnOff = (device: string) => lit(device, false);

/** An automation called `test` that turns the lamp on when its webhook is called. */
export function draft(over: Partial<AutomationDraft>): AutomationDraft {
  return {
    name: "test",
    triggers: [{ type: "webhook", key: "test-key" }],
    actions: [turnOn("lamp")],
    ...over,
  };
}

function lit(device: string, on: boolean) {
  return { type: "set", target: `test:${device}`, set: { "light.on": on } } as const;
}
