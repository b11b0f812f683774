import { JiaError, succeeded, type Value } from "../../home/index.ts";
import { actionName, messages } from "../../language/index.ts";
import type { Client, DeviceWithSpec, NotedOutcomeAnswer } from "../client/client.ts";
import type { CommandContext } from "../command.ts";
import { fitted } from "../terminal/layout.ts";
import { isSelfExplanatory, propertyNameAt, valueWordsAt } from "./state.ts";

/** Devices, keyed by the handle or id that was asked for. */
export type KnownDevices = ReadonlyMap<string, DeviceWithSpec>;

/** Up to this many devices are requested one by one; more, all at once. */
const MOST_SINGLE = 4;

/**
 * The devices with these handles or ids, for their words. A device that is gone or cannot be read is missing; its
 * addresses are shown then.
 * @param called handles or ids
 */
export async function knownDevices(called: Iterable<string>, client: Client, signal: AbortSignal) {
  const wanted = new Set(called);
  const known = new Map<string, DeviceWithSpec>();
  const note = async (name: string | null) => {
    try {
      if (name !== null) known.set(name, await client.device(name, signal));
      else for (const each of await client.wholeDevices({}, signal)) known.set(each.id, each).set(each.handle, each);
    } catch (error) {
      // Outcomes are told without names rather than not at all.
      signal.throwIfAborted();
      if (!(error instanceof JiaError)) throw error;
    }
  };
  for (const name of wanted.size > MOST_SINGLE ? [null] : wanted) await note(name);
  return known;
}

/** The devices of outcomes, see `knownDevices`. */
export async function devicesOfOutcomes(outcomes: readonly NotedOutcomeAnswer[], client: Client, signal: AbortSignal) {
  return await knownDevices(
    outcomes.map(({ id }) => id),
    client,
    signal,
  );
}

type PrintContext = Pick<CommandContext, "language" | "style" | "stdout">;

/** An outcome as a line: "✓ living-floor-lamp  brightness 80% → 50%  confirmed". */
export function outcomeLine(
  outcome: NotedOutcomeAnswer,
  known: KnownDevices,
  context: PrintContext,
  indent = 0,
): string {
  const { language, style, stdout } = context;
  const { cli } = messages(language);
  const mark = succeeded(outcome)
    ? style.good("✓")
    : outcome.status === "needs-confirmation"
      ? style.warn("?")
      : style.bad("✗");
  const told = style.dim(cli.outcomes[outcome.status]) + reason(outcome, context);
  const line = `${mark} ${style.bold(outcome.device)}  ${changeOf(outcome, known.get(outcome.id), context)}  ${told}`;
  return fitted(" ".repeat(indent) + line, stdout, indent + 2);
}

/** The change of an outcome: "brightness 80% → 50%", "power on", "start cleaning". */
function changeOf(outcome: NotedOutcomeAnswer, device: DeviceWithSpec | undefined, context: PrintContext): string {
  const { property, action, value, before, status } = outcome;
  if (property === undefined) return invokedActionWords(action ?? "", value, device, context);
  const after = Array.isArray(value) ? value.join(", ") : value;
  return changedPropertyWords(property, status === "confirmed" ? before : undefined, after, device, context);
}

/** A changed property in words, with the descriptions of the device's list: "brightness 80% → 50%". */
export function changedPropertyWords(
  property: string,
  before: Value | null | undefined,
  after: Value,
  device: DeviceWithSpec | undefined,
  { language }: Pick<PrintContext, "language">,
): string {
  const { named, from } = messages(language).devices;
  const inWords = (value: Value) => valueWordsAt(device, property, value, language);
  const value =
    before === undefined || before === null ? inWords(after) : from({ before: inWords(before), after: inWords(after) });
  return isSelfExplanatory(device, property, language)
    ? value
    : named({ name: propertyNameAt(device, property, language), value });
}

/** An invoked action in words. */
export function invokedActionWords(
  address: string,
  value: NotedOutcomeAnswer["value"],
  device: DeviceWithSpec | undefined,
  { language }: PrintContext,
): string {
  const action = device?.spec.actions.find((each) => each.address === address);
  const type = address.slice(address.indexOf(".") + 1);
  const name = action ? actionName({ type, description: action.description }, language) : address;
  const given = Array.isArray(value) ? value.join(", ") : String(value);
  return given === "" ? name : `${name} (${given})`;
}

function reason({ error, code }: NotedOutcomeAnswer, { language }: PrintContext): string {
  const { cli } = messages(language);
  if (error) return cli.because({ reason: error.message });
  return code === undefined ? "" : cli.code({ code });
}
