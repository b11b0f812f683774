import { onTestFinished } from "vitest";
import { modesForAutomations } from "../../src/app/modes.ts";
import type { Planner } from "../../src/automation/index.ts";
import type { PolicyRule } from "../../src/home/index.ts";
import { SPOKEN_WORDS } from "../../src/language/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import type { Person } from "../../src/people/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";
import { startPlanner } from "./assistant-planner.ts";
import { TestPresence, testModes } from "./modes.ts";
import { personOf } from "./people-of.ts";
import { SimulatedTime } from "./simulated-time.ts";
import { talk } from "./speak.ts";

const library = new SpecLibrary("devices");

/** Emma and Ben, their child Leo (豆豆), and 小明. */
export const HOUSEHOLD: readonly Person[] = [
  personOf("emma", "adult"),
  { ...personOf("ben", "adult"), aliases: ["Dad", "爸爸"] },
  { ...personOf("leo", "child"), aliases: ["豆豆"] },
  { ...personOf("xiaoming", "adult"), name: "小明" },
];

/**
 * A talk in the living room of the flat with a real planner that knows who is at home and the modes of the home, at 20:00 in
 * Shanghai. `moves`: somebody comes or goes, with all that follows.
 */
export async function householdTalk(
  household: readonly Person[] = HOUSEHOLD,
  { policy = "off" }: { readonly policy?: readonly PolicyRule[] | "off" } = {},
) {
  const time = new SimulatedTime("2026-01-01T12:00:00Z");
  const people = new TestPresence(household);
  const { home, devices } = createDirectHome(readHomeFile("devices/homes/flat.json", library), {
    policy,
    clock: time,
    words: SPOKEN_WORDS,
    people: {
      standing: () => null,
      nameOf: (id) => people.get(id)?.name ?? null,
    },
  });
  let planner: Planner | null = null;
  const { modes } = await testModes(
    home,
    time,
    {
      get: (id) => planner?.scenes.get(id),
      requireAllowed: (id, origin) => planner?.scenes.requireAllowed(id, origin),
      activate: (id, options) => (planner ? planner.scenes.activate(id, options) : Promise.reject(new Error(id))),
    },
    undefined,
    people,
  );
  const started = await startPlanner(home, time.now(), time, {
    household: modesForAutomations(modes),
    residents: people.residents(),
  });
  planner = started.planner;
  onTestFinished(async () => {
    modes.stop();
    await started.stop();
  });
  const settled = (): Promise<void> => started.planner.settled();
  return {
    ...talk(home, time, started.planner, "living", undefined, { modes, people }),
    devices,
    planner: started.planner,
    time,
    modes,
    people,
    settled,
    until: (at: string): Promise<void> => time.advanceTo(at, settled),
    async moves(id: string, there: boolean): Promise<void> {
      people.moves(id, there, time.now());
      await settled();
    },
  };
}
