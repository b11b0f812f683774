/** jia simulate: devices of a home file behind a broker. */
export const simulate = {
  summary: "Simulate the devices of a home file behind any broker.",
  details: ({ faults }: { faults: readonly string[] }) =>
    "HOME is a home file, or flat or house. Devices answer, report and age like real ones until Ctrl-C. Publish JSON on " +
    'simulator/<device> to change one: {"state": {"light.on": true}}, {"online": false}, {"fault": {"kind": "silent"}}. ' +
    `Kinds of faults: ${faults.join(", ")}.`,
  as: "The dialect of the devices; miot by default. hub and miio run on this machine and need no broker.",
  prefix: "A prefix for every id, so that two homes can share a broker. --fault takes ids without it.",
  seed: "The seed of what is random. The same seed gives the same run.",
  speed: "Simulated seconds per second.",
  fault: "A fault of a device. N is in milliseconds; for reject it is the code.",
  unknownDialect: ({ given, known }: { given: string; known: readonly string[] }) =>
    `--as: "${given}" is not a dialect. Use ${known.join(", ")}.`,
  badPrefix:
    '--prefix: "{given}" is not a prefix. Use up to 32 letters, digits, dots, dashes and underscores, such as house-.',
  unknownDevice: ({ given, near }: { given: string; near: string | null }) =>
    `--fault: the home has no device of "${given}".${near === null ? " Use DEVICE=KIND." : ` Did you mean ${near}?`}`,
  unknownFault: ({ given, known }: { given: string; known: readonly string[] }) =>
    `--fault: "${given}" is not a fault. Use DEVICE=KIND with one of these kinds: ${known.join(", ")}.`,
  running: "{home}: {hint}",
  onBroker: "{count} devices simulated on {url}",
  behindHub: "{count} devices behind a simulated hub. For Jia, in another terminal:\n{settings}\njia start",
  onWifi: "{count} Wi-Fi devices simulated on this machine. For their gateway, in another terminal:\n{command}",
};
