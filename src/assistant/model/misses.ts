import { type Command, cleanText, type Device, type HomeView } from "../../home/index.ts";
import { type Language, turnText } from "../../language/index.ts";
import type { Miss } from "../replies/not-done.ts";
import { likeness } from "../tools/alike.ts";
import { namesOf } from "../tools/names.ts";
import type { AnsweredCall } from "./calls.ts";

/** From here on one name is another with a letter wrong. */
const ALIKE = 0.75;
/** The same for what a property, or something saved, is called: it is of the same device, or saved by the same tool. */
const NEAR = 0.5;

/** A part of a write that was not tried, and the call that it was part of. */
interface Kept {
  readonly miss: Miss;
  /** The tool, null where there is none of that name. */
  readonly tool: string | null;
  /** The name of what was not saved. */
  readonly unsaved: string | null;
}

/** Parts of writes that came to nothing, until they are tried anew: that something else works makes up for none. */
export class Misses {
  readonly #home: HomeView;
  readonly #language: Language;
  #kept: readonly Kept[] = [];

  constructor(home: HomeView, language: Language) {
    this.#home = home;
    this.#language = language;
  }

  get list(): readonly Miss[] {
    return this.#kept.map(({ miss }) => miss);
  }

  /** Takes the writes of one answer. @returns those that came to nothing in it */
  add(writes: readonly AnsweredCall[]): readonly Miss[] {
    const left = this.#kept.filter((kept) => !writes.some((call) => this.#isRetried(kept, call)));
    const fresh = writes.flatMap((call) => keptOf(call, this.#language));
    const all = [...left, ...fresh];
    this.#kept = all.filter(({ miss }, at) => all.findIndex((each) => each.miss.told === miss.told) === at);
    return fresh.map(({ miss }) => miss);
  }

  #isRetried({ miss, tool, unsaved }: Kept, { checked, result }: AnsweredCall): boolean {
    if (!result || !("prepared" in checked)) return false;
    const clean = result.failures.length === 0;
    const { devices, properties } = this.#touchedBy(checked.prepared.arguments, result);
    const { device, property, name } = miss;
    if (device !== null) {
      if (!devices.some(({ id }) => id === device)) return false;
      return property === undefined || properties.some((each) => isNear(property, each));
    }
    if (name !== undefined) return devices.some((each) => isCalled(each, name));
    if (!clean) return false;
    if (unsaved !== null) {
      return checked.tool.name === tool && likeness(unsaved, String(checked.prepared.arguments["name"])) >= NEAR;
    }
    return tool === null || checked.tool.name === tool;
  }

  /** The devices and the types of properties that a call was for. */
  #touchedBy(
    given: Readonly<Record<string, unknown>>,
    { outcomes, confirmation, approval, failures }: NonNullable<AnsweredCall["result"]>,
  ): { readonly devices: readonly Device[]; readonly properties: readonly string[] } {
    const commands = [...(confirmation?.commands ?? []), ...(approval?.commands ?? [])];
    const said = failures.length === 0 ? textsIn(given) : [];
    const ids = [...outcomes.map(({ device }) => device), ...commands.map(({ device }) => device), ...said];
    const addresses = [
      ...outcomes.flatMap((outcome) => ("property" in outcome ? outcome.property : [])),
      ...commands.flatMap(addressesIn),
      ...said,
    ];
    return { devices: ids.flatMap((id) => this.#home.device(id) ?? []), properties: addresses.map(typeOf) };
  }
}

function addressesIn(command: Command): string[] {
  return command.kind === "set" ? command.properties.map(({ address }) => address) : [];
}

/** "light.brightness" → "brightness" */
function typeOf(address: string): string {
  return address.split(".").at(-1) ?? "";
}

/** Whether a property may be what was meant: the same, with a letter wrong, or the end of its name cut short. */
function isNear(wanted: string, type: string): boolean {
  const end = type.split("-").at(-1) ?? "";
  return wanted === type || likeness(wanted, type) >= NEAR || (wanted.length > 2 && end.startsWith(wanted));
}

/** Whether a device may be meant by a name that none has: with a letter wrong, or words left out. */
function isCalled(device: Device, name: string): boolean {
  const names = [device.handle, ...namesOf(device)];
  const words = wordsOf(name);
  return names.some((each) => {
    const own = wordsOf(each);
    return likeness(name, each) >= ALIKE || (words.length > 0 && words.every((word) => own.includes(word)));
  });
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** All texts in arguments, keys as well. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}

/** What a person is told of the parts of a call that came to nothing, a sentence each. */
function keptOf({ checked, result, miss }: AnsweredCall, language: Language): Kept[] {
  const tool = checked.tool?.name ?? null;
  if (!result) return miss ? [{ miss, tool, unsaved: null }] : [];
  if (result.misses) return result.misses.map((each) => ({ miss: each, tool, unsaved: null }));
  const { unsaved: what } = result;
  return result.failures.map((text) => {
    const detail = cleanText(text, 300);
    const told =
      what === undefined
        ? turnText("notTried", language, { detail })
        : turnText("notSaved", language, { what: cleanText(what, 120), why: detail });
    return { miss: { told, device: null }, tool, unsaved: what ?? null };
  });
}
