/** The parts that resources of the API are made from: `defineResource`, and the schemas that all routes share. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type {
  FastifyBaseLogger,
  FastifyContextConfig,
  FastifyInstance,
  FastifyPluginCallback,
  FastifySchema,
  RawServerDefault,
  RouteGenericInterface,
  RouteShorthandOptionsWithHandler,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { JiaError } from "../home/index.ts";
import { tagAnswer } from "./etag.ts";
import { ProblemBody, problemAnswers } from "./problem.ts";
import type { RouteAccess } from "./rights.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A method and a path, as a route is declared: `GET /api/devices/:id`. */
export type RouteName = `${Method} /${string}`;

/** Who may use which route of a resource. */
export type AccessTable = Readonly<Record<RouteName, RouteAccess>>;

/** A route of the OpenAPI document names its operation, for generated clients; pages are not in it. */
type Described = { readonly operationId: string; readonly summary: string } | { readonly hide: true };

/** Adds routes to the API; only those that the access table of a resource names. */
export interface Router<Name extends RouteName> {
  /**
   * Adds a route. Its zod schemas for requests (strict) and answers give the types of the handler. Errors are thrown
   * as JiaError: `errors.ts` turns them into problem details.
   */
  route<const Schema extends FastifySchema>(
    name: Name,
    options: RouteShorthandOptionsWithHandler<
      RawServerDefault,
      IncomingMessage,
      ServerResponse,
      RouteGenericInterface,
      FastifyContextConfig,
      Schema,
      ZodTypeProvider,
      FastifyBaseLogger
    > & { readonly schema: Schema & Described },
  ): void;
}

/** Adds all routes of a resource. */
export type Routes<Name extends RouteName> = (app: Router<Name>) => void;

interface ResourceDefinition<Services, Name extends RouteName> {
  /** The tag of its routes in the OpenAPI document. */
  readonly tag: string;
  readonly access: Readonly<Record<Name, RouteAccess>>;
  /** Whether another instance holds this subject; then each route answers `stands-by`. */
  readonly standsBy?: (services: Services) => boolean;
  /** Whether it takes the bodies of HTML forms beside JSON. */
  readonly forms?: true;
  readonly routes: (services: Services) => Routes<Name>;
}

/** One subject of the API. */
export interface Resource<Services> {
  readonly tag: string;
  /** Keyed by route. */
  readonly access: AccessTable;
  /** Gives the Fastify plugin that adds its routes. */
  bind(services: Services): FastifyPluginCallback;
}

/**
 * Makes a resource. A route that its access table does not name is a type error.
 * @throws Error at registration, for a route of the table that was not added
 */
export function defineResource<Services, Name extends RouteName>(
  definition: ResourceDefinition<Services, Name>,
): Resource<Services> {
  const { tag, access, standsBy, forms, routes } = definition;
  return {
    tag,
    access,
    bind: (services) => (app, _options, done) => {
      if (standsBy) {
        // An empty list would be wrong: another instance has the items.
        app.addHook("onRequest", (_request, _reply, next) => {
          next(standsBy(services) ? new JiaError("stands-by") : undefined);
        });
      }
      if (forms) takeForms(app);
      const missing = new Set<string>(Object.keys(access));
      routes(services)(routerOf(app, tag, access, (name) => missing.delete(name)));
      done(missing.size > 0 ? new Error(`no route is added for ${[...missing].join(", ")}`) : undefined);
    },
  };
}

/** Reads the body of an HTML form as an object of its fields. */
function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}

function routerOf<Name extends RouteName>(
  app: FastifyInstance,
  tag: string,
  access: Readonly<Record<Name, RouteAccess>>,
  added: (name: Name) => void,
): Router<Name> {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  return {
    route(name, { schema, config, ...options }) {
      const [method = "", url = ""] = name.split(" ");
      added(name);
      typed.route({
        ...options,
        ...(config?.polled !== undefined && { onSend: tagAnswer(config.polled) }),
        method,
        url,
        schema: { ...schema, tags: [tag], security: config?.open === true ? [] : securityOf(access[name]) },
        config: { ...config, access: access[name] },
      });
    },
  };
}

/** The scope that a route needs, in the form of OpenAPI. */
function securityOf({ scope }: RouteAccess) {
  return [{ token: [scope] }, { session: [scope] }];
}

/** The error answers that any route may give, for its `response`. */
export const errorResponses = problemAnswers(ProblemBody);

/** A query without parameters: unknown ones are refused. */
export const NoQuery = z.strictObject({});
