/** jia start: the parts with their addresses, and sentences to try. */
export const start = {
  summary: "Run Jia until Ctrl-C.",
  details:
    "Without any option: its own MQTT broker, a simulated flat, an SQLite file and the HTTP API, on this machine alone. " +
    "Everything else is in docs/configuration.md.",
  takeOver: "Give the data to this home though it belongs to another.",
  title: "Jia 家 {version}",
  /** The labels of the rows of the welcome. */
  labels: { address: "Address", mqtt: "MQTT", home: "Home", model: "Model", data: "Data" },
  home: ({ name, devices, simulated }: { name: string; devices: number; simulated: boolean }) =>
    `${name}, ${devices} devices${simulated ? " (simulated)" : ""}`,
  listensOn: " (listens on {host}, asks for the token)",
  ownBroker: " (its own)",
  notConnected: ({ why }: { why: string | null }) =>
    `not connected yet; Jia keeps trying${why === null ? "" : `\n${why}`}`,
  /** `options`: the command-line options of this start. */
  noKey: ({ model, options }: { model: string; options: string }) =>
    `local understanding only. To use ${model}:\nOPENROUTER_API_KEY=… jia start${options && ` ${options}`}`,
  modelOff: "local understanding only (the model is switched off)",
  tryIt: "Try, in another terminal:",
  stopped: "Stopped.",
  /** A sentence about a light of the home; null when it has none in a room. */
  example: ({ light, room, dims }: { light: string | null; room: string; dims: boolean }) =>
    light === null
      ? "which devices are online?"
      : `${dims ? "dim" : "turn on"} the ${light} in the ${room}${dims ? " to half" : ""}`,
};
