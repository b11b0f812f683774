import type { BrokerCause } from "./broker-trouble.ts";
import { isLocal } from "./local-host.ts";

/** Waits between attempts to connect, in milliseconds. */
export interface BackoffOptions {
  /** The first wait; it doubles with every further failure. 1 s when it is left out. */
  readonly first?: number;
  /** 60 s when it is left out. */
  readonly max?: number;
  /** From 0 to 1: spreads the attempts of many clients, so that they do not all come back at once. */
  readonly random?: () => number;
}

/** The wait after `failures` failures in a row (1 or more): doubled each time, at most `max`, with up to half taken off by chance. */
export function backoff(
  failures: number,
  { first = 1000, max = 60_000, random = Math.random }: BackoffOptions,
): number {
  const full = Math.min(max, first * 2 ** Math.min(failures - 1, 30));
  return Math.round(full * (1 - random() / 2));
}

/** For a broker of the own network: it should be found within seconds of its return, and an attempt is cheap. */
const LOCAL: BackoffOptions = { first: 1000, max: 2500 };
/** For a broker that refuses us: somebody has to change something first. */
const REFUSED: BackoffOptions = { first: 5000, max: 60_000 };

/** The waiting times for a broker at `url` after a failure with this `cause`. */
export function backoffFor(url: string, cause: BrokerCause | undefined): BackoffOptions {
  if (cause === "not-authorized" || cause === "taken-over") return REFUSED;
  return isLocal(url) ? LOCAL : {};
}
