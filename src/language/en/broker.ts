/** How the connection to the MQTT broker is: what is wrong and what to do. */
export const broker = {
  /** One of several brokers, and what is wrong with it. */
  at: "{url}: {problem}",
  notYet: "not connected yet",
  /** Subscriptions that bring nothing. */
  refused: ({ filters }: { filters: readonly string[] }) =>
    `the broker refuses ${filters.join(", ")}: give Jia's user the right to read these topics (access rights, ACL)`,
  endsConnection: ({ filters }: { filters: readonly string[] }) =>
    `the broker ends the connection when ${filters.join(", ")} is asked for, so it is left out: look into its log`,
  unusable: ({ filters }: { filters: readonly string[] }) =>
    `${filters.join(", ")} cannot be subscribed to: correct zigbee2mqtt.base or discovery.prefix`,
  tooLarge: "it takes {bytes} bytes, and this broker takes {most} (max_packet_size)",
  unusableTopic: "its topic is none that MQTT allows",
  endedBefore: "the broker ended the connection twice when it was sent; it is tried again in ten minutes",
  noConnection: "there is no connection to the broker",
  /** What only shows while Jia runs, and its advice. */
  trouble: "{topic}: {advice}",
  /** Why a command was not sent; `reason` is the broker's own word. */
  mayNotWrite:
    "the broker does not let Jia's user write to {topic} ({reason}); give it the right to (access rights, ACL)",
  mayNotCommand: ({ topics }: { topics: readonly string[] }) =>
    `the broker takes no command: Jia's user may not write to ${topics.join(", ")}; give it the right to (access rights, ACL)`,
  unanswered:
    "none of the last {count} commands was answered: the devices may be switched off, or Jia's user may not write to their topics (access rights, ACL)",
  noDevice: "connected, but no device has announced itself yet",
  standsBy: "another instance runs the schedules",
  silent:
    "connected, but no message has arrived: no device has announced itself yet, or Jia's user may not read its topics (access rights, ACL)",
};

/** What was seen of a broker, in brackets behind what it means. */
export const brokerDetails = {
  noGreeting: "it closed the connection without an answer",
  inTls: "the port answers in TLS",
  /** `begin`: the first bytes that came, as text. */
  answers: 'the port answers "{begin}"',
  silentFor: "nothing was heard for {seconds} s",
  noAnswerIn: "no answer in {seconds} s",
  closed: "the broker closed the connection",
  notYet: "not connected yet",
  reason: "reason {reason}",
  malformed: "malformed packet",
  protocol: "protocol error",
  shuttingDown: "the broker is shutting down",
  keepAlive: "keep-alive timeout",
  sameId: "another client has the same id",
  filterInvalid: "topic filter invalid",
  topicInvalid: "topic name invalid",
  aliasInvalid: "topic alias invalid",
  packetTooLarge: "packet too large",
  payloadInvalid: "payload format invalid",
  noRetain: "retain is not supported",
  noSuchQos: "this quality of service is not supported",
};

/** Why there is no connection to a broker, keyed by the cause. */
export const brokerCauses = {
  "not-running": "nothing listens there ({detail}); start the broker, or correct mqtt.url",
  "unknown-host": "nobody knows a machine of this name ({detail}); correct mqtt.url",
  "no-answer":
    "it does not answer ({detail}); it may have stopped, be overloaded or cut off: look at its machine and network",
  "not-a-broker": "this is no MQTT broker ({detail}); correct the port in mqtt.url",
  "no-greeting": "{detail}: this is no MQTT broker, or one that wants TLS (mqtts://)",
  "wants-tls": "{detail}; use mqtts:// in mqtt.url",
  "no-tls": "it does not speak TLS ({detail}); use mqtt:// in mqtt.url, or the port that does",
  certificate: "its certificate, or ours, is not taken ({detail}); look at mqtt.ca, mqtt.cert and mqtt.key",
  "not-authorized": "it does not let Jia in ({detail}); correct mqtt.username and mqtt.password",
  busy: "it takes nobody now ({detail}); it is tried again",
  "taken-over": "another client uses the same id ({detail}); give each its own",
  ended: "it ended the connection ({detail}); its log says why, if this goes on",
  other: "{detail}",
};
