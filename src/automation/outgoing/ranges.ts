import { BlockList, isIP, isIPv6 } from "node:net";

/** Networks outside of the public internet: this machine, its neighbours, and reserved ones. */
const SPECIAL_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  // Link-local; the metadata services of clouds are at 169.254.169.254.
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  // Multicast, reserved, broadcast.
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/**
 * Of IPv6 only 2000::/3 is assigned; these networks in it are not public: Teredo and its neighbours, documentation,
 * 6to4.
 */
const SPECIAL_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];
/** Networks whose addresses hold an IPv4 address in the last 32 bits: mapped, translated (NAT64). */
const HOLDS_IPV4 = ["::ffff:0:0/96", "64:ff9b::/96"];

const special = listOf(SPECIAL_4, SPECIAL_6);
const given = listOf([], ["2000::/3"]);
const holdsIpv4 = listOf([], HOLDS_IPV4);

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (isIP(plain) === 0) return false;
  if (!isIPv6(plain)) return !special.check(plain, "ipv4");
  if (holdsIpv4.check(plain, "ipv6")) return isPublicAddress(lastAsIpv4(plain));
  return given.check(plain, "ipv6") && !special.check(plain, "ipv6");
}

/** The last 32 bits of an IPv6 address, as IPv4. */
function lastAsIpv4(address: string): string {
  // The URL parser writes every spelling the same: `[::ffff:7f00:1]`.
  const [low = "0", high = "0"] = new URL(`http://[${address}]`).hostname.slice(1, -1).split(":").reverse();
  const [upper, lower] = [high, low].map((group) => Number.parseInt(group || "0", 16));
  return [(upper ?? 0) >> 8, (upper ?? 0) & 255, (lower ?? 0) >> 8, (lower ?? 0) & 255].join(".");
}

function listOf(ipv4: readonly string[], ipv6: readonly string[]): BlockList {
  const list = new BlockList();
  const add = (subnet: string, family: "ipv4" | "ipv6"): void => {
    const [net = "", bits = ""] = subnet.split("/");
    list.addSubnet(net, Number(bits), family);
  };
  for (const subnet of ipv4) add(subnet, "ipv4");
  for (const subnet of ipv6) add(subnet, "ipv6");
  return list;
}
