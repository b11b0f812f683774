import { shownHost } from "../../automation/index.ts";
import { message } from "../../language/index.ts";
import type { Notice, Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { plainField, requireFormat, requireWebAddress, secretField } from "./fields.ts";
import { sendTo } from "./send.ts";

/** A webhook: any address that takes JSON. Its receiver decides what to do with an id that comes twice. */
export function webhookWay(outgoing: OutgoingPost): Way {
  return {
    name: "webhook",
    about: message("channels.webhook"),
    fields: [
      secretField("url", message("channels.urlField")),
      secretField("token", message("channels.bearerField"), false),
      plainField("once", message("channels.onceField"), "no"),
    ],
    repeats: ({ settings }) => (settings["once"] === "yes" ? "replaced" : "shown"),
    check(values) {
      requireWebAddress(values, "url", outgoing);
      requireFormat(values, "once", /^(?:yes|no)$/, message("channels.yesOrNo"));
    },
    host: ({ secrets }) => shownHost(secrets["url"] ?? ""),
    async send({ id, level, title, text, parts, at }, { secrets }, signal) {
      const { url = "", token } = secrets;
      const notices = parts.map((part) => noticeJson(part.notice, part.text));
      const body = JSON.stringify({ id, level, title, text, at: new Date(at).toISOString(), notices });
      const headers = {
        "content-type": "application/json",
        "idempotency-key": id,
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const judging = { host: shownHost(url), secrets: Object.values(secrets) };
      return await sendTo(outgoing, url, { headers, body, signal }, judging);
    },
  };
}

function noticeJson({ id, level, subject, source, device, room, at, count, endedAt }: Notice, text: string) {
  const ended = endedAt === null ? null : new Date(endedAt).toISOString();
  return { id, level, text, subject, source, device, room, at: new Date(at).toISOString(), count, ended };
}
