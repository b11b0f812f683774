import type { FastifyInstance } from "fastify";

/** A file of the reference: its type, and its content. */
export interface ReferenceFile {
  readonly type: string;
  readonly content: Buffer;
}

/**
 * What the page may do. It loads its own parts from here, asks Jia, and nothing else; its library compiles schemas and puts styles
 * into the page.
 */
export const REFERENCE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The reference of the API with try-it, by Scalar. Its 5 MB are loaded with the first reader, so that Jia starts no later for it. */
export class ReferencePage {
  #server: Promise<FastifyInstance> | null = null;

  /** A file of the page, by its path below `/docs`; null when there is none. */
  async file(path: string): Promise<ReferenceFile | null> {
    this.#server ??= load();
    const { statusCode, headers, rawPayload } = await (await this.#server).inject(`/docs/${path}`);
    if (statusCode !== 200) return null;
    return { type: String(headers["content-type"]), content: rawPayload };
  }
}

/** A server that never listens: the library is a plugin of Fastify. */
async function load(): Promise<FastifyInstance> {
  const [{ fastify }, { default: scalar }] = await Promise.all([
    import("fastify"),
    import("@scalar/fastify-api-reference"),
  ]);
  const server = fastify();
  await server.register(scalar, {
    routePrefix: "/docs",
    configuration: {
      url: "/openapi.json",
      // Nothing is fetched from elsewhere: no fonts, no proxy, no telemetry, no agent.
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: "never",
    },
  });
  await server.ready();
  return server;
}
