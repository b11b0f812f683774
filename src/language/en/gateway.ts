/** jia miio: the gateway of Wi-Fi Mi Home devices. */
export const gateway = {
  summary: "Connect Wi-Fi Mi Home devices (miIO) to an MQTT broker.",
  details: "DEVICES is a JSON file with device ids and tokens, mode 0600 (docs/miio.md). Runs until Ctrl-C.",
  find: "List the devices that answer on this network, then exit.",
  every: "Seconds between two polls of a device; {seconds} by default.",
  fetchSpecs: "Fetch unknown specs from the public spec site (specs.fetch).",
  name: "The name of this gateway on the broker. Needed when there are several.",
  nameFile: "Give the file with your devices, or --find to list the devices of this network.",
  wrongName: "--name cannot hold spaces, /, + or #. Use a name such as ground-floor.",
  wrongEvery: "--every must be a number of seconds from 1 to 3600.",
  running: "Connected {count} devices to {url}.",
  noneFound: "No device answered. The devices may be on another network, or a firewall may block them.",
  foundHeading: ["did", "address", ""] as const,
  inFile: "in the file",
  noToken: "no token",
};
