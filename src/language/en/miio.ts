/** Messages of the miIO gateway to the person who runs it: the state, and what to do. `device` is a name or a device id. */
export const miio = {
  online: "{device} is online.",
  offline: "{device} is offline.",
  notFound:
    '{did} has no address and did not answer a broadcast. Write its "address" into the devices file, or check that it is on this network.',
  doesNotAnswer:
    "{did} at {address} is online but does not answer. Its token has probably changed: Mi Home creates a new one when you add the device again.",
  silent: "{did} at {address} does not answer. It has no power, or its address has changed.",
  noSpec:
    "There is no spec for {model} ({did}). Put the spec's JSON file into the specs folder, or let Jia fetch it with --fetch-specs.",
  notMiot: '{model} ({did}) does not support MIoT ("{detail}"). It is too old for this gateway.',
};
