/** What the routes of rooms, floors and groups share: their fields, and who keeps what people set. */
import { z } from "zod";
import { cleanText, type Home, JiaError, type Origin, type PlaceKind } from "../home/index.ts";
import { message } from "../language/index.ts";

/** What a person sets for a room or floor; null takes it back, and what is left out stays. */
export interface PlaceEdit {
  readonly name?: string | null | undefined;
  readonly aliases?: readonly string[] | null | undefined;
  /** Of a room: id, name or alias of its floor; "": none. */
  readonly floor?: string | null | undefined;
  readonly order?: number | null | undefined;
  readonly icon?: string | null | undefined;
}

/** Stores what people set for rooms and floors. */
export interface Places {
  /**
   * Makes a room or floor. @returns its id
   * @throws JiaError `conflict` for a name that another has, and when there are too many; `unknown-floor`, `stands-by`
   */
  make(kind: PlaceKind, draft: PlaceEdit & { readonly name: string }, origin: Origin): Promise<string>;
  /** @throws JiaError `conflict` for a name that another has, `invalid-request`, `unknown-floor`, `stands-by` */
  change(kind: PlaceKind, id: string, edit: PlaceEdit, origin: Origin): Promise<void>;
  /** @throws JiaError `conflict` while something stands there, or where it would come back; `stands-by` */
  remove(kind: PlaceKind, id: string, origin: Origin): Promise<void>;
}

/** A name as a person types it: cleaned, and never empty. */
export const NameField = z
  .string()
  .max(200)
  .transform((name) => cleanText(name))
  .pipe(z.string().min(1));

const ORDER = "Where it stands among others on a page, small numbers first.";
const ICON = "A name of Material Design Icons.";

/** The fields of a part of the home that people set beside its name. */
export const PART_FIELDS = {
  aliases: z.array(NameField).max(50),
  order: z.number().min(-1e9).max(1e9).meta({ description: ORDER }),
  icon: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60)
    .meta({ description: ICON }),
};

/** What a place shows beside its names. */
export const PLACE_SHOWN = {
  order: z.number().nullable().meta({ description: ORDER }),
  icon: z.string().nullable().meta({ description: ICON }),
  source: z.enum(["file", "gateway", "device", "person"]).meta({
    description: "What says that it is there: the home file, a gateway, only devices that stand in it, or a person.",
  }),
  changed: z.array(z.string()).meta({ description: "What a person set over what others say." }),
};

/** The id in the path of a part of the home. */
export const PartParams = z.strictObject({
  id: z.string().min(1).max(200).meta({ description: "Id, name or alias." }),
});

/** Order, icon, source and what a person set. */
export function placeShown(home: Home, kind: PlaceKind, place: { readonly id: string; order?: number; icon?: string }) {
  const { made, ...set } = home.layout.setOf(kind, place.id);
  return {
    order: place.order ?? null,
    icon: place.icon ?? null,
    source: home.layout.sourceOf(kind, place.id) ?? "person",
    changed: made === true ? [] : Object.keys(set),
  };
}

/** Parts in the order in which pages show them; those without a place of their own come last, as they became known. */
export function inOrder<Part extends { readonly order?: number }>(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE));
}

/** @throws JiaError `invalid-request` for a body that changes nothing */
export function requireChange(body: object): void {
  if (Object.keys(body).length === 0) throw new JiaError("invalid-request", { detail: message("api.noChange") });
}
