import type { ServiceWriter } from "../../spec/writer.ts";
import type { Component } from "../component.ts";

/** The preset modes of a fan or a thermostat, when it has any. */
export function addPresets(
  component: Component,
  service: ServiceWriter,
  { name, description, without }: { name: string; description: string; without?: string },
  general: readonly string[] = [],
): void {
  const presets = component.texts("preset_modes");
  if (presets.length === 0) return;
  component.choice(
    service,
    name,
    description,
    without === undefined ? presets : [without, ...presets],
    component.resettable(
      "payload_reset_preset_mode",
      "preset_mode_state_topic",
      "preset_mode_value_template",
      ...general,
    ),
    component.command("preset_mode_command_topic", "preset_mode_command_template"),
  );
}
