/** The OpenAPI document: what stands at its head, and what makes it whole. */
import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { z } from "zod";
import { SCOPES } from "../access/index.ts";
import { SESSION_COOKIE } from "./credentials.ts";
import { withExamples } from "./examples.ts";

/** What each group of operations is about, keyed by tag, in the order of the reference. */
const TAGS = {
  health: "Whether Jia is alive and ready",
  access: "Tokens of programs, sessions of browsers, links that sign in",
  home: "The home itself: its name, what runs it, what is wrong with it",
  devices: "Devices: their state, commands, names and rooms",
  rooms: "Rooms and floors",
  groups: "Groups of devices that people made",
  confirmations: "Commands that wait for a yes",
  assistant: "Sentences to the home",
  conversations: "What was said",
  events: "What happens, as it happens",
  notices: "Messages of the home to people",
  channels: "The ways by which notices are sent",
  audit: "All commands with their outcomes",
  cameras: "Pictures and streams of cameras",
  pairing: "Letting new devices in",
  settings: "The settings of this Jia",
  backups: "Backups, and restoring them",
  memory: "What the home remembers",
  modes: "The modes of the home",
  people: "The people of the home: presence, PINs, tokens",
  scenes: "Scenes",
  automations: "Automations",
  runs: "What ran, and why",
  plans: "Automations, scenes and timers together",
  timers: "Timers",
  definitions: "Files of scenes and automations",
  history: "What was, and how much energy it took",
  metrics: "Figures for monitoring",
  mcp: "The Model Context Protocol",
  openai: "The endpoints that clients of OpenAI know",
} as const;

const SCOPES_TOLD = `An operation names the scope that it needs: ${SCOPES.join(", ")}; each includes those before it.`;

/** The fixed part of the document. */
export function documentHead(version: string): NonNullable<Extract<FastifyDynamicSwaggerOptions["openapi"], object>> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Jia",
      version,
      description: "A home that does what it is told.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This Jia" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: `A token: \`jia token create NAME\`. ${SCOPES_TOLD}` },
        session: {
          type: "apiKey",
          in: "cookie",
          name: SESSION_COOKIE,
          description: `A browser: \`jia sign-in\`. ${SCOPES_TOLD}`,
        },
      },
    },
    security: [{ token: [] }, { session: [] }],
  };
}

const Components = z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) });
const Document = z.looseObject({
  components: Components,
  tags: z.array(z.looseObject({ name: z.string() })).default([]),
});

/**
 * Takes out the schemas and tags that nothing uses: each schema is described as it comes in and as it goes out, and mostly only
 * one of the two is used, which then gets the plain name.
 */
export function finishDocument<Given>(document: Given): Given {
  const { components, tags, ...rest } = Document.parse(document);
  const schemas = { ...components.schemas };
  for (let left = -1; left !== Object.keys(schemas).length; ) {
    left = Object.keys(schemas).length;
    const used = referencesIn([rest, schemas]);
    for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name];
  }
  const renamed = new Map(
    Object.keys(schemas).flatMap((name) => {
      const plain = name.replace(/Input$/, "");
      return plain !== name && !(plain in schemas) ? [[name, plain] as const] : [];
    }),
  );
  const whole = JSON.stringify({
    ...rest,
    paths: withExamples(rest["paths"]),
    tags: tags.filter(({ name }) => usedTags(rest).has(name)),
    components: {
      ...components,
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [renamed.get(name) ?? name, schema])),
    },
  });
  return JSON.parse(whole, (key, value: unknown) => {
    if (key !== "$ref" || typeof value !== "string") return value;
    const name = value.slice(PREFIX.length);
    return value.startsWith(PREFIX) ? PREFIX + (renamed.get(name) ?? name) : value;
  }) as Given;
}

const PREFIX = "#/components/schemas/";

/** The names of the schemas that are referred to. A schema that only refers to itself is not used. */
function referencesIn(parts: readonly [unknown, Readonly<Record<string, unknown>>]): Set<string> {
  const [rest, schemas] = parts;
  const found = (value: unknown) =>
    [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name);
  const used = new Set(found(rest));
  for (const [name, schema] of Object.entries(schemas))
    for (const each of found(schema)) if (each !== name) used.add(each);
  return used;
}

function usedTags(rest: Readonly<Record<string, unknown>>): Set<string> {
  return new Set(
    [...JSON.stringify(rest["paths"] ?? {}).matchAll(/"tags":\["([^"]+)"\]/g)].map(([, name = ""]) => name),
  );
}
