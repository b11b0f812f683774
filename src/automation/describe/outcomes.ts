import { errorMessage, type Home, type Outcome, type Phrase } from "../../home/index.ts";
import { devicePhrase, message, namePhrase } from "../../language/index.ts";

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

/** Why a device did not do it. */
export function refusalWords({ status, error }: Outcome): Phrase {
  return !error || status === "needs-confirmation" ? message("traces.refused", { status }) : errorMessage(error);
}
