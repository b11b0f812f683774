/** Why something that came from a broker was not understood. Short and stable; the language packs say what to do about each. */
export const PROBLEM_CODES = [
  "bad-device-id",
  "broken-template",
  "ends-connection",
  "interview-failed",
  "late-event",
  "malformed-config",
  "malformed-device",
  "malformed-envelope",
  "malformed-group",
  "malformed-json",
  "malformed-list",
  "malformed-reply",
  "malformed-report",
  "no-options",
  "no-scenes",
  "no-spec-access",
  "no-topic",
  "nothing-usable",
  "payload-too-large",
  "publication-refused",
  "repeated-event",
  "request-failed",
  "retained-message",
  "secret",
  "subscription-refused",
  "template-failed",
  "too-long",
  "too-large-for-broker",
  "too-many",
  "too-much-work",
  "unknown-device",
  "unknown-event",
  "unknown-property",
  "unknown-spec",
  "unknown-topic",
  "unsupported-component",
  "unsupported-device",
  "unusable-topic",
  "wildcard-in-name",
  "wildcard-topic",
  "wrong-device-id",
  "wrong-shape",
  "wrong-value",
] as const;
type KnownProblem = (typeof PROBLEM_CODES)[number];

/** `failed-<dialect>`: a mistake of ours in that dialect, about which its reader can do nothing. */
export type ProblemCode = KnownProblem | `failed-${string}`;

/** Whether a code is one of the list, and no mistake of ours. */
export function isKnownProblem(code: string): code is KnownProblem {
  return PROBLEM_CODES.some((each) => each === code);
}
