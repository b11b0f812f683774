/** The connection to the MQTT broker: what is wrong and what to do. */
export const broker = {
  /** One of several brokers, with its problem. */
  at: "{url}: {problem}",
  notYet: "not connected yet",
  /** Subscriptions without messages. */
  refused: ({ filters }: { filters: readonly string[] }) =>
    `the broker does not let Jia's user read ${filters.join(", ")}; allow these topics in the broker's access rights (ACL)`,
  endsConnection: ({ filters }: { filters: readonly string[] }) =>
    `the broker closes the connection when Jia subscribes to ${filters.join(", ")}, so Jia no longer subscribes; look into the broker's log`,
  /** `settings`: those that the topics are made from. */
  unusable: ({ filters, settings }: { filters: readonly string[]; settings: readonly string[] }) =>
    `MQTT does not allow a subscription to ${filters.join(", ")}${settings.length > 0 ? `; correct ${settings.join(" and ")}` : ""}`,
  tooLarge: "it has {bytes} bytes, and this broker accepts at most {most}; raise max_packet_size there",
  unusableTopic: "MQTT does not allow its topic",
  endedBefore: "the broker closed the connection twice when Jia sent it; Jia tries again in ten minutes",
  noConnection: "there is no connection to the broker",
  /** Problems that show only while Jia runs, with advice. */
  trouble: "{topic}: {advice}",
  /** Why a command was not sent; `reason` is the broker's own word. */
  mayNotWrite:
    "the broker does not let Jia's user write to {topic} ({reason}); allow it in the broker's access rights (ACL)",
  mayNotCommand: ({ topics }: { topics: readonly string[] }) =>
    `the broker accepts no commands: Jia's user may not write to ${topics.join(", ")}; allow it in the broker's access rights (ACL)`,
  unanswered:
    "no device answered the last {count} commands: the devices may have no power, or Jia's user may not write to their topics (check the broker's access rights, ACL)",
  noDevice: "connected, but no device has announced itself yet",
  unheard: "Jia knows of no device: it hears of them once there is a connection to the broker",
  standsBy: "another instance runs the schedules",
  silent:
    "connected, but no message has arrived: no device has announced itself yet, or Jia's user may not read the topics (check the broker's access rights, ACL)",
};

/** Observations of a broker, in brackets behind their meaning. */
export const brokerDetails = {
  noGreeting: "it closed the connection without an answer",
  inTls: "the port answers in TLS",
  /** `begin`: the first bytes that came, as text. */
  answers: 'the port answers "{begin}"',
  silentFor: "no data for {seconds} s",
  noAnswerIn: "no answer in {seconds} s",
  closed: "the broker closed the connection",
  notYet: "not connected yet",
  reason: "reason {reason}",
  malformed: "malformed packet",
  protocol: "protocol error",
  shuttingDown: "the broker is shutting down",
  keepAlive: "keep-alive timeout",
  sameId: "another client uses the same client id",
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
  "unknown-host": "there is no machine with this name ({detail}); correct mqtt.url",
  "no-answer": "it does not answer ({detail}); it may be stopped, overloaded or cut off; check its machine and network",
  "not-a-broker": "it is not an MQTT broker ({detail}); correct the port in mqtt.url",
  "no-greeting": "{detail}; it is not an MQTT broker, or it wants TLS (mqtts:// in mqtt.url)",
  "wants-tls": "{detail}; use mqtts:// in mqtt.url",
  "no-tls": "this port does not speak TLS ({detail}); use mqtt:// in mqtt.url, or the broker's TLS port",
  certificate:
    "Jia does not trust the broker's certificate, or the broker does not trust Jia's ({detail}); check mqtt.ca, mqtt.cert and mqtt.key",
  "not-authorized": "it refuses the login ({detail}); correct mqtt.username and mqtt.password",
  busy: "it accepts no connections now ({detail}); Jia tries again",
  "taken-over": "another client uses the same client id ({detail}); give each client its own",
  ended: "it closed the connection ({detail}); if this repeats, look into its log",
  other: "{detail}",
};
