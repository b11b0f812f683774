/** The composition root: the only place that builds the parts of Jia and joins them. */
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { ownerToken } from "./access/index.ts";
import { apiResources, buildApi, isLoopback, type ReadinessCheck } from "./api/index.ts";
import { browserUrl, createAccess, tlsFiles, watchTls } from "./app/access.ts";
import { BackupFolder } from "./app/backups/index.ts";
import { brokerHint, brokerProblem, brokerTrouble, devicesProblem, missingDevicesReason } from "./app/broker-health.ts";
import { Cameras } from "./app/cameras.ts";
import { connectHome } from "./app/connected-home.ts";
import { DeviceOverrideStore } from "./app/device-overrides.ts";
import { EssentialMarkStore } from "./app/essential-marks.ts";
import { GroupStore } from "./app/groups.ts";
import { createHistory, historyNotice } from "./app/history/index.ts";
import { configuredHomeFile, configuredOwner } from "./app/home-files.ts";
import { HomeProfileStore } from "./app/home-profile.ts";
import { homeReportOf } from "./app/home-report.ts";
import { LoggedTurns } from "./app/logged-turns.ts";
import { machineClock } from "./app/machine-clock.ts";
import { mcpView } from "./app/mcp.ts";
import { createMemory, eraseOrphanedMemory } from "./app/memory.ts";
import {
  chatModel,
  dailyUsage,
  type ModelStatus,
  modelClient,
  modelLimits,
  modelProfile,
  modelStatus,
} from "./app/model.ts";
import { createModes, notifyOfModes, PolicyMode } from "./app/modes.ts";
import { createNotices, notifyOfRuns } from "./app/notices.ts";
import { outsideServers } from "./app/outside-servers.ts";
import { Pairing } from "./app/pairing.ts";
import {
  createPeople,
  presenceContext,
  registerNoticeData,
  registerPersonData,
  removeOrphanedChannels,
  surroundingsOf,
} from "./app/people.ts";
import { PlaceStore } from "./app/places.ts";
import { createPlanner } from "./app/planner.ts";
import { Settings } from "./app/settings.ts";
import { configuredSpecs } from "./app/specs.ts";
import { StoreHealth, unreadableRowsNotice } from "./app/store-health.ts";
import { storeLocation, storeName } from "./app/store-location.ts";
import { TopicSubscriptions } from "./app/topic-subscriptions.ts";
import { versionOf } from "./app/version.ts";
import { Conversations } from "./assistant/conversations.ts";
import { HiddenFilter } from "./assistant/hidden/hidden-filter.ts";
import { KeptConversations } from "./assistant/kept-conversations.ts";
import { LocalAssistant } from "./assistant/local/index.ts";
import type { MemoryPorts } from "./assistant/memory/drafts.ts";
import { BudgetedModel, ModelEngine } from "./assistant/model/index.ts";
import { loadPrompts } from "./assistant/prompts.ts";
import { createTools, smallTools } from "./assistant/tools/index.ts";
import { Assistant } from "./assistant/turn.ts";
import type { HomePlanner } from "./automation/index.ts";
import type { BridgeStatus, JoiningDevice } from "./bridge/index.ts";
import { type Config, type ConfigSources, withoutPassword } from "./config/index.ts";
import { cleanText, type Home, JiaError } from "./home/index.ts";
import { type Language, message, textOf } from "./language/index.ts";
import { withLogContext } from "./log-context.ts";
import { mcpResource, outsideServersResource } from "./mcp/index.ts";
import { MetricsCollector, metricsResource } from "./metrics/index.ts";
import { openAiErrors, openAiResource } from "./openai/index.ts";
import { claimStore, DataFolder, openStore } from "./store/index.ts";

export interface AppOptions {
  readonly config: Config;
  /** The project's folder. */
  readonly root: string;
  /** The language of a home that does not say its own. */
  readonly language: Language;
  /** Keep everything in memory: nothing survives. */
  readonly memory?: boolean;
  /** Give this home a store that belongs to another. */
  readonly takeOver?: boolean;
  /** Secrets of the channels of jia.yaml, keyed by the variables that it names. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** Where the configuration came from; nobody can change it when it is left out. */
  readonly sources?: ConfigSources;
  /** Restarts Jia, with some work while nothing runs; nobody can when it is left out. */
  readonly restart?: (work: () => Promise<void>) => void;
  /** Ends the start early. A started app is ended by `stop`. */
  readonly signal: AbortSignal;
}

/** A running Jia. */
export interface App {
  readonly home: Home;
  /** Base address of the API: `http://127.0.0.1:8480`. */
  readonly url: string;
  /** The token with all rights, that of the owner's file. */
  readonly ownerToken: string;
  /** Signs a browser in, once; only at the first start. */
  readonly signInLink: string | null;
  readonly bridge: BridgeStatus;
  /** The broker is Jia's own. */
  readonly ownBroker: boolean;
  readonly model: ModelStatus;
  readonly simulated: boolean;
  /** Where the data is, for a person. */
  readonly store: string;
  stop(): Promise<void>;
}

/**
 * Starts everything and resolves when it can be used.
 * @throws JiaError for what the person can mend: a port taken, a home file with problems, a folder that cannot be written
 */
export async function startApp(options: AppOptions): Promise<App> {
  const {
    config,
    root,
    language,
    memory = false,
    takeOver = false,
    env,
    log,
    sources = null,
    restart = null,
    signal,
  } = options;
  await using started = new AsyncDisposableStack();
  const clock = machineClock;
  const warn = (text: string) => log.warn(text);
  const specs = configuredSpecs(config, root, clock, language, warn);
  started.defer(() => specs.stop());
  const file = configuredHomeFile(config, root, specs);
  const owner = configuredOwner(config, root, file, language);
  const location = storeLocation(config, memory);
  const folder = "path" in location && !memory ? DataFolder.take(config.data) : null;
  let up = false;
  started.defer(() => (up ? folder?.release() : folder?.giveBack()));
  const store = await openStore(location, clock, (what) => warn(textOf(what, language)));
  started.defer(() => store.close());
  await claimStore(store.settings, owner, { where: storeName(location), takeOver, at: clock.now() });
  folder?.label(owner.name, clock.now());
  const backups = new BackupFolder({
    ...{ folder: join(config.data, "backups"), location, owner, version: versionOf(root), clock, restart },
  });
  if (!memory) await backups.start();
  started.defer(() => backups.stop());
  const { audit } = store;
  const interrupted = await audit.closeInterrupted();
  if (interrupted > 0) warn(textOf(message("store.interrupted", { count: interrupted }), language));
  const health = new StoreHealth(store.database, language, log);
  const auditFailed = (error: unknown) => health.failed(error);
  const people = createPeople(store, clock, log, () => planner.standsBy);
  const present = new PolicyMode();
  const asked = { people, pins: people.pins, mode: () => present.id() };
  const owned = ownerToken(config.data, !memory);
  const owners = [owned.token, config["server.token"]].filter((token) => token !== null);
  const access = createAccess({ owners, store, people, clock, log });
  await access.start();
  started.defer(() => access.stop());
  const joining = (device: JoiningDevice): void => pairing.joining(device);
  const parts = { config, file, language, specs, audit, auditFailed, ...asked, joining, clock, log, signal };
  const connected = await connectHome(parts, started);
  const { home, bridge, connection, simulated, complete } = connected;

  const pairing: Pairing = new Pairing({
    home,
    clock,
    dialects: () => [...new Set(bridge.status.links.flatMap(({ dialects }) => dialects))],
    failed: (error) => log.warn({ err: error }, "a network that lets devices join was not closed; it closes by itself"),
  });
  pairing.start();
  started.defer(() => pairing.stop());
  await people.start(surroundingsOf(home));
  const topics = new TopicSubscriptions(connection, clock, warn);
  started.defer(() => topics.stop());
  const probes = [
    { name: "broker", problem: () => brokerTrouble(bridge.status) },
    { name: "store", problem: () => health.trouble() },
  ];
  const noticeServices = createNotices({ config, env, probes, home, people, store, clock, log });
  const { center: notices } = noticeServices;
  const modes = createModes({ home, store, planner: () => planner, people, clock, log });
  await modes.start();
  present.follow(modes);
  started.defer(() => modes.stop());
  const kept: { reload(): Promise<void> }[] = [];
  const planner: HomePlanner = createPlanner({
    ...{ home, store, messages: topics, clock, log, noticeServices, modes, people, kept },
    allowed: config["policy.outgoing"],
  });
  started.defer(
    notifyOfRuns(planner, notices, {
      rules: config["notices.watch.rules"],
      timers: config["notices.watch.timers"],
    }),
  );
  await planner.start();
  started.defer(() => planner.stop());
  const standsBy = (): boolean => planner.standsBy;
  const presence = new TopicSubscriptions(connection, clock, warn, "with-kept");
  started.defer(() => presence.stop());
  people.watch(presenceContext(home, presence, clock));
  started.defer(() => people.stop());
  const history = createHistory({ config, memory, home, database: store.database, planner, clock, log });
  await history?.start();
  started.defer(() => history?.stop());
  started.defer(notifyOfModes(modes, notices, (error) => log.error({ err: error }, "a mode could not be told of")));
  const places = new PlaceStore({ home, rows: store.homeParts, clock, audit: store.audit, standsBy });
  await places.reload();
  const groups = new GroupStore({ home, rows: store.homeParts, clock, audit: store.audit, standsBy });
  await groups.reload();
  const marks = new EssentialMarkStore(home, store.settings, clock, standsBy, store.audit);
  await marks.reload();
  const overrides = new DeviceOverrideStore(home, store.deviceOverrides, clock, standsBy, store.audit);
  await overrides.reload();
  const remembered = createMemory(store, people, clock, log, standsBy);
  await remembered.start();
  kept.push(places, groups, marks, overrides, remembered);
  started.defer(eraseOrphanedMemory(remembered, people, log, standsBy));
  started.defer(
    people.data.register({
      name: "memory",
      read: (person) => Promise.resolve(remembered.ofPerson(person)),
      erase: (person) => remembered.erase(person),
    }),
  );
  started.defer(removeOrphanedChannels(noticeServices.channels, people, log));
  const local = new LocalAssistant({
    home,
    clock,
    planner,
    history,
    marks,
    modes: { modes, people },
    people: { people, registry: people.registry, presences: people.presences },
    memory: remembered,
    notices: { notices, channels: noticeServices.channels },
  });
  local.start();
  started.defer(() => local.stop());
  const client = modelClient(config, clock);
  const daily = dailyUsage(config, { storage: store.modelUsage, clock, home, log });
  await daily.start();
  const prompts = loadPrompts();
  const hidden = new HiddenFilter(home, {
    devices: config["model.hidden.devices"],
    kinds: config["model.hidden.kinds"],
    rooms: config["model.hidden.rooms"],
  });
  if (hidden.unknown.length > 0) warn(`model.hidden names what is not there: ${cleanText(hidden.unknown.join(", "))}`);
  const remembering: MemoryPorts = {
    memory: remembered,
    indexFor: (origin) => local.indexFor(origin),
    scene: (id) => planner.scenes.get(id)?.definition ?? null,
  };
  const tools = createTools(home, prompts, { planner, hidden, history, remembering, modes });
  const profile = modelProfile(config);
  const outside =
    client && outsideServers({ config, env, hidden, version: versionOf(root), clock, log, settings: store.settings });
  await outside?.start();
  started.defer(() => outside?.stop());
  const failed = (error: unknown) => log.error({ err: error }, "the assistant failed");
  const conversations = new Conversations({ clock, store: store.conversations, onError: failed });
  const keepConversations = (days: number): void => store.conversations.keepFor(days * 86_400_000);
  keepConversations(config["conversations.days"]);
  const settings = new Settings({
    ...{ config, sources, restart },
    live: {
      "conversations.days": keepConversations,
      "log.level": (level) => {
        log.level = level;
      },
    },
  });
  const { settings: rows } = store;
  const homeProfile = new HomeProfileStore({
    ...{ home, config, settings, rows, clock, standsBy },
    audit: store.audit,
  });
  await homeProfile.reload();
  kept.push(homeProfile);
  registerPersonData(people, store, conversations);
  registerNoticeData(people, noticeServices.channels);
  const assistant = new Assistant({
    home,
    clock,
    conversations,
    local,
    model:
      client &&
      new ModelEngine({
        home,
        hidden,
        clock,
        client: chatModel(config, new BudgetedModel(client, daily), prompts),
        planner,
        household: { modes, people },
        tools: profile === "small" ? smallTools(tools, prompts) : tools,
        ...(outside && { outside: () => outside.tools }),
        prompts,
        index: local.index,
        remembering,
        notices,
        limits: modelLimits(config),
        profile,
      }),
    unseen: () => missingDevicesReason(bridge.status, home.size, clock.now()),
    onError: failed,
  });

  health.start();
  started.defer(() => health.stop());
  const checks: ReadinessCheck[] = [
    {
      name: "broker",
      problem: () => brokerProblem(bridge.status),
      hint: () => brokerHint(bridge.status, clock.now(), connected.ownBroker),
      url: withoutPassword(connection.url),
    },
    {
      name: "store",
      problem: (reader) => health.problem(reader),
      hint: (reader) => unreadableRowsNotice(store.setAside.rows, reader),
    },
    { name: "notices", problem: () => null, hint: () => noticeServices.hint() },
    { name: "history", problem: () => null, hint: (reader) => historyNotice(history, reader) },
    { name: "planner", problem: () => (planner.standsBy ? message("broker.standsBy") : null) },
    {
      name: "devices",
      problem: () =>
        devicesProblem(bridge.status, {
          known: home.size,
          complete,
          own: connected.ownBroker,
          now: clock.now(),
        }),
    },
  ];
  let model: ModelStatus | null = null;
  let address = "";
  const browserAddress = () => ({
    url: browserUrl(address, config["server.host"], config["server.hosts"]),
    onlyHere: isLoopback(config["server.host"]),
  });
  const turns = new LoggedTurns(assistant, log);
  const report = { ...{ home, simulated, planner, people, checks }, version: versionOf(root), model: () => model };
  const metrics = new MetricsCollector({
    ...{ home, bridge, planner, version: versionOf(root) },
    turns: assistant,
    server: () => api.server,
  });
  started.defer(() => metrics.stop());
  const tls = tlsFiles(config);
  const api = await buildApi({
    home,
    clock,
    people,
    access,
    hosts: config["server.hosts"],
    origins: config["server.origins"],
    ...(tls && { tls }),
    version: versionOf(root),
    logger: log,
    inContext: (request, work) => withLogContext({ request }, work),
    errorForms: [openAiErrors],
    resources: [
      ...apiResources({
        access,
        browserAddress,
        ...{ home, clock, assistant: turns, checks, people, planner, modes, history, marks, overrides, notices },
        audit: store.audit,
        conversations: new KeptConversations(store.exchanges, conversations),
        backups,
        settings,
        homeProfile,
        places,
        groups,
        homeReport: (reader) => homeReportOf({ ...report, bridge: () => bridge.status }, reader),
        pairing,
        cameras: new Cameras(config.cameras, home),
        remembering,
        channels: noticeServices.channels,
        push: noticeServices.vapid,
      }),
      metricsResource.bind({ metrics }),
      mcpResource({
        ...{ home, clock, planner, assistant: turns, version: versionOf(root) },
        viewOf: (rooms) => mcpView({ config, home, prompts, planner, history, remembering, modes }, rooms),
      }),
      outsideServersResource.bind({ outside }),
      openAiResource.bind({ home, clock, assistant: turns }),
    ],
  });
  started.defer(() => api.close());
  if (tls) started.defer(watchTls(config, tls, () => api.server, log));
  const [url, status] = await Promise.all([listen(api, config), modelStatus(config, client, signal)]);
  model = status;
  signal.throwIfAborted();

  address = url;
  up = true;
  const running = started.move();
  return {
    home,
    url,
    ownerToken: owned.token,
    signInLink: owned.isNew ? `${browserAddress().url}/sign-in?code=${access.links.make(FIRST_BROWSER).code}` : null,
    get bridge() {
      return bridge.status;
    },
    ownBroker: connected.ownBroker,
    model: status,
    simulated,
    store: storeName(location),
    stop: () => running.disposeAsync(),
  };
}

/** The session of the link that the first start prints. */
const FIRST_BROWSER = {
  name: "browser",
  scope: "admin",
  rooms: null,
  room: null,
  person: null,
  expiresAt: null,
} as const;

/** @throws JiaError `port-taken` */
async function listen(api: FastifyInstance, config: Config): Promise<string> {
  const { "server.host": host, "server.port": port } = config;
  try {
    return await api.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new JiaError("port-taken", { host, port, flag: "--port" }, error);
    }
    throw error;
  }
}
