type Variables = Readonly<Record<string, string | undefined>>;

/** What Kubernetes and Docker write as the port of a service: `tcp://10.0.0.1:8480`. */
const ADDRESS = /^(?:tcp|udp|sctp):\/\//i;

/**
 * The variables that Kubernetes (for every service of the namespace) and Docker (for links) set, and that only begin like
 * ours because a service is called jia, or jia-mqtt: `JIA_PORT=tcp://…`, `JIA_SERVICE_HOST`, `JIA_PORT_8480_TCP_ADDR`.
 * @param known names of our own variables: such a one is foreign only when an address stands where a number belongs
 */
export function foreignVariables(env: Variables, known: ReadonlySet<string>): string[] {
  const names = Object.keys(env).filter((name) => name.startsWith("JIA_"));
  const addresses = names.filter((name) => name.endsWith("_PORT") && ADDRESS.test(env[name] ?? ""));
  const services = new Set([
    ...addresses.map((name) => name.slice(0, -"_PORT".length)),
    ...names.filter((name) => name.endsWith("_SERVICE_HOST")).map((name) => name.slice(0, -"_SERVICE_HOST".length)),
  ]);
  const ofService = (name: string): boolean =>
    [...services].some((service) => {
      if (!name.startsWith(`${service}_`)) return false;
      return /^(?:SERVICE_HOST|SERVICE_PORT(?:_.+)?|PORT_\d+_.+|NAME|ENV_.+)$/.test(name.slice(service.length + 1));
    });
  return names.filter((name) => addresses.includes(name) || (!known.has(name) && ofService(name))).sort();
}
