/** jia doctor: the report around the findings. */
export const doctorReport = {
  summary: "Look at an MQTT broker: what is there, what of it is understood, what is wrong.",
  details: "Listens only; nothing is published. More: docs/doctor.md.",
  mqtt: "The broker (MQTT_URL). Default: mqtt.url, or the broker of the running Jia, or {url}.",
  seconds: "How long to listen; {seconds} by default. Clocks and rare devices show only in what is sent meanwhile.",
  wrongSeconds: '--seconds: "{given}" is not a number of seconds from 1 to {most}. Use --seconds 60, for example.',
  broker: "MQTT broker",
  head: "{broker} at {url}: {topics} topics ({retained} retained), {messages} messages",
  definitions: "Scenes and automations of the running Jia",
  hubs: "Mi Home central hubs on this network",
  unknownTopics: "Topics of no known dialect",
  dialectsHeading: ["dialect", "devices", "online", "offline", "topics", ""] as const,
  notSpoken: "not spoken by Jia",
  /** Dialects that Jia speaks on a connection of their own, keyed by kind. */
  elsewhere: {
    hub: "set hub.client to use it (docs/mi-home-hub.md)",
    "hub-cloud": "set cloud.token to use it (docs/mi-home-hub.md)",
  },
  notUnderstood: "Not understood",
  /** The Jia that runs on this store. */
  running: "Jia at {url}",
  runsWell: "ready",
  /** The login of the running Jia is not known here. */
  closed:
    "The running Jia uses {used} with a password, and is connected. That broker was not looked at: name it with its password, --mqtt mqtt://USER:PASSWORD@HOST, or set mqtt.password.",
  closedApart:
    "The running Jia uses {used} with a password, and is not connected. That broker was not looked at: name it with its password, --mqtt mqtt://USER:PASSWORD@HOST, or set mqtt.password.",
  otherBroker: "This report is about {looked}, but the running Jia uses {used}. To see that one: --mqtt {used}",
  bad: "There are problems: see the lines marked ✗ and ! above.",
  good: "No problems found.",
  advice: ({ count }: { count: number }) =>
    `Nothing is broken, but ${count === 1 ? "one thing" : `${count} things`} above ${count === 1 ? "is" : "are"} worth a look.`,
};
