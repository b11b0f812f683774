import { type Command, cleanText, type Device, type HomeView, type Room } from "../../home/index.ts";
import { type Language, turnText } from "../../language/index.ts";
import { marksOf } from "../../understanding/words.ts";
import type { Miss } from "../replies/not-done.ts";
import { likeness, plain } from "../tools/alike.ts";
import { namesOf } from "../tools/names.ts";
import type { AnsweredCall } from "./calls.ts";

/** From here on one name is another with a letter wrong. */
const ALIKE = 0.75;
/** The same for what a property is called: it is of the same device. */
const NEAR = 0.5;

/** A part of a write that was not tried, and the call that it was part of. */
interface Kept {
  readonly miss: Miss;
  /** The tool, null where there is none of that name. */
  readonly tool: string | null;
  /** What the call names what it saves or sets; null where it names nothing. */
  readonly called: string | null;
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

  #isRetried({ miss, tool, called }: Kept, { checked, result }: AnsweredCall): boolean {
    if (!result || !("prepared" in checked)) return false;
    const clean = result.failures.length === 0;
    const { devices, properties } = this.#touchedBy(checked.prepared.arguments, result);
    const { device, property, name } = miss;
    if (device !== null) {
      if (!devices.some(({ id }) => id === device)) return false;
      return property === undefined || properties.some((each) => isNear(property, each));
    }
    if (name !== undefined) return devices.some((each) => isCalled(this.#home, each, name));
    if (!clean) return false;
    if (tool !== null && checked.tool.name !== tool) return false;
    // One that has no name may be what had one, and the other way round.
    const now = nameIn(checked.prepared.arguments);
    return called === null || now === null || isSameName(called, now);
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

/** Whether a device may be meant by a name that none has: with a letter wrong, or words left out; of no other room or number. */
function isCalled(home: HomeView, device: Device, name: string): boolean {
  const names = [device.handle, ...namesOf(device)];
  const words = wordsOf(name);
  if (words.length > 0 && names.map(wordsOf).some((own) => words.every((word) => own.includes(word)))) return true;
  if (isElsewhere(home, device, names, name)) return false;
  const { numbers } = marksOf(name);
  return names.some((each) => likeness(name, each) >= ALIKE && numbers.isSubsetOf(marksOf(each).numbers));
}

/** Whether a name says a room, one of the home or only a kind, and the device is not called by it. */
function isElsewhere(home: HomeView, device: Device, names: readonly string[], name: string): boolean {
  const { rooms } = marksOf(name);
  const own = new Set(names.flatMap((each) => [...marksOf(each).rooms]));
  if (rooms.size > 0 && own.size > 0 && rooms.isDisjointFrom(own)) return true;
  const said = plain(name);
  const inIt = (room: Room) =>
    [room.name, ...room.aliases].map(plain).some((each) => each !== "" && said.includes(each));
  const named = home.layout.rooms.filter(inIt);
  return named.length > 0 && !named.some(({ id }) => id === device.room?.id) && rooms.isDisjointFrom(own);
}

/** Whether two names are of the same thing: nearly the same letters, and no other number, room or time, nor on for off. */
function isSameName(one: string, other: string): boolean {
  if (plain(one) === plain(other)) return true;
  const [a, b] = [marksOf(one), marksOf(other)];
  if (likeness(one, other) < ALIKE || a.numbers.symmetricDifference(b.numbers).size > 0) return false;
  return !isOther(a.turns, b.turns) && !isOther(a.rooms, b.rooms);
}

/** Whether each says something that the other does not. */
function isOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return !a.isSubsetOf(b) && !b.isSubsetOf(a);
}

function nameIn(given: Readonly<Record<string, unknown>>): string | null {
  const name = given["name"];
  return typeof name === "string" && name.trim() !== "" ? name : null;
}

/** The name in the arguments of a call, also of one that was refused. */
function calledIn(checked: AnsweredCall["checked"]): string | null {
  if ("prepared" in checked) return nameIn(checked.prepared.arguments);
  try {
    const given: unknown = JSON.parse(checked.wire.function.arguments);
    return typeof given === "object" && given !== null ? nameIn({ ...given }) : null;
  } catch {
    return null;
  }
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
  const called = calledIn(checked);
  if (!result) return miss ? [{ miss, tool, called }] : [];
  if (result.misses) return result.misses.map((each) => ({ miss: each, tool, called }));
  const { unsaved: what } = result;
  return result.failures.map((text) => {
    const detail = cleanText(text, 300);
    const told =
      what === undefined
        ? turnText("notTried", language, { detail })
        : turnText("notSaved", language, { what: cleanText(what, 120), why: detail });
    return { miss: { told, device: null }, tool, called: what ?? called };
  });
}
