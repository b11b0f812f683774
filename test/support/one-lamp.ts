import { Simulator } from "../../src/simulator/index.ts";
import { scenarioHome } from "./scenario-home.ts";

/** The simulated lamp of the scenarios alone, behind the broker at `url`: it does at once what it is told. */
export async function oneLamp(url: string): Promise<Simulator> {
  const simulator = new Simulator({
    home: scenarioHome(),
    connection: { url },
    only: ({ id }) => id === "lamp",
    behaviours: "instant",
    tick: 0,
  });
  await simulator.start();
  return simulator;
}
