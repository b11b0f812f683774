import {
  type Command,
  type Confirmation,
  type Device,
  type HomeView,
  type Outcome,
  type OutcomeTarget,
  succeeded,
} from "../../home/index.ts";
import {
  confirmationQuestion,
  type Deed,
  deedAsked,
  deedOfOutcome,
  type Language,
  messages,
  movingOf,
  nameIn,
  packOf,
  shortName,
  tellOutcomes,
} from "../../language/index.ts";

/** The last outcome of every property and action that was touched, in the order they were first touched. */
export function settled(outcomes: readonly Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    last.set(`${outcome.device} ${"property" in outcome ? outcome.property : outcome.action}`, outcome);
  }
  return [...last.values()];
}

/** Whether everything that was touched ended well. */
export function allSucceeded(outcomes: readonly Outcome[]): boolean {
  return settled(outcomes).every(succeeded);
}

/** What happened, in sentences that claim nothing else. Empty when there are no outcomes. */
export function outcomeSentences(home: HomeView, outcomes: readonly Outcome[], language: Language): string {
  const called = namesIn(home, language);
  const told = settled(outcomes).map((outcome) => {
    const device = home.device(outcome.device);
    return {
      name: device ? called(device) : outcome.device,
      kind: device?.spec.kind ?? "",
      deed: deedOfOutcome(device, outcome, language),
      outcome,
      moving: movingOf(device, outcome, language),
    };
  });
  return tellOutcomes(told, language);
}

/** What commands would do, as things to go ahead with, one for each property or action: "turning on the kitchen light". */
export function commandPhrases(home: HomeView, commands: readonly Command[], language: Language): string[] {
  const { doing } = messages(language).replies;
  const called = namesIn(home, language);
  return commands
    .flatMap((command) => deedsOf(home, command, language, called))
    .map(({ deed, name }) => doing(deed, name));
}

/** The question for commands that wait for a yes: what would happen, and why it is asked. */
export function questionFor(home: HomeView, { commands, rules }: Confirmation, language: Language): string {
  const called = namesIn(home, language);
  const waiting = commands.flatMap((command) => deedsOf(home, command, language, called));
  return confirmationQuestion(
    waiting,
    rules.map(({ why }) => why),
    language,
  );
}

/** The question for things that are told already: "unlocking the front door". */
export function sureQuestion(things: readonly string[], why: readonly string[], language: Language): string {
  const { grammar, messages } = packOf(language);
  return messages.replies.confirm(grammar.list(things, "and"), why);
}

function deedsOf(
  home: HomeView,
  command: Command,
  language: Language,
  called: (device: Device) => string,
): { readonly deed: Deed; readonly name: string }[] {
  const device = home.device(command.device);
  if (!device) return [];
  const name = called(device);
  const targets: readonly OutcomeTarget[] =
    command.kind === "invoke"
      ? [command]
      : command.properties.map(({ address, value }) => ({ property: address, value }));
  return targets.map((target) => {
    const action = "action" in target ? device.spec.actions.get(target.action) : undefined;
    const asked = action && "action" in target ? deedAsked(action, target.in, language) : null;
    return { deed: asked ?? deedOfOutcome(device, target, language), name };
  });
}

/** How devices are called: by their name, with the room where another device of the home has that name. */
function namesIn(home: HomeView, language: Language): (device: Device) => string {
  /** How many devices have a name, keyed by it; counted when it is first needed. */
  let counts: Map<string, number> | null = null;
  const count = (): Map<string, number> => {
    const found = new Map<string, number>();
    for (const device of home.devices) {
      const name = nameIn(language, device).toLowerCase();
      found.set(name, (found.get(name) ?? 0) + 1);
    }
    return found;
  };
  return (device) => {
    counts ??= count();
    return shortName(device, language, (counts.get(nameIn(language, device).toLowerCase()) ?? 0) > 1);
  };
}
