/** What every route that answers a list does alike: pages, the fields of items, and the link to the next page. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { inTurns } from "../automation/index.ts";
import { cleanText, JiaError, nearest } from "../home/index.ts";
import { message } from "../language/index.ts";
import { compareKeys, cursorOf, type Key, keyOfCursor } from "./cursor.ts";
import { clientDisconnected } from "./stream.ts";

/** A part of a list, and the key of its last item when more are behind it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: Key | null;
}

/** The part that a request asks for. */
export interface Wanted {
  readonly limit: number;
  /** The key of the last item of the page before; null: from the beginning. */
  readonly after: Key | null;
}

interface ListOptions {
  /** The kinds of values of a key, in their order: `["number", "string"]`. */
  readonly key: readonly ("string" | "number")[];
  /** Items of a page where none are given, and at most. */
  readonly standard: number;
  readonly most: number;
}

const Fields = z
  .string()
  .max(500)
  .optional()
  .meta({ description: "Only these fields of each item, with commas between: `id,name`." });

type ListQuery = Partial<Record<"limit" | "cursor" | "fields", unknown>>;

/** A list that always fits into one answer: `next` is always null. */
export class WholeList<Name extends string, Item extends z.ZodType> {
  readonly name: Name;
  readonly item: Item;

  /**
   * @param name the field of the answer that holds the list
   * @param item the schema of an item
   */
  constructor(name: Name, item: Item) {
    this.name = name;
    this.item = item;
  }

  /** The schema of its query, with filters beside what all lists have. */
  query<Filters extends z.ZodRawShape = Record<never, never>>(filters: Filters = {} as Filters) {
    return z.strictObject({ ...filters, fields: Fields });
  }

  /** The schema of its answer, with fields beside the list. */
  body<More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) {
    const list = { [this.name]: z.array(this.item) } as Record<Name, z.ZodArray<Item>>;
    const next = z.string().nullable().meta({ description: "`cursor` of the next page; null: this is the last one." });
    return z.object({ ...more, ...list, next });
  }

  /**
   * Answers with items.
   * @param more the fields of the answer beside the list
   * @throws JiaError `invalid-request` for a field that items do not have
   */
  send<Given, More extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    items: readonly Given[],
    json: (item: Given) => z.input<Item>,
    more: More = {} as More,
  ) {
    const pick = this.picker(request, reply);
    return this.answer(
      items.map((item) => pick(json(item))),
      null,
      more,
    );
  }

  /**
   * The fields that a request wants of items; null: all.
   * @throws JiaError `invalid-request` for a field that items do not have
   */
  fields(request: FastifyRequest): readonly string[] | null {
    return fieldsOf(request, fieldsIn(this.item));
  }

  protected answer<More extends object>(items: readonly z.input<Item>[], next: string | null, more: More) {
    return { ...more, [this.name]: items, next } as unknown as More &
      Record<Name, z.input<Item>[]> & { readonly next: string | null };
  }

  /** Leaves only the wanted fields of an item. */
  protected picker(request: FastifyRequest, reply: FastifyReply): (item: z.input<Item>) => z.input<Item> {
    const wanted = this.fields(request);
    if (wanted === null) return (item) => item;
    // Such items do not have what the schema wants. With a serializer of its own an answer needs to name its type.
    reply.type("application/json; charset=utf-8").serializer(JSON.stringify);
    return (item) => {
      const given = item as Record<string, unknown>;
      return Object.fromEntries(
        wanted.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
      ) as z.input<Item>;
    };
  }
}

/**
 * A list in pages. Its order is that of a key, so that nothing is shown twice or left out when items come and go
 * between two pages.
 */
export class PagedList<Name extends string, Item extends z.ZodType> extends WholeList<Name, Item> {
  readonly #options: ListOptions;

  constructor(name: Name, item: Item, options: ListOptions) {
    super(name, item);
    this.#options = options;
  }

  override query<Filters extends z.ZodRawShape = Record<never, never>>(filters: Filters = {} as Filters) {
    const { standard, most } = this.#options;
    return z.strictObject({
      ...filters,
      limit: z.coerce.number().int().min(1).max(most).default(standard),
      cursor: z.string().min(1).max(1_000).optional().meta({ description: "`next` of the page before." }),
      fields: Fields,
    });
  }

  /**
   * The part that a request asks for.
   * @throws JiaError `invalid-request` for a cursor that is none of this list with these filters
   */
  wanted(request: FastifyRequest): Wanted {
    const { limit, cursor } = request.query as ListQuery;
    const after = typeof cursor === "string" ? keyOfCursor(cursor, this.#scope(request)) : null;
    if (cursor !== undefined && !this.#fits(after)) {
      throw new JiaError("invalid-request", { detail: message("api.badCursor") });
    }
    return { limit: Number(limit), after };
  }

  /** The page of all items, sorted by their keys. */
  pageOf<Given>(
    request: FastifyRequest,
    all: readonly Given[],
    keyOf: (item: Given) => Key,
    order: "rising" | "falling" = "rising",
  ): Page<Given> {
    const { limit, after } = this.wanted(request);
    const sign = order === "rising" ? 1 : -1;
    const keyed = all.map((item) => ({ item, key: keyOf(item) }));
    const behind = after === null ? keyed : keyed.filter(({ key }) => sign * compareKeys(key, after) > 0);
    behind.sort((a, b) => sign * compareKeys(a.key, b.key));
    const page = behind.slice(0, limit);
    return { items: page.map(({ item }) => item), next: behind.length > limit ? (page.at(-1)?.key ?? null) : null };
  }

  /** The page of items that were read in order behind `wanted.after`, one more than wanted where there are more. */
  cut<Given>({ limit }: Wanted, read: readonly Given[], keyOf: (item: Given) => Key): Page<Given> {
    const items = read.slice(0, limit);
    const last = items.at(-1);
    return { items, next: read.length > limit && last !== undefined ? keyOf(last) : null };
  }

  /**
   * Answers with a page. Items are made in turn with other work, so that no command waits for a long list.
   * @param more the fields of the answer beside the list
   * @throws JiaError `invalid-request` for a field that items do not have
   */
  async sendPage<Given, More extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    { items, next }: Page<Given>,
    json: (item: Given) => z.input<Item>,
    more: More = {} as More,
  ) {
    const pick = this.picker(request, reply);
    const shown = await inTurns(items, clientDisconnected(reply), (item) => pick(json(item)));
    return this.answer(shown, this.link(request, reply, next), more);
  }

  /** The cursor of the next page, which the header Link names too (RFC 8288). */
  link(request: FastifyRequest, reply: FastifyReply, next: Key | null): string | null {
    if (next === null) return null;
    const cursor = cursorOf(next, this.#scope(request));
    const [path, parameters] = addressOf(request);
    parameters.set("cursor", cursor);
    reply.header("link", `<${path}?${parameters}>; rel="next"`);
    return cursor;
  }

  /** What a cursor is for: the path, and the filters as they were given. */
  #scope(request: FastifyRequest): string {
    const [path, parameters] = addressOf(request);
    const filters = [...parameters].filter(([name]) => !NO_FILTERS.includes(name)).sort();
    return JSON.stringify([path, filters]);
  }

  #fits(key: Key | null): key is Key {
    const { key: kinds } = this.#options;
    return key !== null && key.length === kinds.length && key.every((value, index) => typeof value === kinds[index]);
  }
}

const NO_FILTERS: readonly string[] = ["limit", "cursor", "fields"];

/** The path and the query of a request. A value of the query may hold a `?` too. */
function addressOf({ url }: FastifyRequest): [path: string, parameters: URLSearchParams] {
  const end = url.indexOf("?");
  return end < 0 ? [url, new URLSearchParams()] : [url.slice(0, end), new URLSearchParams(url.slice(end + 1))];
}

/** The top-level fields that items of a schema may have. */
function fieldsIn(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodUnion ? [...new Set(schema.options.flatMap(fieldsIn))] : [];
}

/**
 * Items of a log with a key: their moment, and a number for those of the same moment. Nothing is ever put between them.
 * @param items all of a span, oldest first
 */
export function logged<Item extends { readonly at: number }>(items: readonly Item[]): { item: Item; key: Key }[] {
  let [last, count] = [Number.NaN, 0];
  return items.map((item) => {
    count = item.at === last ? count + 1 : 0;
    last = item.at;
    return { item, key: [item.at, count] };
  });
}

/** The keys of `logged`. */
export const LOG_KEY = ["number", "number"] as const;

/** Pages of a list in memory: so large that homes of usual size need one. */
export const IN_MEMORY = { standard: 1_000, most: 5_000 } as const;

/**
 * The fields that a request wants of items; null: all.
 * @throws JiaError `invalid-request`, with the nearest field
 */
function fieldsOf(request: FastifyRequest, known: readonly string[]): readonly string[] | null {
  const { fields } = request.query as ListQuery;
  if (typeof fields !== "string") return null;
  const wanted = [...new Set(fields.split(",").map((field) => field.trim()))];
  const wrong = wanted.find((field) => !known.includes(field));
  if (wrong === undefined) return wanted;
  const near = nearest(wrong, known);
  const detail =
    near === null
      ? message("api.unknownField", { field: cleanText(wrong, 60), known: known.join(", ") })
      : message("api.unknownFieldNear", { field: cleanText(wrong, 60), near });
  throw new JiaError("invalid-request", { detail });
}
