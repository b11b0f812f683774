/** The clock that tests move: the one that evaluations move. */
export { SimulatedTime } from "../../src/commands/evaluation/simulated-time.ts";
