/** jia simulate: devices of a home file behind a broker. */
export const simulate = {
  summary: "Simulate the devices of a home file behind any broker.",
  details: ({ faults }: { faults: readonly string[] }) =>
    "HOME is a home file, or flat or house. Devices answer, report and age like real ones until Ctrl-C. Publish JSON on " +
    'simulator/<device> to lay hands on one: {"state": {"light.on": true}}, {"online": false}, {"fault": {"kind": "silent"}}. ' +
    `Kinds of faults: ${faults.join(", ")}.`,
  as: "The dialect of the devices; hub and miio are on this machine and need no broker. miot by default.",
  prefix: "Put before every id, so that two homes can be on one broker; --fault takes ids without it.",
  seed: "The same seed repeats exactly.",
  speed: "Simulated seconds per second.",
  fault: "Something wrong with a device; N is milliseconds, or the code of reject.",
  unknownDialect: ({ given, known }: { given: string; known: readonly string[] }) =>
    `--as ${given}: give one of ${known.join(", ")}`,
  badPrefix: "--prefix {given}: give up to 32 letters, digits, dots, dashes and underscores, such as house-",
  unknownDevice: ({ given, near }: { given: string; near: string | null }) =>
    `--fault ${given}: there is no such device${near === null ? "." : `, did you mean ${near}?`}`,
  unknownFault: ({ given, known }: { given: string; known: readonly string[] }) =>
    `--fault ${given}: give one of ${known.join(", ")}`,
  running: "{home}: {hint}",
  onBroker: "{count} devices simulated on {url}",
  behindHub: "{count} devices behind a simulated hub. For Jia, in another terminal:\n{settings}\njia start",
  onWifi: "{count} Wi-Fi devices simulated on this machine. For their gateway, in another terminal:\n{command}",
};
