import { errorMessage, type Home, type Outcome, type Phrase } from "../../home/index.ts";
import { devicePhrase, message, namePhrase, valuePhrase } from "../../language/index.ts";
import type { ExpectedChange } from "../device-commands/of-actions.ts";

/** The object of a command: "the hall Lamp, brightness". */
export function outcomeName(outcome: Outcome, home: Home): Phrase {
  const device = home.device(outcome.device);
  const [address, part] =
    "property" in outcome
      ? [outcome.property, device?.spec.properties.get(outcome.property)]
      : [outcome.action, device?.spec.actions.get(outcome.action)];
  const what = !part ? address : namePhrase("format" in part ? "property" : "action", part);
  return message("traces.outcome", { device: device ? devicePhrase(device) : outcome.device, what });
}

/** The reason for a failed command. */
export function refusalWords({ status, error }: Outcome): Phrase {
  return !error || status === "needs-confirmation" ? message("traces.refused", { status }) : errorMessage(error);
}

/**
 * Changes as text: "the hall Lamp: power off → on, brightness 60% → 10%; the Curtains: …", or that nothing would
 * change.
 */
export function changeWords(changes: readonly ExpectedChange[], home: Home): Phrase {
  if (changes.length === 0) return message("traces.nothingChanges");
  const devices = [...Map.groupBy(changes, ({ device }) => device)].map(([id, list]) => {
    const device = home.device(id);
    return message("traces.deviceChanges", {
      device: device ? devicePhrase(device) : id,
      changes: list.map((change) => oneChange(change, home)),
    });
  });
  return message("traces.devicesChange", { devices });
}

function oneChange({ device, property: address, before, after }: ExpectedChange, home: Home): Phrase {
  const property = home.device(device)?.spec.properties.get(address);
  const value = (given: typeof before): Phrase => {
    if (given === undefined) return message("traces.unknown");
    return property ? valuePhrase(property, given) : String(given);
  };
  return message("traces.change", {
    property: property ? namePhrase("property", property) : address,
    before: value(before),
    after: value(after),
  });
}
