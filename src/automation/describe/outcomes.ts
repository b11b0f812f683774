import { errorMessage, type Home, type NotedOutcome, type Outcome, type Phrase } from "../../home/index.ts";
import { devicePhrase, message, namePhrase, valuePhrase } from "../../language/index.ts";

/** What a command was about: "the hall Lamp, brightness". */
export function outcomeName(outcome: Outcome, home: Home): Phrase {
  const device = home.device(outcome.device);
  const [address, part] =
    "property" in outcome
      ? [outcome.property, device?.spec.properties.get(outcome.property)]
      : [outcome.action, device?.spec.actions.get(outcome.action)];
  const what = !part ? address : namePhrase("format" in part ? "property" : "action", part);
  return message("traces.outcome", { device: device ? devicePhrase(device) : outcome.device, what });
}

/** What was done: "brightness 20%", "start sweep". */
export function outcomeWords(outcome: NotedOutcome, home: Home): Phrase {
  const spec = home.device(outcome.device)?.spec;
  if ("action" in outcome) {
    const action = spec?.actions.get(outcome.action);
    return action ? namePhrase("action", action) : outcome.action;
  }
  const property = spec?.properties.get(outcome.property);
  if (!property) return `${outcome.property} = ${outcome.value}`;
  return message("actions.value", {
    property: namePhrase("property", property),
    value: valuePhrase(property, outcome.value),
  });
}

/** Why a device did not do it. */
export function refusalWords({ status, error }: Outcome): Phrase {
  return !error || status === "needs-confirmation" ? message("traces.refused", { status }) : errorMessage(error);
}
