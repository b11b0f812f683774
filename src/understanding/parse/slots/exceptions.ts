import type { Act } from "../../lexicon/types.ts";
import { emptyHead, type Head, type PlaceReference } from "../frame.ts";
import type { ClauseState } from "./clause-state.ts";

/** The act for the others if only some shall stay on or open. */
const OTHERWISE: Readonly<Partial<Record<Act, Act>>> = { on: "off", open: "close" };

/**
 * Completes a frame whose exception stays as it is: "leave the lamp on" does nothing, "leave them at half" sets a value, and
 * "leave only the lamp on", "客厅只留落地灯" are about the others of that kind in the room.
 */
export function settleException({ frame, index }: ClauseState): void {
  const { heads, except, only, act } = frame;
  if (heads.length > 0) return;
  if (!only && act === null && !frame.negated && frame.values.length > 0 && isPlain(except.heads)) {
    heads.push(...except.heads.splice(0));
    frame.places.push(...except.places.splice(0));
    frame.act = "set";
    frame.to = true;
    return;
  }
  // 别动 alone may be about anything that moves.
  if (except.heads.length + except.places.length === 0) frame.blocked = true;
  if (!only) {
    frame.act ??= "on";
    frame.negated = true;
    return;
  }
  const devices = except.heads.flatMap((head) => head.devices).flatMap((id) => index.devices.get(id)?.device ?? []);
  const others = OTHERWISE[act ?? "on"];
  const named = except.heads.length > 0 && except.heads.every(({ type }) => type === "devices");
  if (!named || others === undefined) {
    frame.blocked = true;
    return;
  }
  const said: PlaceReference[] = [...frame.places.splice(0), ...except.places.splice(0)];
  const own = devices.flatMap(({ room }): PlaceReference[] =>
    room ? [{ kind: "rooms", ids: [room.id], text: room.name }] : [],
  );
  const kinds = [...new Set(devices.map(({ spec }) => spec.kind))];
  const head: Head = { ...emptyHead(), type: "kind", kinds, plural: true, quantifier: "all" };
  heads.push({ ...head, text: except.heads[0]?.text ?? "", places: said.length > 0 ? said : own });
  frame.act = others;
}

/** Whether heads are named devices or pronouns. */
function isPlain(heads: readonly Head[]): boolean {
  return heads.length > 0 && heads.every(({ type }) => type === "it" || type === "them" || type === "devices");
}
