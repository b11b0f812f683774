/** What is wrong with a configuration. */
export const config = {
  unreadable: "{path}: it cannot be read.",
  notYaml: "{path}: {detail}",
  noKeys: "{path}: it must hold keys with values.",
  unknownSetting: ({ place, near }: { place: string; near: string | null }) =>
    `jia.yaml: ${place}: there is no such setting${near === null ? "." : `, did you mean ${near}?`}`,
  unknownVariable: ({ name, near }: { name: string; near: string | null }) =>
    `${name}: there is no such variable${near === null ? "." : `, did you mean ${near}?`}`,
  foreignVariables: ({ names }: { names: readonly string[] }) =>
    `Not taken as settings: ${names.join(", ")}. Kubernetes or Docker sets them for a service of that name; enableServiceLinks: false, or another name of the service, keeps them out.`,
  /** `value` is null for a secret, which is not shown. */
  misfit: ({ label, value, expected }: { label: string; value: string | null; expected: string }) =>
    `${label}: ${value === null ? "the value" : `"${value}"`} does not fit, give ${expected}.`,
  misfitInside: "{place}: {problem}; give {expected}.",
  openAddress:
    "server.host is {host}, which others can reach, but there is no token: set JIA_TOKEN (make one with: openssl rand -hex 32), or listen on 127.0.0.1.",
  certWithoutKey: "mqtt.cert and mqtt.key go together: give both.",
  passwordWithoutName: "mqtt.password needs mqtt.username (MQTT_USERNAME).",
  nameWithoutPassword: "mqtt.username is set, but Jia's own broker needs mqtt.password (MQTT_PASSWORD) too.",
  repeatedRule: 'policy.rules: the id "{id}" stands there twice.',
  goesWith: "{given}: goes with {wanted}",
  unreadableFile: "{setting}: {path}: {why}",
};
