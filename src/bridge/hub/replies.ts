import type { Value } from "../../home/index.ts";
import type { DialectOutput, Reply, ReplyItem } from "../dialect.ts";
import { statusOfCode } from "../miot/codes.ts";
import { ActionReply, bareValue, GetReply, RunSceneReply, SetReply } from "./payloads.ts";
import type { HubRequest } from "./requests.ts";

type CommandRequest = Extract<HubRequest, { readonly request: string }>;

/** Codes that say that the hub's list is out of date: the device is gone or off. */
const GONE: ReadonlySet<number> = new Set([-704010000, -704042011, -704042001, -704090001]);
/** The hub gave up waiting for its device, which may still do it: no answer to the command, but its timeout or a report. */
const TIMEOUTS: ReadonlySet<number> = new Set([-704_083_036, -704_053_036, -10_006]);
/** The client's own code for a reply that makes no sense. */
const BAD_REPLY = -10_040;

/** The value of an answered read: null when the device does not know it, undefined when the read failed. */
export function readValue(payload: unknown): Value | null | undefined {
  const reply = GetReply.safeParse(payload);
  return reply.success ? reply.data.value : undefined;
}

/** The bridge's reply to a command, from the hub's reply. */
export function replyTo(request: CommandRequest, payload: unknown, topic: string): readonly DialectOutput[] {
  switch (request.kind) {
    case "set":
      return setReply(request, payload, topic);
    case "invoke": {
      const reply = ActionReply.safeParse(payload);
      const code = reply.data?.error?.code ?? reply.data?.result?.code ?? BAD_REPLY;
      if (TIMEOUTS.has(code)) return [];
      const out = (reply.data?.result?.out ?? []).flatMap((item) => bareValue(item)?.value ?? []);
      const item = itemOf(code);
      return [answer(request, [item.status === "ok" ? { status: "ok", out } : item])];
    }
    case "run-scene": {
      const reply = RunSceneReply.safeParse(payload);
      const done = reply.success && reply.data.result !== undefined;
      return [answer(request, [itemOf(reply.data?.error?.code ?? (done ? 0 : BAD_REPLY))])];
    }
    default:
      return request satisfies never;
  }
}

/** Whether a reply says that the device is gone, so that the list should be asked for. */
export function isDeviceGone(outputs: readonly DialectOutput[]): boolean {
  return outputs.some(
    (output) =>
      output.kind === "reply" &&
      output.items.some((item) => item.status === "offline" || (item.status === "error" && GONE.has(item.code))),
  );
}

/** Code 0 is the device's word and not its state: what it made of the values comes as a report, or is asked for. */
function setReply(
  request: Extract<CommandRequest, { kind: "set" }>,
  payload: unknown,
  topic: string,
): readonly DialectOutput[] {
  const reply = SetReply.safeParse(payload);
  const { result, error } = reply.data ?? {};
  const items = request.writes.map(({ property: { siid, piid, access }, value }, index): ReplyItem => {
    const found = result?.find((each) => each.siid === siid && each.piid === piid) ?? result?.[index];
    const item = itemOf(error?.code ?? found?.code ?? BAD_REPLY);
    // What cannot be read back, and is not reported when it stays as it is, is taken at the device's word.
    return item.status === "ok" && !access.read ? { status: "ok", value } : item;
  });
  const outputs: DialectOutput[] = [answer(request, items)];
  if (!reply.success) outputs.push({ kind: "problem", code: "malformed-reply", topic, detail: "set_properties" });
  return outputs;
}

function answer({ request }: CommandRequest, items: readonly ReplyItem[]): Reply {
  return { kind: "reply", request, items };
}

function itemOf(code: number): ReplyItem {
  if (TIMEOUTS.has(code)) return { status: "pending" };
  const status = statusOfCode(code);
  return status === "error" ? { status, code } : { status };
}
