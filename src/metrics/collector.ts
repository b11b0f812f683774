import type { Server } from "node:http";
import type { Counter, Histogram, Registry } from "@prometheus-io/client";
import type { TurnResult } from "../assistant/index.ts";
import type { PlannerEvent, Run } from "../automation/index.ts";
import type { BridgeStatus } from "../bridge/index.ts";
import type { Home, HomeEvent } from "../home/index.ts";
import { observeRequests } from "./http-requests.ts";

/** What the metrics are read from. */
export interface MetricsSources {
  readonly home: Home;
  readonly bridge: { readonly status: BridgeStatus };
  readonly planner: { subscribe(listener: (event: PlannerEvent) => void): () => void };
  /** Calls the listener with the result of each turn. */
  readonly turns: { subscribe(listener: (result: TurnResult) => void): () => void };
  /** The HTTP server of the API. */
  readonly server: () => Server;
  readonly version: string;
}

/** Seconds: a sentence that the home understands itself takes milliseconds, one of a model up to a minute and a half. */
const TURN_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 90];
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LATENESS_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 60, 600];

/** Counts what happens from the first `text()` on, in Prometheus' terms. */
export class MetricsCollector {
  readonly #sources: MetricsSources;
  #registry: Promise<Registry> | null = null;
  readonly #ends: (() => void)[] = [];

  constructor(sources: MetricsSources) {
    this.#sources = sources;
  }

  /** All metrics in Prometheus' text format, version 0.0.4. The first call begins the counting. */
  async text(): Promise<{ readonly type: string; readonly text: string }> {
    this.#registry ??= this.#begin();
    const registry = await this.#registry;
    return { type: registry.contentType, text: await registry.metrics() };
  }

  /** Ends the counting. */
  async stop(): Promise<void> {
    const registry = await this.#registry?.catch(() => null);
    for (const end of this.#ends.splice(0)) end();
    registry?.clear();
  }

  async #begin(): Promise<Registry> {
    // Loaded here, because most homes have no monitoring system.
    const client = await import("@prometheus-io/client");
    const registry = new client.Registry();
    const registers = [registry];
    client.collectDefaultMetrics({ register: registry, eventLoopUtilizationTimeout: 1_000 });
    const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new client.Counter({ name, help, labelNames, registers });
    const histogram = <Label extends string>(name: string, help: string, labelNames: Label[], buckets: number[]) =>
      new client.Histogram({ name, help, labelNames, buckets, registers });
    const gauge = (name: string, help: string, value: () => number) =>
      new client.Gauge({
        ...{ name, help, registers },
        collect() {
          this.set(value());
        },
      });
    const { home, bridge, planner, turns, server, version } = this.#sources;
    new client.Gauge({ name: "jia_info", help: "The version of Jia.", labelNames: ["version"], registers }).set(
      { version },
      1,
    );
    this.#ends.push(
      turns.subscribe(turnListener(counter, histogram)),
      home.subscribe(homeListener(counter)),
      planner.subscribe(runListener(counter, histogram)),
      observeRequests((answering) => answering === server(), requestListener(counter, histogram)),
    );
    const online = (): number => home.devices.filter((device) => device.online).length;
    gauge("jia_devices", "Devices of the home.", () => home.size);
    gauge("jia_devices_online", "Devices of the home that can be reached.", online);
    gauge("jia_brokers_connected", "Brokers and gateways that are connected.", () => {
      return bridge.status.links.filter(({ connected }) => connected).length;
    });
    gauge("jia_commands_pending", "Commands that wait for their devices.", () => bridge.status.pending);
    const since = (name: string, help: string, value: () => number): void => {
      // The bridge counts itself; a counter follows its number.
      let before = 0;
      new client.Counter({
        ...{ name, help, registers },
        collect() {
          const now = value();
          this.inc(Math.max(0, now - before));
          before = now;
        },
      });
    };
    since("jia_messages_received_total", "Messages from brokers since the start.", () => bridge.status.received);
    since("jia_messages_published_total", "Messages to brokers since the start.", () => bridge.status.published);
    since("jia_late_replies_total", "Replies of devices after the time limit.", () => bridge.status.lateReplies);
    return registry;
  }
}

/** Makes a counter, as `#begin` does. */
type MakeCounter = <Label extends string>(name: string, help: string, labels: Label[]) => Counter<Label>;

/** Makes a histogram, as `#begin` does. */
type MakeHistogram = <Label extends string>(
  name: string,
  help: string,
  labels: Label[],
  buckets: number[],
) => Histogram<Label>;

function turnListener(counter: MakeCounter, histogram: MakeHistogram): (result: TurnResult) => void {
  const turns = counter("jia_turns_total", "Sentences that were answered.", ["path", "result"]);
  const seconds = histogram("jia_turn_seconds", "From a sentence to its whole reply.", ["path"], TURN_BUCKETS);
  const calls = counter("jia_tool_calls_total", "Calls that turns made.", ["path"]);
  const refused = counter("jia_model_calls_refused_total", "Calls of the model that were not valid.", []);
  const requests = counter("jia_model_requests_total", "Requests to the model.", []);
  const tokens = counter("jia_model_tokens_total", "Tokens of the model; cached ones are part of prompt.", ["kind"]);
  const dollars = counter("jia_model_cost_dollars_total", "Cost of the model as its server states it.", []);
  return ({ path, failed, expectsReply, ms, calls: made, usage }) => {
    turns.inc({ path, result: failed ? "failed" : expectsReply ? "asked" : "answered" });
    seconds.observe({ path }, ms / 1000);
    calls.inc({ path }, made.length);
    if (!usage) return;
    requests.inc(usage.rounds);
    refused.inc(usage.refusedCalls);
    tokens.inc({ kind: "prompt" }, usage.promptTokens);
    tokens.inc({ kind: "completion" }, usage.completionTokens);
    tokens.inc({ kind: "cached" }, usage.cachedTokens);
    dollars.inc(usage.cost ?? 0);
  };
}

function homeListener(counter: MakeCounter): (event: HomeEvent) => void {
  const commands = counter("jia_commands_total", "Commands to devices.", ["origin", "status"]);
  const changes = counter("jia_property_changes_total", "Changes of properties that devices reported.", []);
  return (event) => {
    if (event.type === "property-changed") changes.inc();
    if (event.type !== "executed") return;
    for (const { status } of event.outcomes) commands.inc({ origin: event.origin.kind, status });
  };
}

function runListener(counter: MakeCounter, histogram: MakeHistogram): (event: PlannerEvent) => void {
  const runs = counter("jia_runs_total", "Runs of scenes, automations and timers.", ["kind", "status"]);
  const late = histogram("jia_run_lateness_seconds", "How late due runs began.", ["kind"], LATENESS_BUCKETS);
  const finished = ({ kind, status, cause, startedAt }: Run): void => {
    runs.inc({ kind, status });
    if (cause.dueAt !== null && status !== "missed")
      late.observe({ kind }, Math.max(0, startedAt - cause.dueAt) / 1000);
  };
  return (event) => {
    if (event.type === "run-finished") finished(event.run);
  };
}

function requestListener(counter: MakeCounter, histogram: MakeHistogram) {
  const requests = counter("jia_http_requests_total", "Requests that were answered.", ["route", "method", "status"]);
  const seconds = histogram(
    "jia_http_request_seconds",
    "From a request to its whole answer.",
    ["route"],
    REQUEST_BUCKETS,
  );
  return (request: { route: string | null; method: string; status: number; seconds: number | null }): void => {
    const { route, method, status } = request;
    requests.inc({ route: route ?? "none", method: METHODS.has(method) ? method : "other", status: String(status) });
    if (route !== null && request.seconds !== null) seconds.observe({ route }, request.seconds);
  };
}

/** Methods that routes have; a client may send any other word. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
