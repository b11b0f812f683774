import type { FastifyInstance } from "fastify";
import type { AssistantPort } from "../src/api/index.ts";
import { Conversations } from "../src/assistant/conversations.ts";
import { LocalAssistant } from "../src/assistant/local/index.ts";
import { Assistant } from "../src/assistant/turn.ts";
import { systemClock } from "../src/home/index.ts";
import { openAiErrors, openAiResource } from "../src/openai/index.ts";
import { listening, testApiOn } from "../test/support/api.ts";
import { simulatedHome } from "../test/support/assistant.ts";
import { type BenchRow, compared, median } from "./row.ts";

const ROUNDS = 120;
const WARMING = 40;
/** The most milliseconds from the release of the first sentence to its bytes at the client. */
const LIMIT_MS = 5;
/** The most that a turn through the endpoint may take of the time of one through the API of Jia. */
const LIMIT_RATIO = 1.5;

/** How soon a released sentence is at the client of `/v1/chat/completions`, and what a whole local turn takes there. */
export async function run(): Promise<BenchRow[]> {
  const { home } = simulatedHome();
  const local = new LocalAssistant({ home, clock: systemClock });
  local.start();
  const conversations = new Conversations({ clock: systemClock });
  const assistant = new Assistant({ home, clock: systemClock, conversations, local, model: null });
  /** When the assistant last released text, in milliseconds of `performance`. */
  let releasedAt = 0;
  const watched: AssistantPort = {
    async *run(request, signal) {
      for await (const event of assistant.run(request, signal)) {
        if (event.type === "text") releasedAt = performance.now();
        yield event;
      }
    },
  };
  let minutes = 0;
  const clock = {
    now: () => {
      // Each look is in another minute, so that no rate holds the bench back.
      minutes += 1;
      return systemClock.now() + 60_000 * minutes;
    },
  };
  const app: FastifyInstance = await testApiOn(home, clock, {
    assistant: watched,
    errorForms: [openAiErrors],
    resources: [openAiResource.bind({ home, clock, assistant: watched })],
  });
  const url = await listening(app);
  const inProcess: number[] = [];
  const atClient: number[] = [];
  const through: number[] = [];
  const direct: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = `turn ${round % 2 === 0 ? "on" : "off"} the floor lamp`;
    const asked = { model: "jia", stream: true, messages: [{ role: "user", content: text }] };
    const sentAt = await firstText(await post(`${url}/v1/chat/completions`, asked), '"content":"The');
    const released = sentAt - releasedAt;
    const endpoint = await whole(`${url}/v1/chat/completions`, { ...asked, stream: false, user: `bench-${round}` });
    const api = await whole(`${url}/api/assistant`, { text, conversation: `bench-${round}` });
    const passed = await passing(watched, text, () => releasedAt);
    if (round < WARMING) continue;
    atClient.push(released);
    inProcess.push(passed);
    through.push(endpoint);
    direct.push(api);
  }
  await app.close();
  local.stop();
  const value = median(atClient);
  const baseline = median(inProcess);
  return [
    {
      ...{ name: "a released sentence at the client of /v1", value, unit: "ms" },
      ...{ limit: LIMIT_MS, ok: value <= LIMIT_MS },
    },
    { name: "the same at a reader in the process", value: baseline, unit: "ms" },
    compared(
      "a local turn through /v1, against POST /api/assistant",
      median(through),
      median(direct),
      "ms",
      LIMIT_RATIO,
    ),
  ];
}

async function post(url: string, body: object): Promise<Response> {
  return await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** From a request to the end of its answer, in milliseconds. */
async function whole(url: string, body: object): Promise<number> {
  const began = performance.now();
  const answer = await post(url, body);
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return performance.now() - began;
}

/** Reads a stream to its end. @returns when the text was first there, in milliseconds of `performance` */
async function firstText({ body }: Response, wanted: string): Promise<number> {
  if (body === null) throw new Error("no stream");
  let all = "";
  let at = 0;
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    all += piece;
    if (at === 0 && all.includes(wanted)) at = performance.now();
  }
  if (at === 0) throw new Error(`no answer: ${all}`);
  return at;
}

/** From the release of text to its reader, without HTTP, in milliseconds. */
async function passing(assistant: AssistantPort, text: string, released: () => number): Promise<number> {
  let at = 0;
  for await (const event of assistant.run({ text }, new AbortController().signal)) {
    if (event.type === "text" && at === 0) at = performance.now() - released();
  }
  return at;
}
