import { OpenAI } from "openai";
import { LocalAssistant } from "../src/assistant/local/index.ts";
import { ModelClient } from "../src/assistant/model/index.ts";
import { runLoop } from "../src/assistant/model/loop.ts";
import { TextStream } from "../src/assistant/model/text/text-stream.ts";
import { Evidence } from "../src/assistant/statements/evidence.ts";
import { StatementJudge } from "../src/assistant/statements/judge.ts";
import { createTools } from "../src/assistant/tools/index.ts";
import { prompts, simulatedHome } from "../test/support/assistant.ts";
import { calls, ModelServer, words } from "../test/support/model-server.ts";
import { type BenchRow, median } from "./row.ts";

/** Turns that are measured, after as many as it takes to warm up. */
const TURNS = 60;
const WARM_UP = 30;
/** The most that a round of the loop may take longer than a bare streamed call, in milliseconds. */
const LIMIT = 3;

const script = [
  calls([{ tool: "get_state", args: { room: "kitchen" } }], {
    reasoning: Array.from({ length: 20 }, (_, index) => ({ type: "reasoning.text", text: `step ${index} `, index: 0 })),
  }),
  calls([
    {
      tool: "set_properties",
      args: { writes: [{ device: "kitchen-ceiling", property: "light.on", value: "toggle" }] },
    },
  ]),
  words("The ceiling light in the kitchen is switched over; everything else in the kitchen stays as it was before."),
];

/** What a round of the loop (client, accumulator, tools, one write to a simulated device) adds to a bare streamed call. */
export async function run(): Promise<BenchRow[]> {
  const server = new ModelServer();
  await server.start();
  try {
    const bare: number[] = [];
    const loop: number[] = [];
    const turn = loopTurn(server.url);
    const client = new OpenAI({ apiKey: "sk-bench", baseURL: server.url, maxRetries: 0 });
    for (let n = 0; n < WARM_UP + TURNS; n += 1) {
      // In turn, so that both see the same state of the machine; with the same requests, so that both send the same bytes.
      server.play(...script);
      const measured = await timed(turn);
      const bodies = server.requests.map(({ body }) => body);
      server.play(...script);
      const baseline = await timed(() => bareCalls(client, bodies));
      if (n < WARM_UP) continue;
      loop.push(measured / script.length);
      bare.push(baseline / script.length);
    }
    const [value, baseline] = [median(loop), median(bare)];
    const added = value - baseline;
    return [
      { name: "model round: loop", value, unit: "ms", baseline, ratio: value / baseline },
      { name: "model round: what the loop adds", value: added, unit: "ms", limit: LIMIT, ok: added <= LIMIT },
    ];
  } finally {
    await server.stop();
  }
}

function loopTurn(url: string): () => Promise<void> {
  const { home, clock } = simulatedHome();
  const client = new ModelClient({ apiKey: "sk-bench", baseUrl: url, openRouter: true });
  const tools = createTools(home, prompts);
  const names = new LocalAssistant({ home, clock });
  names.start();
  const judge = new StatementJudge(names.index);
  return async () => {
    const { outcomes } = await runLoop({
      home,
      client,
      prompts,
      tools,
      context: { origin: { kind: "person" }, language: "en", room: null, now: clock.now() },
      signal: new AbortController().signal,
      messages: [{ role: "user", content: "switch the kitchen over" }],
      session: "bench",
      request: judge.requestOf("switch the kitchen over"),
      judge,
      evidence: new Evidence(Date.now()),
      limits: { rounds: 8, calls: 24, tokens: 1e6, cost: 1, seconds: 30 },
      patience: { retries: 0, backoff: 0, longestWait: 0 },
      listener: {
        text: new TextStream(
          () => {},
          () => {},
        ),
        call: () => {},
        outcome: () => {},
        notice: () => {},
      },
    });
    if (outcomes.length !== 1) throw new Error("the loop did not do its work");
  };
}

async function bareCalls(client: OpenAI, bodies: readonly object[]): Promise<void> {
  for (const body of bodies) {
    const stream = await client.chat.completions.create(body as OpenAI.ChatCompletionCreateParamsStreaming);
    let length = 0;
    for await (const chunk of stream) length += chunk.choices.length;
    if (length === 0) throw new Error("the stream was empty");
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
