import { z } from "zod";
import { cleanText, type Home, JiaError, type Origin, type Phrase, Queues } from "../../home/index.ts";
import {
  type Language,
  languages,
  message,
  primarySubtag,
  TEMPERATURE_UNITS,
  type TemperatureUnit,
  temperatureUnitOf,
  textOf,
} from "../../language/index.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { replyLanguage } from "../language.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

/** What a person sets for the home; null takes it back, and what is left out stays. */
export interface HomeEdit {
  readonly name?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly temperature?: TemperatureUnit | null | undefined;
}

/** Stores what people set for the home. */
export interface HomeProfile {
  /** What people set over what the home file says. */
  readonly changed: readonly ("name" | "language" | "temperature")[];
  /** @throws JiaError `conflict` for what the configuration says, `stands-by` */
  change(edit: HomeEdit, origin: Origin): Promise<void>;
}

/** What runs this home, and what is wrong with it. */
export interface HomeReport {
  readonly version: string;
  readonly simulated: boolean;
  readonly model: {
    /** `starting`: its server is still asked. */
    readonly state: "in-use" | "no-key" | "off" | "starting";
    readonly name: string | null;
    readonly notice: Phrase | null;
  };
  readonly links: readonly {
    readonly url: string;
    readonly connected: boolean;
    readonly dialects: readonly string[];
  }[];
  readonly problems: readonly HomeProblem[];
  /** How many there are, keyed by what is counted. */
  readonly counts: Readonly<Record<CountedThing, number>>;
}

/** Something wrong, or worth a look. */
export interface HomeProblem {
  /** The part: `broker`, `store`, `scene`. */
  readonly about: string;
  /** Of messages that were not understood, and of definitions; null for other problems. */
  readonly code: string | null;
  /** `problem`: something does not work · `hint`: something may be wrong. */
  readonly severity: "problem" | "hint";
  readonly text: Phrase;
  readonly count: number;
}

const COUNTED = [
  "devices",
  "offline",
  "rooms",
  "floors",
  "groups",
  "scenes",
  "automations",
  "timers",
  "people",
] as const;
type CountedThing = (typeof COUNTED)[number];

const HomeBody = z
  .object({
    name: z.string(),
    language: z.string().meta({ description: "BCP 47 tag of the language of its people." }),
    temperature: z.enum(TEMPERATURE_UNITS),
    timezone: z
      .string()
      .meta({ description: "The IANA time zone. PATCH /api/settings changes it for the next start." }),
    changed: z
      .array(z.enum(["name", "language", "temperature"]))
      .meta({ description: "What a person set over what the home file says." }),
    version: z.string().meta({ description: "Of Jia." }),
    simulated: z.boolean().meta({ description: "Whether its devices are simulated." }),
    model: z.object({
      state: z
        .enum(["in-use", "no-key", "off", "starting"])
        .meta({ description: "starting: the server of the model is still asked." }),
      name: z.string().nullable(),
      notice: z.string().nullable().meta({ description: "For a person, in the language of Accept-Language." }),
    }),
    links: z
      .array(z.object({ url: z.string(), connected: z.boolean(), dialects: z.array(z.string()) }))
      .meta({ description: "The connections to brokers and hubs, and the dialects that are spoken on each." }),
    problems: z
      .array(
        z.object({
          about: z.string().meta({ description: "The part: `broker`, `store`, `scene`." }),
          code: z.string().nullable().meta({ description: "Of messages that were not understood: `malformed-json`." }),
          severity: z
            .enum(["problem", "hint"])
            .meta({ description: "problem: something does not work. hint: something may be wrong." }),
          text: z.string().meta({ description: "In the language of Accept-Language." }),
          count: z.number(),
        }),
      )
      .meta({ description: "What the running Jia knows of what `jia doctor` tells." }),
    counts: z.object(
      Object.fromEntries(COUNTED.map((thing) => [thing, z.number()])) as Record<CountedThing, z.ZodNumber>,
    ),
  })
  .meta({ id: "Home" });

const Body = z
  .strictObject({
    name: z
      .string()
      .max(200)
      .transform((name) => cleanText(name))
      .pipe(z.string().min(1))
      .nullable()
      .optional(),
    language: z
      .string()
      .max(35)
      .refine((tag) => languages().some((each) => each === tag))
      .nullable()
      .optional()
      .meta({ description: "One of the languages that Jia speaks.", examples: ["zh"] }),
    temperature: z.enum(TEMPERATURE_UNITS).nullable().optional(),
  })
  .meta({
    id: "HomeEdit",
    description: "What is left out stays. null takes back what a person set.",
    examples: [{ name: "Seaside flat" }, { temperature: "fahrenheit" }],
  });

const ACCESS = {
  "GET /api/home": { who: "everyone", scope: "read" },
  "PATCH /api/home": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** The home itself: how it is called, what runs it, and what is wrong with it. */
export const homeResource = defineResource({ tag: "home", access: ACCESS, routes: homeRoutes });

function homeRoutes({
  home,
  homeProfile: profile,
  homeReport,
}: {
  readonly home: Home;
  readonly homeProfile: HomeProfile;
  readonly homeReport: (language: Language) => HomeReport;
}): Routes<keyof typeof ACCESS> {
  const version = () => contentVersion([home.name, home.language, profile.changed]);
  const shown = (language: Language): z.input<typeof HomeBody> => {
    const { problems, model, links, ...report } = homeReport(language);
    return {
      name: home.name,
      language: primarySubtag(home.language),
      temperature: temperatureUnitOf(home.language),
      timezone: home.timezone,
      changed: [...profile.changed],
      ...report,
      model: { ...model, notice: model.notice === null ? null : textOf(model.notice, language) },
      links: links.map(({ url, connected, dialects }) => ({ url, connected, dialects: [...dialects] })),
      problems: problems.map((problem) => ({ ...problem, text: textOf(problem.text, language) })),
    };
  };

  /** Changes, one after another: none comes between the check of If-Match and its own. */
  const changes = new Queues();
  return (app) => {
    app.route("GET /api/home", {
      config: { polled: true },
      schema: {
        operationId: "getHome",
        summary: "Tell how the home is called, what runs it, and what is wrong with it",
        querystring: NoQuery,
        response: { 200: HomeBody, ...errorResponses },
      },
      handler: (request) => {
        request.version = version();
        return shown(replyLanguage(home, request.headers));
      },
    });

    app.route("PATCH /api/home", {
      config: { polled: true },
      schema: {
        operationId: "updateHome",
        summary: "Rename the home, and change its language and its unit of temperatures",
        description:
          "What a person sets here wins over what the home file says, holds at once, and stays when Jia starts again. What " +
          "jia.yaml, a variable or an option says is changed there: 409 names it.",
        querystring: NoQuery,
        body: Body,
        response: { 200: HomeBody, ...errorResponses },
      },
      handler: async (request) => {
        if (Object.keys(request.body).length === 0) {
          throw new JiaError("invalid-request", { detail: message("api.noChange") });
        }
        await changes.run("home", async () => {
          requireMatch(request, version());
          await profile.change(request.body, requestOrigin(request));
        });
        request.version = version();
        return shown(replyLanguage(home, request.headers));
      },
    });
  };
}
