import { type Command, cleanText, type Device, type HomeView, type Room } from "../../home/index.ts";
import { type Language, turnText } from "../../language/index.ts";
import { nameDistinctions } from "../../understanding/lexicon/whole-text.ts";
import type { UntriedPart } from "../replies/untried-parts.ts";
import { namesWithRoom } from "../tools/devices/resolve.ts";
import { lettersAndDigits, likeness } from "../tools/name-likeness.ts";
import type { AnsweredCall } from "./calls.ts";

/** Likeness from which on two names count as the same with a typing error. */
const ALIKE = 0.75;
/** The same for names of properties of one device. */
const NEAR = 0.5;

/** A failed part of a write, and its call. */
interface OpenMiss {
  readonly miss: UntriedPart;
  /** The name of the tool; null for an unknown tool. */
  readonly tool: string | null;
  /** The name that the call gives to what it saves; null without one. */
  readonly called: string | null;
}

/** Keeps failed parts of writes until a retry of them succeeds; the success of other calls does not clear them. */
export class OpenMisses {
  readonly #home: HomeView;
  readonly #language: Language;
  #kept: readonly OpenMiss[] = [];

  constructor(home: HomeView, language: Language) {
    this.#home = home;
    this.#language = language;
  }

  get list(): readonly UntriedPart[] {
    return this.#kept.map(({ miss }) => miss);
  }

  /** Adds the writes of one answer. @returns its own failures */
  add(writes: readonly AnsweredCall[]): readonly UntriedPart[] {
    const left = this.#kept.filter((kept) => !writes.some((call) => this.#isRetried(kept, call)));
    const fresh = writes.flatMap((call) => keptOf(call, this.#language));
    const all = [...left, ...fresh];
    this.#kept = all.filter(({ miss }, at) => all.findIndex((each) => each.miss.sentence === miss.sentence) === at);
    return fresh.map(({ miss }) => miss);
  }

  #isRetried({ miss, tool, called }: OpenMiss, { checked, result }: AnsweredCall): boolean {
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
    // A call without a name may be a retry of one with a name, and the other way round.
    const now = nameIn(checked.prepared.arguments);
    return called === null || now === null || isSameName(called, now);
  }

  /** The devices and the types of properties that a call was about. */
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

/** The type in an address: "brightness" of "light.brightness". */
function typeOf(address: string): string {
  return address.split(".").at(-1) ?? "";
}

/** Whether a property may be the wanted one: equal, with a typing error, or an abbreviation of the last word. */
function isNear(wanted: string, type: string): boolean {
  const end = type.split("-").at(-1) ?? "";
  return wanted === type || likeness(wanted, type) >= NEAR || (wanted.length > 2 && end.startsWith(wanted));
}

/** Whether an unknown name may mean a device: with a typing error or fewer words, but with no other room or number. */
function isCalled(home: HomeView, device: Device, name: string): boolean {
  const names = [device.handle, ...namesWithRoom(device)];
  const words = wordsOf(name);
  if (words.length > 0 && names.map(wordsOf).some((own) => words.every((word) => own.includes(word)))) return true;
  if (isElsewhere(home, device, names, name)) return false;
  const { numbers } = nameDistinctions(name);
  return names.some((each) => likeness(name, each) >= ALIKE && numbers.isSubsetOf(nameDistinctions(each).numbers));
}

/** Whether a name contains a room, of the home or only a kind of room, that the device is not in and not named by. */
function isElsewhere(home: HomeView, device: Device, names: readonly string[], name: string): boolean {
  const { rooms } = nameDistinctions(name);
  const own = new Set(names.flatMap((each) => [...nameDistinctions(each).rooms]));
  if (rooms.size > 0 && own.size > 0 && rooms.isDisjointFrom(own)) return true;
  const said = lettersAndDigits(name);
  const inIt = (room: Room) =>
    [room.name, ...room.aliases].map(lettersAndDigits).some((each) => each !== "" && said.includes(each));
  const named = home.layout.rooms.filter(inIt);
  return named.length > 0 && !named.some(({ id }) => id === device.room?.id) && rooms.isDisjointFrom(own);
}

/** Whether two names mean the same thing: nearly equal, with the same numbers, and no different room, time or direction. */
function isSameName(one: string, other: string): boolean {
  if (lettersAndDigits(one) === lettersAndDigits(other)) return true;
  const [a, b] = [nameDistinctions(one), nameDistinctions(other)];
  if (likeness(one, other) < ALIKE || a.numbers.symmetricDifference(b.numbers).size > 0) return false;
  return !isOther(a.turns, b.turns) && !isOther(a.rooms, b.rooms);
}

/** Whether each set has an element that the other lacks. */
function isOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return !a.isSubsetOf(b) && !b.isSubsetOf(a);
}

function nameIn(given: Readonly<Record<string, unknown>>): string | null {
  const name = given["name"];
  return typeof name === "string" && name.trim() !== "" ? name : null;
}

/** The name in the arguments of a call, also of a refused one; null without one. */
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

/** All strings in arguments, including keys. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}

/** The failed parts of a call, each with its sentence for the person. */
function keptOf({ checked, result, miss }: AnsweredCall, language: Language): OpenMiss[] {
  const tool = checked.tool?.name ?? null;
  const called = calledIn(checked);
  if (!result) return miss ? [{ miss, tool, called }] : [];
  if (result.misses) return result.misses.map((each) => ({ miss: each, tool, called }));
  const { unsaved: what } = result;
  return result.failures.map((text) => {
    const detail = cleanText(text, 300);
    const sentence =
      what === undefined
        ? turnText("notTried", language, { detail })
        : turnText("notSaved", language, { what: cleanText(what, 120), why: detail });
    return { miss: { sentence, device: null }, tool, called: what ?? called };
  });
}
