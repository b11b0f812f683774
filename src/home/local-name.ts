/** Endings of names that a home network gives out itself, `fritz.box` among them: none of them is of the public internet. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|lan|home|internal|intranet|home\.arpa|fritz\.box)$/;

/** Whether the name of a host is one of this machine or its own network; a name of one level is. Not for IP addresses. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "").toLowerCase();
  return !name.includes(".") || LOCAL_NAME.test(name);
}
