import type { Logger } from "pino";
import type { Household, Planner } from "../automation/index.ts";
import { type Clock, type Device, type Home, knowledgeOf } from "../home/index.ts";
import type { DeviceState } from "../language/index.ts";
import type { People } from "../people/index.ts";
import { HomeModes, type Modes, reportPhrase } from "../people/modes/index.ts";
import type { Notices } from "../people/notices/index.ts";
import type { Store } from "../store/index.ts";
import { checkState } from "../understanding/ground/states.ts";
import { minimalTarget } from "../understanding/ground/target.ts";

interface ModeParts {
  readonly home: Home;
  readonly store: Pick<Store, "modes">;
  /** Gives the planner when a mode begins. The planner is made after the modes, because automations know the modes. */
  readonly planner: () => Pick<Planner, "scenes" | "standsBy">;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The modes of this home, over the store. */
export function createModes({ home, store, planner, people, clock, log }: ModeParts): HomeModes {
  return new HomeModes({
    home,
    storage: store.modes,
    clock,
    people,
    scenes: {
      has: (id) => planner().scenes.get(id) !== undefined,
      requireAllowed: (id, origin) => planner().scenes.requireAllowed(id, origin),
      activate: (id, options) => planner().scenes.activate(id, options),
    },
    isSo: (state, device) => isDeviceInState(state, device, clock.now()),
    standsBy: () => planner().standsBy,
    failed: (error) => log.error({ err: error }, "a mode could not begin"),
  });
}

/** The current mode for the policy. The home is made before its modes. */
export class PolicyMode {
  #modes: Modes | null = null;

  /** Follows these modes from now on. */
  follow(modes: Modes): void {
    this.#modes = modes;
  }

  /** Id of the current mode; null before `follow`. */
  id(): string | null {
    return this.#modes?.current().mode.id ?? null;
  }
}

/** Whether a device is in a state; null when that is not known, undefined when it has no such state. */
export function isDeviceInState(state: DeviceState, device: Device, now: number): boolean | null | undefined {
  const found = checkState(state, minimalTarget(device));
  if (found.kind === "absent") return undefined;
  if (found.kind === "unknown") return null;
  const known = found.property && knowledgeOf(device, found.property.address, now);
  return known?.kind === "value" && known.lapse ? null : found.holds;
}

/**
 * Tells people of modes that began by themselves, because nobody heard their report. Ends when the returned function
 * is called.
 */
export function notifyOfModes(modes: Modes, notices: Notices, failed: (error: unknown) => void): () => void {
  return modes.subscribe((event) => {
    if (event.type !== "mode-began" || event.by.kind !== "schedule") return;
    event.report
      .then(async (report) => {
        const wrong = report.findings.some(({ devices }) => devices.length > 0) || report.failed !== null;
        const { id, checks } = report.mode;
        // A person who came home does not need a notice of it.
        if (checks.length === 0 && !wrong) return;
        await notices.tell({
          level: wrong ? "warning" : "info",
          subject: `mode/${id}`,
          text: reportPhrase(report),
          source: `mode/${id}`,
        });
      })
      .catch(failed);
  });
}

/** The modes as automations see them. */
export function modesForAutomations(modes: Modes): Household {
  return {
    mode: () => modes.current().mode.id,
    modes: () => modes.list().map(({ id }) => id),
    sceneOf: (mode) => modes.get(mode)?.scene ?? null,
    async begin(mode, origin, chain, signal) {
      const { outcomes, failed } = await modes.begin(mode, { origin, chain, signal });
      if (failed !== null) throw failed;
      return outcomes;
    },
    subscribe: (listener) =>
      modes.subscribe((event) => {
        if (event.type !== "mode-began") return;
        const { mode, before, chain } = event;
        listener({ mode, before, chain });
      }),
  };
}
