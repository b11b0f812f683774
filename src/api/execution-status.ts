import { type Execution, type Home, JiaError, type Outcome, succeeded } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { errorBody } from "./json.ts";

/**
 * The HTTP status for the outcomes of commands: 200 all good · 202 a yes is wanted and nothing failed · 207 some
 * good, some not · otherwise the status of the first failure, with its error.
 */
export function executionStatus({ outcomes }: Execution, home: Home, language: Language) {
  const failed = outcomes.filter((outcome) => !succeeded(outcome) && outcome.status !== "needs-confirmation");
  const [first] = failed;
  if (!first) return { status: outcomes.every(succeeded) ? 200 : 202 };
  const error = failure(first, home);
  return {
    status: outcomes.some(succeeded) ? 207 : error.status,
    error: errorBody(error, language).error,
  };
}

function failure(outcome: Outcome, home: Home): JiaError {
  const device = home.device(outcome.device)?.name ?? outcome.device;
  switch (outcome.status) {
    case "offline":
      return outcome.error
        ? new JiaError(outcome.error.code, outcome.error.details ?? {})
        : new JiaError("offline", { device });
    case "timeout":
      return outcome.error
        ? new JiaError(outcome.error.code, outcome.error.details ?? {})
        : new JiaError("timeout", { what: device, seconds: 5 });
    case "denied":
      return new JiaError("denied", outcome.error?.details ?? { detail: "" });
    case "rejected":
      return outcome.error
        ? new JiaError(outcome.error.code, outcome.error.details ?? {})
        : new JiaError("device-rejected", { device, code: outcome.code ?? 0 });
    case "confirmed":
    case "unchanged":
    case "accepted":
    case "needs-confirmation":
      return new JiaError("internal", { detail: `${outcome.status} is no failure` });
    default:
      return outcome.status satisfies never;
  }
}
