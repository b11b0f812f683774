/** What the miIO gateway tells the person who runs it: what is so, and what to do. `device` is a name or a device id. */
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
};
