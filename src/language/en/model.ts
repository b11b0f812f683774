/** Why a model call failed, keyed by the kind of failure. */
export const modelFailures = {
  unauthorized: "its server refused the key; check OPENROUTER_API_KEY",
  "no-credit": "your account at its server has no credit left; add some, or choose another model with JIA_MODEL",
  "rate-limited": "its server got too many requests; try again in a minute",
  gone: "its server no longer offers it; choose another with JIA_MODEL",
  "unknown-model": "its server has no model with this name; choose another with JIA_MODEL",
  "no-tools": "it cannot call tools, so it cannot control devices; choose another with JIA_MODEL",
  "no-provider": "no provider of this model accepts the request; choose another with JIA_MODEL",
  private: "every provider of this model may store what you say; choose another with JIA_MODEL",
  "no-address": "its server knows no such address; check JIA_MODEL_URL, which often ends in /v1",
  "no-model-server": "the server at this address does not serve models; check JIA_MODEL_URL",
  redirected:
    "its server redirects to {to}, and Jia does not follow; if that address is right, set JIA_MODEL_URL to it",
  untrusted: "Jia does not trust the certificate of its server; check JIA_MODEL_URL and the certificate",
  "too-long": "the conversation is too long for this model; start a new one",
  refused: "its server refused the request",
  unavailable: "its server is unavailable; try again later",
  timeout: "it did not answer in time",
  slow: "it was too slow to answer one request",
  broken: "its answer broke off",
  endless: "its answer had no end",
  "too-deep": "its answer was nested too deeply",
  "call-as-text": "it wrote a tool call as text instead of making it",
  astray: "it kept calling tools that do not exist or cannot work",
  "day-budget": "its limit for today is used up (model.budget); it answers again after midnight",
  empty: "its answer was empty",
};

/** That another model is used, keyed by the kind of failure. */
export const modelReplaced = {
  gone: "The model {old} is no longer offered. Jia now uses {next}.",
  "unknown-model": "The server has no model {old}. Jia now uses {next}.",
  "no-tools": "The model {old} cannot call tools. Jia now uses {next}.",
  "no-provider": "No provider of the model {old} accepts the request. Jia now uses {next}.",
  private: "Every provider of the model {old} may store what you say. Jia now uses {next}.",
};

/** Messages about the model itself. */
export const model = {
  /** The arguments of a tool call. */
  tooDeep: "nested deeper than {limit} levels",
  unsaidAddress: "the person did not mention the address {address}; leave it out, or ask for it",
  notJson: "not valid JSON: {given}",
};
