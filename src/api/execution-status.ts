import type { FastifyReply, FastifyRequest } from "fastify";
import { type Execution, type Home, JiaError, type Outcome, succeeded } from "../home/index.ts";
import { errorJson, executionJson } from "./json.ts";
import { replyLanguage } from "./language.ts";
import { PROBLEM_TYPE, problemJson } from "./problem.ts";

/**
 * Answers a route that commands devices (`commandResponses` describes it): with the status of `executionStatus`, in the
 * language of Accept-Language. @param more fields that stand beside the outcomes
 */
export function sendExecution(
  execution: Execution,
  home: Home,
  request: FastifyRequest,
  reply: FastifyReply,
  more: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const language = replyLanguage(home, request.headers);
  const { status, error } = executionStatus(execution, home);
  const outcomes = executionJson(execution, home, language);
  if (error && status >= 400) {
    return reply
      .code(status)
      .type(PROBLEM_TYPE)
      .send({ ...problemJson(error, language), ...outcomes, ...more });
  }
  return reply.code(status).send({ ...(error && { error: errorJson(error, language) }), ...outcomes, ...more });
}

/**
 * The HTTP status for the outcomes of commands: 200 all good · 202 a yes is wanted and nothing failed · 207 some
 * good, some not · otherwise the status of the first failure, with its error.
 */
function executionStatus({ outcomes }: Execution, home: Home) {
  const failed = outcomes.filter((outcome) => !succeeded(outcome) && outcome.status !== "needs-confirmation");
  const [first] = failed;
  if (!first) return { status: outcomes.every(succeeded) ? 200 : 202 };
  const error = failure(first, home);
  return {
    status: outcomes.some(succeeded) ? 207 : error.status,
    error,
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
