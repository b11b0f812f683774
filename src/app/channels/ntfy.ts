import { shownHost } from "../../automation/index.ts";
import type { NoticeLevel } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { plainField, requireFormat, requireWebAddress, secretField, urlBelow } from "./fields.ts";
import { jsonTextField, sendTo } from "./send.ts";

/** ntfy's priorities, 1 to 5; 3 is usual, 5 rings repeatedly. */
const PRIORITIES: Readonly<Record<NoticeLevel, number>> = { info: 3, warning: 4, alarm: 5 };
/** Short codes of emoji in front of the title. */
const TAGS: Readonly<Record<NoticeLevel, readonly string[]>> = {
  info: [],
  warning: ["warning"],
  alarm: ["rotating_light"],
};

/**
 * ntfy: publishes as JSON (docs.ntfy.sh/publish). A server of version 2.16 or newer replaces a message with the same
 * sequence id.
 */
export function ntfyWay(outgoing: OutgoingPost): Way {
  return {
    name: "ntfy",
    about: message("channels.ntfy"),
    fields: [
      plainField("server", message("channels.serverField"), "https://ntfy.sh"),
      secretField("topic", message("channels.topicField")),
      secretField("token", message("channels.tokenField"), false),
    ],
    repeats: () => "learned",
    check(values) {
      requireWebAddress(values, "server", outgoing);
      requireFormat(values, "topic", /^[-_A-Za-z0-9]{1,64}$/, message("channels.topicForm"));
    },
    host: ({ settings }) => shownHost(settings["server"] ?? ""),
    async send({ id, level, title, text, act, link }, { settings, secrets }, signal) {
      const { topic = "", token } = secrets;
      let answered = "";
      const body = JSON.stringify({
        topic,
        title,
        message: text,
        priority: PRIORITIES[level],
        tags: TAGS[level],
        sequence_id: id,
        ...(link !== null && { click: link }),
        // The action only opens a page, so that nothing happens without a person.
        ...(link !== null && act !== null && { actions: [{ action: "view", label: act, url: link }] }),
      });
      const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
      const sent = await sendTo(
        outgoing,
        urlBelow(settings["server"] ?? "", ""),
        { headers, body, signal },
        {
          host: shownHost(settings["server"] ?? ""),
          detail: (answer) => jsonTextField(answer, "error"),
          taken: (answer) => {
            answered = answer;
            return true;
          },
          secrets: Object.values(secrets),
        },
      );
      return sent.kind === "sent" ? { kind: "sent", replaces: jsonTextField(answered, "sequence_id") === id } : sent;
    },
  };
}
