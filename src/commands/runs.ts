import { z } from "zod";
import { PlannedBody, RunBody } from "../api/plan-schemas.ts";
import { JiaError } from "../home/index.ts";
import { JSON_FLAG, LIMIT_FLAG, limitOf, listing, localMoment, printer, say } from "./answer.ts";
import { defineCommand } from "./command.ts";
import { CONNECT_FLAGS, withJia } from "./connect.ts";
import { runCells, runTrace } from "./run-lines.ts";

/** What is planned, keyed by its kind. */
const KINDS = { timer: { en: "timer", zh: "定时器" }, automation: { en: "automation", zh: "自动化" } } as const;

export const runs = defineCommand({
  name: "runs",
  summary: {
    en: "What ran and how it went, what is planned, and why a device did something.",
    zh: "运行记录、待运行计划，以及设备动作的原因。",
  },
  usage: "[RUN | planned | why DEVICE [ADDRESS] | stop RUN]",
  examples: [
    "npm run jia -- runs --of hall-light",
    "npm run jia -- runs why living-heater",
    "npm run jia -- runs planned",
  ],
  positionals: { min: 0, max: 3 },
  flags: {
    of: {
      kind: "text",
      value: "ID",
      about: { en: "Only of this automation, scene or timer.", zh: "只看此自动化、场景或定时器。" },
    },
    status: {
      kind: "text",
      value: "STATUS",
      about: { en: "Only this status: failed, missed …", zh: "只看此状态：failed、missed 等。" },
    },
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb, name, address] }, context) {
    const { signal, language, style } = context;
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      if (verb === "planned") {
        const body = await client.get("/api/planned", z.object({ planned: z.array(PlannedBody) }), signal);
        const none = say(language, "Nothing is planned within a day.", "一天内没有计划。");
        const rows = body.planned.map(({ at, kind, name: called, often }) => [
          localMoment(at),
          KINDS[kind][language],
          `${called || say(language, "Timer", "定时器")}${often ? say(language, ", again and again", "（多次）") : ""}`,
        ]);
        const heading = language === "zh" ? ["时间", "类型", "名称"] : ["When", "Kind", "Name"];
        print(body, () => listing(none, heading, rows, style));
        return 0;
      }
      if (verb === "why") {
        if (name === undefined) throw new JiaError("usage", { detail: "runs why DEVICE [ADDRESS]" });
        const query = new URLSearchParams({ device: name, ...(address !== undefined && { address }) });
        const body = await client.get(`/api/why?${query}`, z.looseObject({ text: z.string() }), signal);
        print(body, () => [body.text]);
        return 0;
      }
      if (verb === "stop") {
        if (name === undefined) throw new JiaError("usage", { detail: "runs stop RUN" });
        const path = `/api/runs/${encodeURIComponent(name)}/stop`;
        const body = await client.send("POST", path, undefined, z.object({ stopped: z.string() }), signal);
        print(body, () => [say(language, `Stopped: ${name}`, `已停止：${name}`)]);
        return 0;
      }
      if (verb !== undefined) {
        const body = await client.get(`/api/runs/${encodeURIComponent(verb)}`, RunBody, signal);
        print(body, () => runTrace(body, context));
        return 0;
      }
      const query = new URLSearchParams({
        limit: limitOf(flags),
        ...(flags.of !== undefined && { of: flags.of }),
        ...(flags.status !== undefined && { status: flags.status }),
      });
      const body = await client.get(`/api/runs?${query}`, z.object({ runs: z.array(RunBody) }), signal);
      const none = say(language, "Nothing has run yet.", "还没有运行记录。");
      const heading =
        language === "zh"
          ? ["开始", "名称", "结果", "原因", "说明", "编号"]
          : ["Started", "Name", "Result", "Cause", "Note", "Run"];
      const rows = body.runs.map((run) => runCells(run, context));
      print(body, () => listing(none, heading, rows, style));
      return 0;
    });
  },
});
