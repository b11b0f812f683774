import { specLabelOf, specNameOf } from "../spec/writer.ts";
import type { Expose } from "./exposes.ts";
import type { ShapeBuilder } from "./shape-builder.ts";

/** Ways to press a button, longest first so that `hold_release` is not read as button "hold", press "release". */
const PRESSES = [
  "hold_release",
  "press_release",
  "initial_press",
  "short_release",
  "long_release",
  "double_press",
  "double_click",
  "single_click",
  "long_press",
  "quadruple",
  "quintuple",
  "triple",
  "double",
  "single",
  "release",
  "click",
  "press",
  "hold",
  "long",
  "many",
];
const PRESS = PRESSES.join("|");
const ALONE = new RegExp(`^(?:${PRESS})$`);
const PRESS_FIRST = new RegExp(`^(${PRESS})_(.{1,60})$`);
const BUTTON_FIRST = new RegExp(`^(?:button_)?(.{1,60}?)_(${PRESS})$`);

/** Names of the standard for presses; the others keep their own. */
const STANDARD_PRESSES: Readonly<Record<string, string>> = {
  single: "click",
  single_click: "click",
  double: "double-click",
  double_click: "double-click",
  double_press: "double-click",
  hold: "long-press",
  long: "long-press",
};

/** An action as the press of a button; null when it is none ("rotate_left"). `button` is "" for the only one. */
function pressOf(action: string): { readonly press: string; readonly button: string } | null {
  const standard = (press: string) => STANDARD_PRESSES[press] ?? press.replaceAll("_", "-");
  if (ALONE.test(action)) return { press: standard(action), button: "" };
  const first = PRESS_FIRST.exec(action);
  if (first) return { press: standard(first[1] ?? ""), button: first[2] ?? "" };
  const last = BUTTON_FIRST.exec(action);
  return last ? { press: standard(last[2] ?? ""), button: last[1] ?? "" } : null;
}

/**
 * The values of `action` as events: presses in a `switch-sensor` service a button, everything else by its own name in the
 * service `remote`.
 */
export function eventsOf(builder: ShapeBuilder, expose: Expose, key: string): void {
  const actions = [...new Set((expose.values ?? []).map(String))].filter((action) => action !== "");
  if (actions.length === 0) {
    builder.unsupported.push({ path: key, type: "enum", reason: "no-values" });
    return;
  }
  builder.traits.add("action");
  for (const action of actions) {
    const pressed = pressOf(action);
    if (pressed) {
      const button = pressed.button || expose.endpoint;
      const service = builder.service("switch-sensor", "Button", button);
      builder.event(service, pressed.press, specLabelOf(action), key, action);
    } else {
      const service = builder.service("remote", "Remote", expose.endpoint);
      builder.event(service, specNameOf(action), specLabelOf(action), key, action);
    }
  }
}
