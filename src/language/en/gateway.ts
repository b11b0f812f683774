/** jia miio: the gateway of Wi-Fi Mi Home devices. */
export const gateway = {
  summary: "Bring Wi-Fi Mi Home devices (miIO) to an MQTT broker.",
  details: "DEVICES is a JSON file of device ids and tokens, mode 0600 (docs/miio.md). Runs until Ctrl-C.",
  find: "List the devices that answer on this network, and end.",
  every: "Between polls of a device; {seconds} by default.",
  fetchSpecs: "Fetch unknown specs from the public spec site (specs.fetch).",
  name: "This gateway's name on the broker, when there are several.",
  nameFile: "Name the file of devices, or give --find.",
  wrongName: "--name: no spaces, /, + or #.",
  wrongEvery: "--every: give a number of seconds from 1 to 3600.",
  running: "{count} devices for {url}.",
  noneFound: "No device answered: they may be on another network, or behind a firewall.",
  foundHeading: ["did", "address", ""] as const,
  inFile: "in the file",
  noToken: "no token",
};
