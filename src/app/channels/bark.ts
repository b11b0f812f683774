import { shownHost } from "../../automation/index.ts";
import type { NoticeLevel } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { plainField, requireFormat, requireWebAddress, secretField, urlBelow } from "./fields.ts";
import { jsonTextField, sendTo } from "./send.ts";

/** Interruption levels of an iPhone; `critical` also rings while it is muted. */
const LEVELS: Readonly<Record<NoticeLevel, string>> = { info: "active", warning: "timeSensitive", alarm: "critical" };

/** Bark: JSON to /push of a bark-server (bark.day.app). The app replaces a message that comes with the same id. */
export function barkWay(outgoing: OutgoingPost): Way {
  return {
    name: "bark",
    about: message("channels.bark"),
    fields: [
      plainField("server", message("channels.serverField"), "https://api.day.app"),
      secretField("key", message("channels.keyField")),
    ],
    repeats: () => "replaced",
    check(values) {
      requireWebAddress(values, "server", outgoing);
      requireFormat(values, "key", /^[A-Za-z0-9_-]{8,64}$/, message("channels.barkKey"));
    },
    host: ({ settings }) => shownHost(settings["server"] ?? ""),
    async send({ id, level, title, text, link }, { settings, secrets }, signal) {
      const body = JSON.stringify({
        device_key: secrets["key"],
        id,
        title,
        body: text,
        level: LEVELS[level],
        group: "Jia",
        ...(link !== null && { url: link }),
      });
      return await sendTo(
        outgoing,
        urlBelow(settings["server"] ?? "", "push"),
        { headers: { "content-type": "application/json; charset=utf-8" }, body, signal },
        {
          host: shownHost(settings["server"] ?? ""),
          detail: (answer) => jsonTextField(answer, "message"),
          // The code in the body counts, because old servers always answer with status 200.
          taken: (answer) => !/"code"\s*:\s*(?!200\b)\d{3}\b/.test(answer),
          secrets: Object.values(secrets),
        },
      );
    },
  };
}
