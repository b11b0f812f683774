import { hasInName } from "../../ground/narrow.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import type { Frame, Head } from "../frame.ts";
import { type Item, playsRole } from "../items.ts";
import type { Cursor } from "./cursor.ts";
import { areRelated, devicesOfHead, isPartKind, partHead, partPropertiesOf, partServicesOf } from "./device-parts.ts";
import { type emptyPending, isLightOnly } from "./heads.ts";

type PendingHead = ReturnType<typeof emptyPending>;

/** merged: into the last head · with-pending: together with what was read for the next head. */
type Merge = "merged" | "with-pending";

/** The fields of a head that count if one head is a part of the other. */
type PartSaid = Pick<Head, "type" | "kinds" | "devices" | "parts" | "text" | "plural">;

/** Merges heads of a clause of which one repeats the other, or is a part of the other. */
export class HeadMerger {
  readonly #cursor: Cursor;
  readonly #frame: Frame;
  readonly #index: HomeIndex;

  constructor(cursor: Cursor, frame: Frame, index: HomeIndex) {
    this.#cursor = cursor;
    this.#frame = frame;
    this.#index = index;
  }

  /**
   * Merges a head with the last one if it repeats it, or if one is a part of the other.
   * @param pending what was read for the next head
   * @param excepting within an exception
   * @returns `with-pending` where what was read for the next head belongs to the merged one; null where nothing was merged
   */
  merge(
    last: Head,
    item: Item,
    { type, kinds = [], devices = [], parts: named = [], plural = item.plural }: Partial<Head> & Pick<Head, "type">,
    pending: PendingHead,
    excepting: boolean,
  ): Merge | null {
    const { heads } = this.#frame;
    // "red light from the bedside lamp" is that of the lamp.
    if (
      item.grammar.ownerLast &&
      this.#cursor.after("in") &&
      isLightOnly(last) &&
      this.#areLights({ type, kinds, devices })
    ) {
      heads.pop();
      return null;
    }
    // "the light of the bath heater", "the light in the fan", "the screen on the purifier"
    const said = this.#cursor.items.find((each) => each.said === last.text);
    const partSaid = last.type === "kind" && (last.kinds.some(isPartKind) || (said?.home?.props ?? []).length > 0);
    const words = pending.modifiers.map(({ stem }) => stem);
    const owned = item.grammar.ownerLast && this.#cursor.afterOwned && last.type === "kind";
    const possible = owned ? devicesOfHead({ type, kinds, devices }, words, this.#index) : [];
    const own = partServicesOf(last.kinds, possible);
    if (owned && (partSaid || own.length > 0)) {
      const props = own.length === 0 && said ? partPropertiesOf(said, possible) : [];
      if (own.length + props.length === 0 && !(this.#cursor.ofOwned && last.kinds.some(isPartKind))) return null;
      const places = [...last.places, ...pending.places];
      const text = `${last.text} of ${item.said}`;
      if (props.length === 0) heads[heads.length - 1] = partHead({ ...last, places }, own, text);
      else heads[heads.length - 1] = { ...last, places, kinds, devices, type, text: item.said, narrow: false };
      this.#frame.props.push(...props);
      return "with-pending";
    }
    const next: PartSaid = { type, kinds, devices, parts: named, text: item.said, plural };
    const part = this.#mergeNamedPart(last, next, pending, excepting);
    if (part !== null) return part;
    // If the owner comes last, it becomes the head.
    const keys = this.#mergeAllKeys(last, { type, kinds, devices }, excepting);
    if (keys !== null) return keys === "owner-only" ? null : keys;
    if (type !== "kind") return null;
    if (this.#repeats(last, kinds)) return "merged";
    // 浴霸的灯, "the bath heater light"
    const beside = this.#cursor.owner !== undefined && last.text.endsWith(this.#cursor.owner.said) && !excepting;
    if (!beside) return null;
    // A part of a missing part is missing as well.
    if (last.type === "unknown" && last.text !== this.#cursor.owner?.said) {
      heads[heads.length - 1] = { ...last, text: `${last.text}${item.grammar.spaces ? " " : ""}${item.said}` };
      return "merged";
    }
    if (last.text !== this.#cursor.owner?.said) return null;
    const owners = devicesOfHead(last, last.modifiers, this.#index);
    const parts = partServicesOf(kinds, owners);
    const props = parts.length === 0 ? partPropertiesOf(item, owners) : [];
    // "the car windows"
    if (!kinds.some(isPartKind) && props.length + parts.length === 0) return null;
    this.#frame.props.push(...props);
    this.#frame.propText ||= props.length > 0 ? item.said : "";
    const text = `${last.text}${item.grammar.spaces ? " " : ""}${item.said}`;
    if (props.length === 0) heads[heads.length - 1] = partHead(last, parts, text);
    return "merged";
  }

  /** Whether all devices of a head are primarily lights. */
  #areLights(head: Pick<Head, "type" | "kinds" | "devices">): boolean {
    const owners = devicesOfHead(head, [], this.#index);
    return owners.length > 0 && owners.every(({ ownKinds }) => ownKinds.has("light"));
  }

  /** Merges a named part with its owner: "the left key of the wall switch", "the wall switch's left key". */
  #mergeNamedPart(last: Head, next: PartSaid, pending: PendingHead, excepting: boolean): Merge | null {
    const { heads } = this.#frame;
    const isNamed = ({ type, devices, parts }: PartSaid): boolean =>
      type === "devices" && devices.length === 0 && parts.length > 0;
    if (excepting) return null;
    const isPartOf = (head: PartSaid): boolean => isNamed(head) || (head.type === "unknown" && this.#isKey(head.text));
    const before = isPartOf(last) && !isPartOf(next) && this.#cursor.afterOwned;
    const behind = isPartOf(next) && !isPartOf(last) && last.text === this.#cursor.noun?.said;
    if (!before && !behind) return null;
    const [part, owner] = before ? [last, next] : [next, last];
    const words = before ? pending.modifiers.map(({ stem }) => stem) : last.modifiers;
    const owners = new Set(devicesOfHead(owner, words, this.#index).map(({ device }) => device.id));
    const called = this.#cursor.items.find(({ said }) => said === owner.text)?.stem ?? owner.text;
    const owned = part.parts.filter(({ device }) => owners.has(device));
    // "socket 2 of the strip": not the light strip, which has no sockets.
    const parts = owned.length > 0 ? owned : part.parts.filter(({ device }) => this.#isCalled(device, called));
    // A missing key does not mean the whole switch.
    if (parts.length === 0 && !this.#isKey(part.text)) return null;
    const places = before ? [...last.places, ...pending.places] : last.places;
    heads[heads.length - 1] = partHead({ ...last, places, modifiers: [], plural: part.plural }, parts, part.text);
    return before ? "with-pending" : "merged";
  }

  /**
   * Merges "every socket of the power strip", 插线板的所有插座 into the strip itself.
   * @returns `owner-only` where the keys were dropped and the owner is still to be added
   */
  #mergeAllKeys(
    last: Head,
    next: Pick<Head, "type" | "kinds" | "devices">,
    excepting: boolean,
  ): "with-pending" | "owner-only" | null {
    const { heads } = this.#frame;
    const hasAll = ({ kinds }: Pick<Head, "kinds">, owner: Pick<Head, "type" | "kinds" | "devices">): boolean => {
      const owners = devicesOfHead(owner, [], this.#index);
      const own = kinds.filter((kind) => kind === "outlet" || kind === "switch");
      // "the switch of the hall light" is the light itself.
      const isOwn = (kind: string): boolean => kind === "switch" || owners.every(({ kinds: each }) => each.has(kind));
      return owners.length > 0 && own.some(isOwn);
    };
    if (excepting) return null;
    if (this.#cursor.ofOwned && last.type === "kind" && hasAll(last, next)) {
      heads.pop();
      return "owner-only";
    }
    if (next.type !== "kind" || !this.#cursor.ownedBy(last.text) || !hasAll(next, last)) return null;
    return "with-pending";
  }

  /** Whether the name of a device contains this word. */
  #isCalled(id: string, word: string): boolean {
    const indexed = this.#index.devices.get(id);
    return indexed !== undefined && hasInName(indexed, word);
  }

  /** Whether a text is a key or socket by number in this clause. */
  #isKey(text: string): boolean {
    return this.#cursor.items.some((item) => item.said === text && playsRole(item, "keyByNumber"));
  }

  /** Whether a word for a kind repeats the head directly before: "Clippy mower", "aromatherapy diffuser". */
  #repeats(last: Head, kinds: readonly string[]): boolean {
    if (last.text !== this.#cursor.previous?.said) return false;
    if (last.type === "kind") return areRelated(last.kinds, kinds);
    if (last.type !== "devices") return false;
    return [...last.devices, ...last.parts.map(({ device }) => device)].some((id) => {
      const indexed = this.#index.devices.get(id);
      return (
        indexed !== undefined &&
        kinds.some((kind) => indexed.ownKinds.has(kind) || areRelated([...indexed.ownKinds], [kind]))
      );
    });
  }
}
