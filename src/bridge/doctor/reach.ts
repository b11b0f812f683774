import { connect } from "node:net";
import { networkInterfaces } from "node:os";

/** How long an own address may take to answer, in milliseconds. */
const ANSWER_MS = 500;

/** The addresses by which other machines reach this one. */
function outerAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((all = []) =>
    // A link-local IPv6 address needs the name of its interface with it; where there is one, there is another.
    all.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address),
  );
}

/**
 * Whether a broker can be reached from this machine alone: it runs here, and does not listen on the other addresses.
 */
export async function isLoopbackOnly(url: string, addresses: readonly string[] = outerAddresses()): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  if (host !== "localhost" && host !== "::1" && !/^127\./.test(host)) return false;
  const secure = protocol === "mqtts:" || protocol === "ssl:";
  const at = port === "" ? (secure ? 8883 : 1883) : Number(port);
  const answers = await Promise.all(addresses.map((address) => listens(address, at)));
  return !answers.includes(true);
}

function listens(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port, timeout: ANSWER_MS });
  socket.once("connect", () => resolve(true));
  for (const failure of ["error", "timeout"] as const) socket.once(failure, () => resolve(false));
  return promise.finally(() => socket.destroy());
}
