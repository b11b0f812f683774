import { shownHost } from "../../automation/index.ts";
import { message } from "../../language/index.ts";
import type { Sent, Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { plainField, requireFormat, requireWebAddress, secretField, urlBelow } from "./fields.ts";
import { jsonTextField, sendTo } from "./send.ts";

/** Telegram: a bot writes to a chat (core.telegram.org/bots/api#sendmessage). What is sent twice is shown twice. */
export function telegramWay(outgoing: OutgoingPost): Way {
  return {
    name: "telegram",
    about: message("channels.telegram"),
    fields: [
      plainField("server", message("channels.serverField"), "https://api.telegram.org"),
      secretField("token", message("channels.botTokenField")),
      plainField("chat", message("channels.chatField")),
    ],
    repeats: () => "shown",
    check(values) {
      requireWebAddress(values, "server", outgoing);
      requireFormat(values, "token", /^\d{1,20}:[\w-]{20,100}$/, message("channels.telegramToken"));
      requireFormat(values, "chat", /^(?:-?\d{1,20}|@\w{3,64})$/, message("channels.telegramChat"));
    },
    host: ({ settings }) => shownHost(settings["server"] ?? ""),
    async send({ level, title, text, link }, { settings, secrets }, signal) {
      const { token = "" } = secrets;
      let retryAfterMs: number | null = null;
      const body = JSON.stringify({
        chat_id: settings["chat"],
        text: [title, text, ...(link === null ? [] : [link])].join("\n"),
        disable_notification: level === "info",
        link_preview_options: { is_disabled: true },
      });
      const sent = await sendTo(
        outgoing,
        urlBelow(settings["server"] ?? "", `bot${token}/sendMessage`),
        { headers: { "content-type": "application/json" }, body, signal },
        {
          host: shownHost(settings["server"] ?? ""),
          detail: (answer) => {
            retryAfterMs = retryAfterIn(answer);
            return jsonTextField(answer, "description");
          },
          secrets: Object.values(secrets),
        },
      );
      return withRetryAfter(sent, retryAfterMs);
    },
  };
}

/** The result with the wait that Telegram asks for in its answer. */
function withRetryAfter(sent: Sent, afterMs: number | null): Sent {
  return sent.kind === "failed" && afterMs !== null ? { ...sent, afterMs } : sent;
}

function retryAfterIn(answer: string): number | null {
  const seconds = /"retry_after"\s*:\s*(\d{1,6})\b/.exec(answer)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
