/** The problems of a configuration, and what settings are for that every dialect may have. */
export const config = {
  /** `dialect`: `Zigbee2MQTT` */
  baseTopic: "The base topic of {dialect} on your broker.",
  unreadable: "Jia cannot read {path}. Check that the file exists and that Jia may read it.",
  notYaml: "{path}: {detail}",
  noKeys: '{path} must hold settings as "key: value" lines.',
  unknownSetting: ({ file, place, near }: { file: string; place: string; near: string | null }) =>
    `${file}: there is no setting "${place}".${near === null ? ' "jia config" lists all settings.' : ` Did you mean ${near}?`}`,
  unknownVariable: ({ name, near }: { name: string; near: string | null }) =>
    `There is no environment variable ${name} for Jia.${near === null ? " docs/configuration.md lists all variables." : ` Did you mean ${near}?`}`,
  foreignVariables: ({ names }: { names: readonly string[] }) =>
    `Jia ignores these variables: ${names.join(", ")}. Kubernetes or Docker sets them for a service with this name. To keep them out, set enableServiceLinks: false, or rename the service.`,
  noSuchSetting: ({ place, near }: { place: string; near: string | null }) =>
    `There is no setting "${place}".${near === null ? ' "jia config" lists all settings.' : ` Did you mean ${near}?`}`,
  atTheMachine:
    "{name} says who gets in, what leaves this machine, or which file or program is used. Change it in jia.yaml on the machine itself",
  passwordHidden: "{name} has *** in place of its password. Give the password itself, or leave {name} as it is",
  secretMoves: "{secret} would go to the new address in {name}. Give {secret} with it, or take it out",
  overruled: "{from} sets {name}, and wins over jia.yaml. Take {from} away, or change it there",
  notWritten: "Jia cannot write {path} ({why}). Give Jia the right to write it and its folder, or change it by hand",
  cannotChange: "This Jia was started without a configuration of its own. Change the settings where it is started",
  cannotRestart: "This Jia cannot restart by itself. Stop it, and start it again",
  /** `value` is null for a secret, which is not shown. */
  misfit: ({ label, value, expected }: { label: string; value: string | null; expected: string }) =>
    `${label}: ${value === null ? "the value" : `"${value}"`} is not valid. Use ${expected}.`,
  misfitInside: "{place}: {problem}. Use {expected}.",
  tlsWithoutKey: "server.cert and server.key belong together. Set both, or neither.",
  certWithoutKey: "mqtt.cert and mqtt.key belong together. Set both, or neither.",
  passwordWithoutName: "mqtt.password is set, but mqtt.username is not. Set mqtt.username (MQTT_USERNAME) too.",
  nameWithoutPassword:
    "mqtt.username is set, but mqtt.password is not. Jia's own broker needs both. Set mqtt.password (MQTT_PASSWORD) too.",
  repeatedRule: 'policy.rules: two rules have the id "{id}". Give each rule its own id.',
  goesWith: "{given} works only together with {wanted}. Set {wanted} too.",
  unreadableFile: "{setting}: {path}: {why}",
};
