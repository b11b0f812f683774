/** What the two actions on devices share: setting properties, and invoking what a device can do. */
import type { Command, Home, Outcome } from "../../home/index.ts";
import { changeWords } from "../describe/outcomes.ts";
import { unknownWords } from "../describe/steps.ts";
import {
  currentCommandsOf,
  expectedChanges,
  type InvokeStep,
  possibleCommandsOf,
  type SetStep,
} from "../device-commands/of-actions.ts";
import { SILENT } from "../runs/run.ts";
import { type Demand, PLAIN_ACTION } from "./kind.ts";
import type { DryStep, RunningStep } from "./step.ts";

type DeviceStep = SetStep | InvokeStep;

/** The parts of an action that commands devices. */
export const DEVICE_ACTION = {
  ...PLAIN_ACTION,
  targets: ({ target }: DeviceStep) => [target],
  demands: (action: DeviceStep, home: Home): Demand[] => [{ kind: "own", commands: possibleCommandsOf(action, home) }],
  run: (action: DeviceStep, step: RunningStep): Promise<void> =>
    step.once(async ({ execute }) => {
      const { home, now } = step.situation();
      const { commands, unknown } = currentCommandsOf(action, home, now);
      const outcomes = commands.length > 0 ? await execute(commands) : [];
      return { outcomes, unknown, empty: outcomes.length === 0 };
    }),
  dryRun(action: DeviceStep, step: DryStep): boolean {
    const { home, now } = step.situation;
    const { commands, unknown } = currentCommandsOf(action, home, now);
    const invoked = commands.some(({ kind }) => kind === "invoke");
    const changes = invoked ? SILENT : changeWords(expectedChanges(commands, home), home);
    step.note(unknown.length > 0 ? unknownWords(unknown, [], home) : changes, refusals(commands, home));
    return true;
  },
};

function refusals(commands: readonly Command[], home: Home): Outcome[] {
  return home
    .assess(commands, { kind: "schedule", id: "check", approved: false })
    .flatMap(({ refused }) => [...refused]);
}
