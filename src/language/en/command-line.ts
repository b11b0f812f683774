/** The command line: help, wrong use, the options of many commands, and the outcomes of commands. */
export const cli = {
  title: "Jia (家): say it, and a device of your home does it.",
  overviewUsage: "Usage: jia <command> [options]",
  moreHelp: "Options of a command: jia <command> --help",
  exitCodes:
    "Exit codes:\n  0    it worked\n  1    it did not\n  2    wrong usage or configuration\n  3    something needed is missing or in use: Jia, broker, database, port\n  130  stopped with Ctrl-C",
  usage: "Usage: jia {command}",
  options: "Options:",
  examples: "Examples:",

  /** The problems of a command line, one on each line. */
  wrongUse: ({ lines }: { lines: readonly string[] }) => lines.join("\n"),
  seeHelp: "See: jia {command} --help",
  missingWords: "Something is missing. The usage is: {usage}",
  tooManyWords: "There are too many words. The usage is: {usage}",
  unknownOption: ({ option, near }: { option: string; near: string | null }) =>
    `There is no option ${option}${near === null ? "." : `. Did you mean --${near}?`}`,
  takesNoValue: "{option} is a switch and takes no value.",
  needsValue: "{option} needs a value: {option} {value}",
  unknownCommand: ({ name, near }: { name: string; near: readonly string[] }) =>
    `There is no command "${name}".${near.length === 0 ? "" : ` Did you mean ${near.map((each) => `"${each}"`).join(" or ")}?`}`,
  /** Other words for commands, separated by commas, keyed by command. */
  commandWords: {
    automations: "schedules, schedule, plans, plan, planned, agenda, rules, rule, routines, routine, reminders, alarms",
    "runs planned": "schedules, schedule, plans, plan, planned, agenda",
    runs: "history, log, logs, why",
    audit: "history, log, logs, events",
    devices: "list, status, state, rooms, room, home, lights, sensors, ls",
    "say TEXT": "tell, ask, do, turn, switch, undo",
    "start --help": "serve, server, run, up, daemon",
  },
  commands: ({ names }: { names: readonly string[] }) => `There are: ${names.join(", ")}`,
  unknownVerb: ({
    command,
    given,
    near,
    verbs,
  }: {
    command: string;
    given: string;
    near: string | null;
    verbs: readonly string[];
  }) =>
    `"jia ${command}" has no verb "${given}".${near === null ? "" : ` Did you mean "${near}"?`} The verbs are: ${verbs.join(", ")}.`,
  unknownLanguage: ({ given, languages }: { given: string; languages: readonly string[] }) =>
    `Jia does not speak the language "${given}". Use --language ${languages.join(" or ")}.`,
  debugHint: "JIA_DEBUG=1 shows where.",
  stopHint: "Ctrl-C stops.",
  nameBroker: "Name the broker with --mqtt URL.",
  fileNamed: "file {path}",

  help: "Show this help.",
  language: "The language of what is printed and answered; by default that of the system (LC_ALL, LANG).",
  json: "As JSON.",
  limit: "How many (20).",
  configFile: "Another jia.yaml (JIA_CONFIG).",
  otherConfig: "Another jia.yaml.",
  url: "The address of the running Jia (JIA_URL).",
  port: "Its port on this machine, without --url.",
  ownerData: "The data folder with the owner's token, without JIA_TOKEN.",
  home: "When none is running: a simulated home from this file, for this command alone.",
  room: "Where you are: a room's id or name.",
  broker: "The broker (MQTT_URL).",

  configSummary: "Check and print the configuration, without its secrets.",
  configDetails:
    "Prints a jia.yaml that gives the same settings. The comment beside each value says where it comes from.",
  /** The source of a setting, keyed by kind; `what` is the file, the variable or the option. */
  settingFrom: {
    default: () => "default",
    file: ({ what }: { what: string }) => what,
    environment: ({ what }: { what: string }) => `environment ${what}`,
    flag: ({ what }: { what: string }) => `option ${what}`,
  },

  completionSummary: "Print the script that completes command lines with Tab.",
  completionDetails:
    "For bash, zsh or fish: verbs, options, and the devices and rooms of a running Jia. Put the line of your shell below " +
    "into its startup file. jia must be on the PATH (npm link).",
  unknownShell: ({ given, near, known }: { given: string; near: string | null; known: readonly string[] }) =>
    `Jia has no completion for "${given}"${near === null ? "." : `. Did you mean ${near}?`} The shells are: ${known.join(", ")}.`,

  /** The result of a command, keyed by the status of the outcome. */
  outcomes: {
    confirmed: "confirmed",
    unchanged: "unchanged",
    accepted: "sent, not confirmed by this device",
    timeout: "no answer in time",
    offline: "not reachable",
    rejected: "refused",
    denied: "not allowed",
    "needs-confirmation": "waits for a yes",
    unknown: "sent, nothing noted since",
  },
  because: ({ reason }: { reason: string }) => `: ${reason}`,
  /** A line below tables with times. */
  zone: ({ zone }: { zone: string }) => `Times are in the zone ${zone}.`,
  severalIds: ({ start, count }: { start: string; count: number }) =>
    `${count} ids begin with "${start}". Give more characters.`,
  code: ({ code }: { code: number }) => ` (code ${code})`,
};
