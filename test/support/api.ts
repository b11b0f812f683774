import type { FastifyInstance } from "fastify";
import { type ApiPeople, NO_PEOPLE } from "../../src/api/asker.ts";
import {
  type ApiOptions,
  type ApiServices,
  type AssistantPort,
  buildApi,
  type Places,
  type ReadinessCheck,
} from "../../src/api/index.ts";
import { assistantResource } from "../../src/api/resources/assistant.ts";
import { automationsResource } from "../../src/api/resources/automations.ts";
import { channelsResource } from "../../src/api/resources/channels.ts";
import { confirmationsResource } from "../../src/api/resources/confirmations.ts";
import { definitionsResource } from "../../src/api/resources/definitions.ts";
import { devicesResource } from "../../src/api/resources/devices.ts";
import { energyResource } from "../../src/api/resources/energy.ts";
import { eventsResource } from "../../src/api/resources/events.ts";
import { healthResource } from "../../src/api/resources/health.ts";
import { historyResource } from "../../src/api/resources/history.ts";
import { historyExportResource } from "../../src/api/resources/history-export.ts";
import { noticesResource } from "../../src/api/resources/notices.ts";
import { plansResource } from "../../src/api/resources/plans.ts";
import { pushResource } from "../../src/api/resources/push.ts";
import { quietResource } from "../../src/api/resources/quiet.ts";
import { referenceResource } from "../../src/api/resources/reference.ts";
import { roomsResource } from "../../src/api/resources/rooms.ts";
import { runsResource } from "../../src/api/resources/runs.ts";
import { scenesResource } from "../../src/api/resources/scenes.ts";
import { timersResource } from "../../src/api/resources/timers.ts";
import { webhooksResource } from "../../src/api/resources/webhooks.ts";
import type { Planner } from "../../src/automation/index.ts";
import type { HistoryRecords } from "../../src/history/index.ts";
import { type Clock, type DeviceDescription, type Home, JiaError } from "../../src/home/index.ts";
import { ownerWithoutToken, testAccess } from "./access.ts";
import { described, testHome } from "./home.ts";
import { PlannerBench } from "./planner-bench.ts";

/** An assistant that says what it was asked, and nothing else. */
export const echo: AssistantPort = {
  async *run({ text, conversation = "c1" }) {
    yield { type: "started", conversation };
    yield { type: "text", text: await Promise.resolve(text) };
    yield {
      type: "done",
      result: {
        reply: text,
        expectsReply: false,
        path: "local",
        conversation,
        outcomes: [],
        calls: [],
        ms: 1.4,
      },
    };
  },
};

/** What the API of a test is, unless it says otherwise. `resources` come after those that every home has. */
export interface TestApiOptions extends Partial<ApiOptions> {
  /** The token with all rights. Without it every request has them that names no token. */
  readonly token?: string | null;
  readonly assistant?: AssistantPort;
  readonly checks?: readonly ReadinessCheck[];
  /** What people set for rooms and floors. */
  readonly places?: Places;
  readonly told?: Pick<ApiServices, "notices" | "channels" | "push"> & { readonly people: ApiPeople };
}

/** The API over a test home, not listening. */
export async function testApi(devices: readonly DeviceDescription[] = [], over: TestApiOptions = {}) {
  const test = testHome(devices);
  return { ...test, app: await testApiOn(test.home, test.clock, over) };
}

/** What people set for rooms and floors, at an instance that stands by. */
const ELSEWHERE: Places = {
  make: () => Promise.reject(new JiaError("stands-by")),
  change: () => Promise.reject(new JiaError("stands-by")),
  remove: () => Promise.reject(new JiaError("stands-by")),
};

/** The API over a home that there is, not listening. */
export async function testApiOn(given: Home, clock: Clock, over: TestApiOptions = {}): Promise<FastifyInstance> {
  const {
    home = given,
    assistant = echo,
    checks = [],
    places = ELSEWHERE,
    told,
    resources = [],
    token = null,
    ...options
  } = over;
  const { people } = options;
  const access = token === null ? ownerWithoutToken(clock, people) : testAccess(clock, [token], people);
  const services = { home, clock, assistant, checks, people: options.people ?? NO_PEOPLE, places };
  const everywhere = [healthResource, referenceResource, devicesResource, roomsResource, confirmationsResource];
  return await buildApi({
    ...{ home, clock, access, hosts: [], version: "0.0.0", checkAnswers: true, ...options },
    resources: [
      ...[...everywhere, assistantResource].map((resource) => resource.bind(services)),
      eventsResource.bind({ home, ...(told && { notices: told.notices }) }),
      ...(told
        ? [noticesResource, quietResource, channelsResource, pushResource].map((each) => each.bind({ home, ...told }))
        : []),
      ...resources,
    ],
  });
}

/** The resources of scenes, automations and timers. */
export function planningResources(home: Home, planner: Planner, clock: Clock): ApiOptions["resources"] {
  const all = [
    scenesResource,
    automationsResource,
    webhooksResource,
    runsResource,
    timersResource,
    plansResource,
    definitionsResource,
  ];
  const services = { home, planner, clock };
  return all.map((resource) => resource.bind(services));
}

/** The resources of the past. @param history null: none is kept */
export function historyResources(home: Home, history: HistoryRecords | null, clock: Clock): ApiOptions["resources"] {
  const all = [historyResource, historyExportResource, energyResource];
  const services = { home, history, clock };
  return all.map((resource) => resource.bind(services));
}

/** The API with its routes for planning, over a lamp (off, at 70 percent) and the light of the hall, not listening. */
export async function planningApi(timezone = "UTC") {
  const devices = [described("lamp"), described("hall")];
  const bench = new PlannerBench(devices, "2026-11-24T12:00:00Z", { timezone });
  await bench.start({}, { lamp: { "light.on": false, "light.brightness": 70 }, hall: { "light.on": false } });
  const { home, planner, time } = bench;
  const app = await testApiOn(home, time, { resources: planningResources(home, planner, time) });
  return { bench, app };
}

/** Listens on a free port of loopback and gives the base address. */
export async function listening(app: FastifyInstance): Promise<string> {
  return await app.listen({ host: "127.0.0.1", port: 0 });
}
