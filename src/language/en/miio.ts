/** jia miio, the gateway of Wi-Fi Mi Home devices: its help, and what it tells the person who runs it. `device` is a name or a device id. */
export const miio = {
  online: "{device} is online.",
  offline: "{device} is offline.",
  notFound:
    '{did} has no address and did not answer a broadcast: write its "address" into the devices file, or look whether it is on this network.',
  doesNotAnswer:
    "{did} at {address} is there but does not answer: its token has most likely changed (adding it to Mi Home again makes a new one).",
  silent: "{did} at {address} does not answer: it is off, or has another address.",
  noSpec:
    "There is no spec for {model} ({did}): put its instance JSON into the specs folder, or allow fetching with --fetch-specs.",
  notMiot: '{model} ({did}) refuses MIoT\'s methods ("{detail}"): it is too old for this gateway.',
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
