import type { Readable } from "node:stream";
import { z } from "zod";
import { JiaError } from "../../home/index.ts";
import { internalError } from "../errors.ts";
import { streamResponse } from "../event-stream.ts";
import { timeJson } from "../json.ts";
import { acceptedLanguage } from "../language.ts";
import { IdParams } from "../plan-schemas.ts";
import { ProblemBody, problemJson } from "../problem.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Resource, type Routes } from "../resource.ts";
import { clientDisconnected, openStream } from "../stream.ts";

/** A backup in the folder. */
export interface BackupEntry {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Bytes. */
  readonly size: number;
  /** What is in it; null when that is not known. */
  readonly contents: {
    readonly version: string | null;
    readonly home: string | null;
    readonly scenes: number;
    readonly automations: number;
    readonly timers: number;
    readonly history: boolean;
  } | null;
}

/** The backups of this home; `app/backups` implements it. An id that is none is `not-found` everywhere. */
export interface BackupsPort {
  /** Newest first. */
  list(): Promise<readonly BackupEntry[]>;
  make(
    options: { readonly history: boolean },
    signal: AbortSignal,
    progress: (percent: number) => void,
  ): Promise<BackupEntry>;
  take(content: Readable, signal: AbortSignal): Promise<BackupEntry>;
  read(id: string): Promise<{ readonly size: number; readonly content: Readable }>;
  remove(id: string): Promise<void>;
  /** Checks a backup; `begin` then restores it with a restart of Jia. */
  restore(
    id: string,
    takeOver: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly entry: BackupEntry; readonly begin: () => void }>;
}

const BackupBody = z
  .object({
    id: z.string(),
    at: z.string().meta({ description: "When it was made or taken." }),
    size: z.number().meta({ description: "Bytes." }),
    contents: z
      .object({
        version: z.string().nullable().meta({ description: "The version of Jia that made it." }),
        home: z.string().nullable(),
        scenes: z.number(),
        automations: z.number(),
        timers: z.number(),
        history: z.boolean().meta({ description: "Whether the history is in it." }),
      })
      .nullable(),
  })
  .meta({ id: "Backup" });

const EVENTS = { progress: z.object({ percent: z.number() }), done: BackupBody, error: ProblemBody };

/** The content is a stream, and its schema describes a text. */
const Content = z.string() as unknown as z.ZodType<Readable>;
/** The largest upload, in bytes; the folder has a limit of its own below it. */
const LARGEST_BODY = 5 * 1024 ** 3;
const BINARY = "application/octet-stream";

const ACCESS = {
  "GET /api/backups": { who: "proven", scope: "admin" },
  "POST /api/backups": { who: "proven", scope: "admin" },
  "POST /api/backups/upload": { who: "proven", scope: "admin" },
  "GET /api/backups/:id/file": { who: "proven", scope: "admin" },
  "DELETE /api/backups/:id": { who: "proven", scope: "admin" },
  "POST /api/backups/restore": { who: "proven", scope: "admin" },
} as const satisfies AccessTable;

const resource = defineResource({ tag: "backups", access: ACCESS, routes: backupRoutes });

/** Backups. They hold what people said, and hashes of PINs and tokens, so nobody but an adult with proof reads or restores them. */
export const backupsResource: Resource<{ readonly backups: BackupsPort }> = {
  ...resource,
  bind: (services) => (app, options, done) => {
    // Only for the routes of this resource: a file is streamed to the disk and never held in memory.
    app.addContentTypeParser(BINARY, (_request, payload, parsed) => parsed(null, payload));
    resource.bind(services)(app, options, done);
  },
};

function backupRoutes({ backups }: { readonly backups: BackupsPort }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/backups", {
      schema: {
        operationId: "listBackups",
        summary: "List backups, newest first",
        querystring: NoQuery,
        response: { 200: z.object({ backups: z.array(BackupBody), next: z.null() }), ...errorResponses },
      },
      handler: async () => ({ backups: (await backups.list()).map(backupJson), next: null }),
    });

    app.route("POST /api/backups", {
      schema: {
        operationId: "createBackup",
        summary: "Make a backup",
        description:
          "Answers when it is done. With Accept: text/event-stream the answer is a stream: progress (percent), then done with the " +
          "backup, or error. Closing the connection stops it, and leaves nothing.",
        querystring: NoQuery,
        body: z.strictObject({
          history: z.boolean().default(false).meta({ description: "Take the history along, which may be long." }),
        }),
        response: {
          200: streamResponse(EVENTS, "BackupEvent"),
          201: BackupBody,
          ...errorResponses,
        },
      },
      handler: async (request, reply) => {
        if (!/\btext\/event-stream\b/i.test(request.headers.accept ?? "")) {
          const made = await backups.make(request.body, clientDisconnected(reply), () => undefined);
          return reply.code(201).send(backupJson(made));
        }
        const language = acceptedLanguage(request.headers["accept-language"]);
        const stream = openStream(request, reply);
        try {
          const progress = (percent: number) => stream.send("progress", { percent });
          stream.send("done", backupJson(await backups.make(request.body, stream.closed, progress)));
        } catch (error) {
          const known = error instanceof JiaError ? error : internalError(error);
          if (known.code === "internal") request.log.error({ err: error }, "backup failed");
          stream.send("error", problemJson(known, language));
        }
        stream.end();
        return reply;
      },
    });

    app.route("POST /api/backups/upload", {
      bodyLimit: LARGEST_BODY,
      schema: {
        operationId: "uploadBackup",
        summary: "Take a backup from elsewhere",
        description: `The body is the file, as ${BINARY}. It is checked, and restored only by another request.`,
        consumes: [BINARY],
        querystring: NoQuery,
        response: { 201: BackupBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        if (!isReadable(request.body)) throw new JiaError("unsupported-media-type");
        return reply.code(201).send(backupJson(await backups.take(request.body, clientDisconnected(reply))));
      },
    });

    app.route("GET /api/backups/:id/file", {
      schema: {
        operationId: "downloadBackup",
        summary: "Get the file of a backup",
        description:
          "It holds what people said and did, and hashes of PINs and tokens. Keep it as private as the data folder.",
        params: IdParams,
        querystring: NoQuery,
        response: {
          200: { description: "The file", content: { [BINARY]: { schema: Content } } },
          ...errorResponses,
        },
      },
      handler: async (request, reply) => {
        const { id } = request.params;
        const { size, content } = await backups.read(id);
        reply.header("content-length", size).header("content-disposition", `attachment; filename="jia-${id}.db"`);
        return reply.type(BINARY).send(content);
      },
    });

    app.route("DELETE /api/backups/:id", {
      schema: {
        operationId: "deleteBackup",
        summary: "Delete a backup",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.string() }), ...errorResponses },
      },
      handler: async (request) => {
        const { id } = request.params;
        await backups.remove(id);
        return { deleted: id };
      },
    });

    app.route("POST /api/backups/restore", {
      schema: {
        operationId: "restoreBackup",
        summary: "Restore a backup",
        description:
          "The backup is checked first. Then Jia restarts with it: the connection ends, and after some seconds /ready answers again. " +
          "What was there before stays in the data folder as jia.db.before-restore.",
        querystring: NoQuery,
        body: z.strictObject({
          backup: z.string().min(1).max(100).meta({ description: "The id." }),
          takeOver: z.boolean().default(false).meta({ description: "Also when it is of another home." }),
        }),
        response: { 202: z.object({ restoring: BackupBody }), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { backup, takeOver } = request.body;
        const { entry, begin } = await backups.restore(backup, takeOver, clientDisconnected(reply));
        // The answer is sent before Jia stops.
        reply.raw.once("close", begin);
        return reply
          .code(202)
          .header("connection", "close")
          .send({ restoring: backupJson(entry) });
      },
    });
  };
}

function backupJson({ id, at, size, contents }: BackupEntry): z.input<typeof BackupBody> {
  return { id, at: timeJson(at), size, contents: contents && { ...contents } };
}

function isReadable(body: unknown): body is Readable {
  return typeof body === "object" && body !== null && "pipe" in body;
}
