/** Endings of names that home networks give out themselves, such as `fritz.box`; none exists on the public internet. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|lan|home|internal|intranet|home\.arpa|fritz\.box)$/;

/** Whether a host name belongs to this machine or its own network, as every name of one level does. Not for IP addresses. */
export function isLocalHostname(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "").toLowerCase();
  return !name.includes(".") || LOCAL_NAME.test(name);
}
