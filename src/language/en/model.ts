/** Why a model call failed, keyed by the kind of failure. */
export const modelFailures = {
  unauthorized: "the key was refused; check OPENROUTER_API_KEY",
  "no-credit": "the account has no credit left",
  "rate-limited": "too many requests; try again in a moment",
  gone: "the model is no longer offered; choose another with JIA_MODEL",
  private: "no provider of this model promises not to keep what is sent; choose another with JIA_MODEL",
  refused: "the request was refused",
  unavailable: "its server is not available",
  timeout: "it did not answer in time",
  broken: "its answer broke off",
  empty: "it answered nothing",
};

/** What is said about the model itself. */
export const model = {
  replaced: "The model {old} is not offered any more; using {next}.",
  /** The arguments of a tool call. */
  notJson: "not valid JSON: {given}",
};
