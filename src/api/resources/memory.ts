import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  checkName,
  contextWithoutConversation,
  entryText,
  type MemoryPorts,
  memoryDraftOf,
} from "../../assistant/memory/drafts.ts";
import { type Clock, type Home, JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { homeThings, type MemoryEntry, MOST_ENTRIES, type NewEntry } from "../../people/memory/index.ts";
import { created } from "../created.ts";
import { replyLanguage } from "../language.ts";
import { IN_MEMORY, LOG_KEY, logged, PagedList } from "../list.ts";
import {
  changeJson,
  EntryBody,
  EntryDraft,
  entryJson,
  MemoryChangeBody,
  MemoryDraftBody,
  memoryEntryOf,
} from "../memory-json.ts";
import { requestOrigin } from "../origin.ts";
import { IdParams } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

const ApplyBody = z
  .strictObject({
    entries: z.array(EntryDraft).max(MOST_ENTRIES * 2),
    prune: z.boolean().default(false).meta({ description: "Forget what is not among them." }),
  })
  .meta({ id: "MemoryApply" });

const AppliedBody = z.object({
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  forgotten: z.number(),
});

const LIST = new PagedList("entries", EntryBody, { key: ["number", "string"], ...IN_MEMORY });

/** More than are kept. */
const MOST_CHANGES = 10_000;
const CHANGES = new PagedList("changes", MemoryChangeBody, { key: LOG_KEY, standard: 100, most: 1_000 });

const ACCESS = {
  "GET /api/memory": { who: "everyone", scope: "control" },
  "POST /api/memory": { who: "everyone", scope: "control" },
  "GET /api/memory/:id": { who: "everyone", scope: "control" },
  "PUT /api/memory/:id": { who: "everyone", scope: "control" },
  "DELETE /api/memory/:id": { who: "everyone", scope: "control" },
  "GET /api/memory/changes": { who: "everyone", scope: "control" },
  "POST /api/memory/apply": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** The memory: entries of the home, and those of the asker. */
export const memoryResource = defineResource({
  tag: "memory",
  access: ACCESS,
  routes: memoryRoutes,
});

function memoryRoutes({
  home,
  clock,
  remembering: { memory, indexFor, scene },
}: {
  readonly home: Home;
  readonly clock: Clock;
  readonly remembering: MemoryPorts;
}): Routes<keyof typeof ACCESS> {
  const namesNow = () => homeThings(home, clock.now(), scene);
  const languageOf = (request: FastifyRequest) => replyLanguage(home, request.headers);
  const told = (entry: MemoryEntry, request: FastifyRequest) => entryJson(entry, namesNow(), languageOf(request));
  /**
   * A given entry as the memory takes it.
   * @throws JiaError for a name that is in use
   */
  const newEntry = (given: z.output<typeof MemoryDraftBody>, request: FastifyRequest): NewEntry => {
    const names = namesNow();
    const index = indexFor(requestOrigin(request));
    if (!("kind" in given)) {
      const { text, personal, until = null } = given;
      const draft = memoryDraftOf(
        text,
        contextWithoutConversation(text, index, languageOf(request), clock.now()),
        names,
      );
      return { ...draft, until, ...(personal !== undefined && { personal }) };
    }
    const entry = memoryEntryOf(given);
    const whole = entry.text === "" ? { ...entry, text: entryText(entry, names, home.language) } : entry;
    checkName(whole, contextWithoutConversation(whole.text, index, languageOf(request), clock.now()), names);
    return whole;
  };
  const known = (id: string, request: FastifyRequest): MemoryEntry => {
    const entry = memory.list(requestOrigin(request)).find((each) => each.id === id);
    if (!entry) throw new JiaError("not-found", { what: message("memory.entryNamed", { id }) });
    return entry;
  };
  const one = { 200: EntryBody, ...errorResponses };

  return (app) => {
    app.route("GET /api/memory", {
      config: { polled: true },
      schema: {
        operationId: "listMemory",
        summary: "List what is remembered",
        description: "What is of the whole home, and what is of the person who asks.",
        querystring: LIST.query(),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const page = LIST.pageOf(request, memory.list(requestOrigin(request)), ({ at, id }) => [at, id]);
        return await LIST.sendPage(request, reply, page, (entry) => told(entry, request));
      },
    });

    app.route("POST /api/memory", {
      schema: {
        operationId: "createMemory",
        summary: "Remember something",
        description: "By its kind, or in words alone. It takes the place of what says the same of something else.",
        querystring: NoQuery,
        body: MemoryDraftBody,
        response: { 201: EntryBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { entry } = await memory.add(newEntry(request.body, request), requestOrigin(request));
        return created(reply, `/api/memory/${entry.id}`, told(entry, request));
      },
    });

    app.route("GET /api/memory/:id", {
      config: { polled: true },
      schema: {
        operationId: "getMemory",
        summary: "Get what is remembered",
        params: IdParams,
        querystring: NoQuery,
        response: one,
      },
      handler: (request) => told(known(request.params.id, request), request),
    });

    app.route("PUT /api/memory/:id", {
      schema: {
        operationId: "replaceMemory",
        summary: "Remember something else instead",
        params: IdParams,
        querystring: NoQuery,
        body: MemoryDraftBody,
        response: one,
      },
      handler: async (request) => {
        const { id } = known(request.params.id, request);
        return told(await memory.change(id, newEntry(request.body, request), requestOrigin(request)), request);
      },
    });

    app.route("DELETE /api/memory/:id", {
      schema: {
        operationId: "deleteMemory",
        summary: "Forget something",
        params: IdParams,
        querystring: NoQuery,
        response: one,
      },
      handler: async (request) => {
        const entry = known(request.params.id, request);
        await memory.forget([entry.id], requestOrigin(request));
        return told(entry, request);
      },
    });

    app.route("GET /api/memory/changes", {
      schema: {
        operationId: "listMemoryChanges",
        summary: "List changes of what is remembered, newest first",
        description: "When, by whom and of which kind; not what was remembered.",
        querystring: CHANGES.query(),
        response: { 200: CHANGES.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const changes = await memory.changes(requestOrigin(request), MOST_CHANGES);
        const page = CHANGES.pageOf(request, logged(changes.toReversed()), ({ key }) => key, "falling");
        return await CHANGES.sendPage(request, reply, page, ({ item }) => changeJson(item));
      },
    });

    app.route("POST /api/memory/apply", {
      schema: {
        operationId: "applyMemory",
        summary: "Remember what a file holds",
        description: "One after another, each as POST /api/memory would.",
        querystring: NoQuery,
        body: ApplyBody,
        response: { 200: AppliedBody, ...errorResponses },
      },
      handler: async (request) => {
        const { entries, prune } = request.body;
        const origin = requestOrigin(request);
        const drafts = entries.map((given) => newEntry(given, request));
        const kept = new Set<string>();
        const count = { added: 0, changed: 0, same: 0, forgotten: 0 };
        for (const draft of drafts) {
          const { entry, replaced, known: same } = await memory.add(draft, origin);
          kept.add(entry.id);
          if (same) count.same += 1;
          else if (replaced.length > 0) count.changed += 1;
          else count.added += 1;
        }
        const extra = prune ? memory.list(origin).filter(({ id }) => !kept.has(id)) : [];
        if (extra.length > 0) {
          const gone = await memory.forget(
            extra.map(({ id }) => id),
            origin,
          );
          count.forgotten = gone.length;
        }
        return count;
      },
    });
  };
}
