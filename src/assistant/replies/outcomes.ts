import {
  type Command,
  type Confirmation,
  type HomeView,
  isPower,
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
  type Member,
  messages,
  movingOf,
  packOf,
  subjectsOf,
  tellOutcomes,
} from "../../language/index.ts";
import { addressesByOutcome, type Members, membersIn, outcomeKey } from "./members.ts";

/** The last outcome of every property and action, in the order of the first one. */
export function lastOutcomes(outcomes: readonly Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    last.set(`${outcome.device} ${"property" in outcome ? outcome.property : outcome.action}`, outcome);
  }
  return [...last.values()];
}

/** Whether the last outcome of every property and action is a success. */
export function allSucceeded(outcomes: readonly Outcome[]): boolean {
  return lastOutcomes(outcomes).every(succeeded);
}

/** Words outcomes, and claims nothing else. "" where there are none. */
export function outcomeSentences(home: HomeView, outcomes: readonly Outcome[], language: Language): string {
  const members = membersIn(() => home.devices, language);
  const each = lastOutcomes(outcomes).map((outcome) => {
    const device = home.device(outcome.device);
    const deed = deedOfOutcome(device, outcome, language);
    return {
      device,
      address: addressOf(outcome),
      outcome,
      deed,
      ending: outcomeKey(outcome.device, deed, outcome.status),
    };
  });
  const alike = addressesByOutcome(each);
  const told = each.map(({ device, address, outcome, deed, ending }) => ({
    ...(device ? members.ofChange(device, address, alike.get(ending) ?? []) : { name: outcome.device, kind: "" }),
    deed,
    outcome,
    moving: movingOf(device, outcome, language),
  }));
  return packOf(language).grammar.sentences([
    tellOutcomes(told, language),
    stillOffText(home, outcomes, members, language),
  ]);
}

/** Names lamps that were set and are off, because "the lamp is at 20%" may be heard as on. */
function stillOffText(home: HomeView, outcomes: readonly Outcome[], members: Members, language: Language): string {
  const set = new Set(
    outcomes.filter((outcome) => "property" in outcome && succeeded(outcome)).map(({ device }) => device),
  );
  const dark = [...set].flatMap((id) => {
    const device = home.device(id);
    if (device?.spec.kind !== "light") return [];
    const power = device.spec.services.flatMap(({ properties }) => properties.filter(isPower));
    const touched = outcomes.some(
      (each) => each.device === id && power.some(({ address }) => addressOf(each) === address),
    );
    const off = power.length > 0 && power.every(({ address }) => device.state.get(address)?.value === false);
    return off && !touched ? [device] : [];
  });
  return dark.length === 0 ? "" : messages(language).replies.stillOff(dark.map((device) => members.whole(device).name));
}

function addressOf(target: OutcomeTarget): string {
  return "property" in target ? target.property : target.action;
}

/** Words what commands would do, one phrase per property or action: "turning on the kitchen light". */
export function commandPhrases(home: HomeView, commands: readonly Command[], language: Language): string[] {
  const { doing } = messages(language).replies;
  const members = membersIn(() => home.devices, language);
  return commands
    .flatMap((command) => deedsOf(home, command, language, members))
    .map((each) => doing(each.deed, subjectsOf([each], language)));
}

/** The question for commands that wait for a yes or a PIN: what would happen, and why it is asked. */
export function questionFor(
  home: HomeView,
  { commands, rules, pin }: Pick<Confirmation, "commands" | "rules" | "pin">,
  language: Language,
): string {
  const members = membersIn(() => home.devices, language);
  return confirmationQuestion(
    commands.flatMap((command) => deedsOf(home, command, language, members)),
    rules.map(({ why }) => why),
    language,
    { asked: pin ? "pin" : "yes" },
  );
}

function deedsOf(
  home: HomeView,
  command: Command,
  language: Language,
  members: Members,
): (Member & { readonly deed: Deed })[] {
  const device = home.device(command.device);
  if (!device) return [];
  const targets: readonly OutcomeTarget[] =
    command.kind === "invoke"
      ? [command]
      : command.properties.map(({ address, value }) => ({ property: address, value }));
  const addresses = targets.map(addressOf);
  return targets.map((target) => {
    const action = "action" in target ? device.spec.actions.get(target.action) : undefined;
    const asked = action && "action" in target ? deedAsked(action, target.in, language) : null;
    const member = members.ofChange(device, addressOf(target), addresses);
    return { ...member, deed: asked ?? deedOfOutcome(device, target, language) };
  });
}
