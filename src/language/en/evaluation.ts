/** jia eval: scores on sets of sentences. */
export const evaluation = {
  summary: "Score the assistant on sets of sentences.",
  details:
    "A set is a folder with set.json, homes/*.json and cases.jsonl. Nothing real is touched: every case runs in a fresh " +
    "simulated home, on a Wednesday at 10:00. Each case is one of these, the first that fits: wrong (anything was done or " +
    "planned that was not expected), right, asked, handed on (not understood), refused, other (done in part, or another " +
    "answer). Intervals are Wilson's at 95 %.",
  engine: "local (default), model, or auto: local first, then the model.",
  json: "Print the scores as JSON.",
  failures: "Print what failed.",
  half: "tune or report: only this half of each set, by a hash of the cases' ids.",
  unknownHalf: '--half: "{given}" is not a half. Use tune or report.',
  reportUnread:
    "--failures does not go with --half report: its figures count because nobody reads what failed. Use --half tune.",
  unknownEngine: '--engine: "{given}" is not an engine. Use local, model or auto.',
  noFile: "{path} does not exist",
  noCase: "{place} is not a case: {why}",
  noModel: "no model is configured (OPENROUTER_API_KEY, or JIA_MODEL_URL and JIA_MODEL)",
  /** The result of a case. */
  right: "right",
  wrong: "wrong",
  asked: "asked",
  handedOn: "handed on",
  refused: "refused",
  other: "other",
  set: "set",
  cases: "cases",
  interval: "  95% interval, in %",
  confidence: "at least",
  covered: "covered",
  latency: ({ score, times }: { score: string; times: readonly string[] }) =>
    `  score ${score}, latency in ms: ${times.join(", ")}`,
  model: ({
    model,
    turns,
    modelTurns,
    rounds,
    tokens,
    refusedCalls,
    cost,
  }: {
    model: string;
    turns: number;
    modelTurns: number;
    rounds: number;
    tokens: number;
    refusedCalls: number;
    cost: number | null;
  }) =>
    `  ${model}: ${modelTurns} of ${turns} sentences, a turn ${rounds} rounds and ${tokens} tokens, refused calls ${refusedCalls}${cost === null ? "" : `, $${cost}`}`,
  unknownParallel: '--parallel: "{given}" is not a number of cases. Use 1 to {most}.',
  parallel: "So many cases at a time (1). With a model that answers slowly, or that somebody plays.",
  record: "Keep the model's answers in this file, by case and round. Only with --engine model or auto.",
  replay: "Take the model's answers from this file: a test of everything around the model.",
  recordOrReplay: "--record and --replay do not go together: use one of them",
  recordsModel: "--record and --replay are about a model: use them with --engine model or auto",
  noRecording: "--replay: {path} is not a recording. Make one with --record FILE.",
  stale:
    "Replayed {cases} cases to their end. The rules, the tools or the homes have changed since the recording was made, so there is no score. Requests without a recorded answer: {unanswered}",
  missing: "missing",
  wrongly: "wrong",
  expected: "expected",
  got: "got",
};
