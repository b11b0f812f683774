/** Why a model call failed, keyed by the kind of failure. */
export const modelFailures = {
  unauthorized: "the key was refused; check OPENROUTER_API_KEY",
  "no-credit": "the account has no credit left",
  "rate-limited": "too many requests; try again in a moment",
  gone: "the model is no longer offered; choose another with JIA_MODEL",
  "unknown-model": "its server has no model of that name; choose another with JIA_MODEL",
  "no-tools": "the model cannot use tools, which it needs to reach devices; choose another with JIA_MODEL",
  "no-provider": "no provider of this model takes the request; choose another with JIA_MODEL",
  private: "no provider of this model promises not to keep what is sent; choose another with JIA_MODEL",
  "no-address": "its server has nothing at this address; check JIA_MODEL_URL, which often ends in /v1",
  "no-model-server": "what answers at this address is no server of models; check JIA_MODEL_URL",
  redirected:
    "its server sends the request on to {to}, and neither the request nor the key goes there; set JIA_MODEL_URL to it if it is the right one",
  untrusted: "the certificate of its server cannot be trusted",
  "too-long": "the conversation is too long for this model; begin a new one",
  refused: "the request was refused",
  unavailable: "its server is not available",
  timeout: "it did not answer in time",
  slow: "it was too slow to answer within one request",
  broken: "its answer broke off",
  endless: "its answer had no end",
  "too-deep": "its answer was nested too deeply to be read",
  "call-as-text": "it wrote what it wanted to do as text instead of doing it",
  astray: "it kept asking for what does not exist here or cannot be done",
  empty: "it answered nothing",
};

/** That another model is used, keyed by the kind of failure. */
export const modelReplaced = {
  gone: "The model {old} is not offered any more; using {next}.",
  "unknown-model": "The server has no model {old}; using {next}.",
  "no-tools": "The model {old} cannot use tools; using {next}.",
  "no-provider": "No provider of the model {old} takes the request; using {next}.",
  private: "No provider of the model {old} promises not to keep what is sent; using {next}.",
};

/** What is said about the model itself. */
export const model = {
  /** The arguments of a tool call. */
  tooDeep: "nested deeper than {limit} levels",
  unsaidAddress: "{address} is an address that the person did not say; leave it out, or ask for it",
  notJson: "not valid JSON: {given}",
};
