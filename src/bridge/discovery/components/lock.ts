import type { Codec } from "../../spec/codec.ts";
import { listedValues } from "../../spec/codec.ts";
import { type Component, OWN_STATE } from "../component.ts";

/** A lock: `locked`, its state in words, and opening the latch. A code is never asked for and never sent. */
export function addLock(component: Component): void {
  component.trait("lock");
  const service = component.service("lock");
  const lock = component.text("payload_lock") ?? "LOCK";
  const unlock = component.text("payload_unlock") ?? "UNLOCK";
  const states = ["locked", "unlocked", "locking", "unlocking", "jammed"].map(
    (state) => component.text(`state_${state}`) ?? state.toUpperCase(),
  );
  const [locked, unlocked, locking, unlocking, jammed] = states;
  const codec: Codec = {
    decode(raw) {
      if (raw === locked) return true;
      // On its way it does not hold yet, or not any more.
      if (raw === unlocked || raw === locking || raw === unlocking) return false;
      return null;
    },
    encode: (value) => (value === true ? lock : unlock),
  };
  const coded = component.text("code_format") !== undefined;
  if (coded) component.problem("secret", "the lock wants a code, which Jia does not keep: it can only be read");
  const state = component.resettable("payload_reset", "state_topic", "value_template");
  // Templates may ask for the code; there is none.
  const write = coded ? null : component.commandWith("command_topic", "command_template", () => ({ code: null }));
  const own = state === null ? null : OWN_STATE;
  const holds = component.property(
    service,
    { name: "locked", description: "Locked", format: "bool" },
    codec,
    own,
    write,
  );
  component.hear("state_topic", ["value_template"], {}, (text) =>
    // A bolt that is stuck may be anywhere.
    component.values(holds, text === jammed || text === resetText(component) ? null : text),
  );
  if (state) {
    const values = ["Locked", "Unlocked", "Locking", "Unlocking", "Jammed"].map((description, value) => ({
      value,
      description,
    }));
    const draft = { name: "status", description: "Lock state", format: "uint8", values } as const;
    component.property(service, draft, listedValues(states), state, null);
  }
  const open = component.text("payload_open");
  if (open !== undefined && !coded)
    component.constantAction(service, "open", "Open the latch", "command_topic", open, { code: null });
}

/** The text of a lock for "not known". */
const resetText = (component: Component) => component.text("payload_reset") ?? "None";

/** What an alarm panel can be told, and the feature that has to be there. */
const ARMING = [
  ["disarm", "Disarm", "DISARM"],
  ["arm_home", "Arm home", "ARM_HOME"],
  ["arm_away", "Arm away", "ARM_AWAY"],
  ["arm_night", "Arm night", "ARM_NIGHT"],
  ["arm_vacation", "Arm vacation", "ARM_VACATION"],
  ["arm_custom_bypass", "Arm custom", "ARM_CUSTOM_BYPASS"],
] as const;

const STATES = [
  "disarmed",
  "armed_home",
  "armed_away",
  "armed_night",
  "armed_vacation",
  "armed_custom_bypass",
  "pending",
  "triggered",
  "arming",
  "disarming",
];

/** An alarm panel: its state, and `arming`. What needs a code is not offered. */
export function addAlarmPanel(component: Component): void {
  component.trait("alarm-panel");
  const service = component.service("alarm-panel");
  const state = component.state("state_topic", "value_template");
  const values = STATES.map((name, value) => ({
    value,
    description: name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " "),
  }));
  const status = { name: "status", description: "State", format: "uint8", values } as const;
  if (state) component.property(service, status, listedValues(STATES), state, null);
  const coded = component.options["code"] !== undefined && component.options["code"] !== null;
  const needs = (kind: string) => coded && component.options[`code_${kind}_required`] !== false;
  const features = Array.isArray(component.options["supported_features"])
    ? component.texts("supported_features")
    : null;
  const offered = ARMING.map(([feature, label, payload], number) => ({ feature, label, payload, number })).filter(
    ({ feature }) =>
      feature === "disarm" ? !needs("disarm") : !needs("arm") && (features === null || features.includes(feature)),
  );
  if (coded && offered.length < ARMING.length)
    component.problem("secret", "the alarm wants a code, which Jia does not keep");
  const names = (action: unknown) => ({ action, code: null });
  const write = component.commandWith("command_topic", "command_template", names);
  if ((features === null || features.includes("trigger")) && !needs("trigger")) {
    const payload = component.text("payload_trigger") ?? "TRIGGER";
    component.constantAction(service, "trigger", "Trigger the alarm", "command_topic", payload, names(payload));
  }
  if (offered.length === 0 || write === null) return;
  const codec = listedValues(
    offered.map(({ feature, payload }) => component.text(`payload_${feature}`) ?? payload),
    offered.map(({ number }) => number),
  );
  const list = offered.map(({ label, number }) => ({ value: number, description: label }));
  component.property(
    service,
    { name: "arming", description: "Arming", format: "uint8", values: list },
    codec,
    null,
    write,
  );
}
