import { z } from "zod";
import { ConversationBody, ExchangeBody } from "../api/conversation-json.ts";
import { cleanText } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { resolveConversation } from "./files/conversations.ts";
import {
  idBeginning,
  JSON_FLAG,
  LIMIT_FLAG,
  limitParameter,
  listing,
  localMoment,
  printer,
  shortIds,
  zoneLines,
} from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";

const VERBS = ["list", "show", "delete", "export"];

const Listed = z.object({ conversations: z.array(ConversationBody) });
const Shown = z.object({ exchanges: z.array(ExchangeBody) });

export const conversations = defineCommand({
  name: "conversations",
  summary: message("conversations.summary"),
  usage: "[list | show ID | delete ID | export ID]",
  details: message("conversations.details"),
  examples: ["jia conversations", "jia conversations export 4c83a1 > talk.md"],
  places: [VERBS],
  positionals: { min: 0, max: 2 },
  flags: { ...LIMIT_FLAG, ...JSON_FLAG, ...CONNECT_FLAGS },
  run({ flags, positionals: [verb = "list", given] }, context) {
    requireVerb("conversations", verb, VERBS);
    const { signal, language, stdout, style } = context;
    const { conversations: words } = messages(language);
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      if (verb === "list") {
        const path = `/api/conversations?limit=${encodeURIComponent(limitParameter(flags))}`;
        const body = await client.get(path, Listed, signal);
        const zone = await client.timezone(signal);
        const short = shortIds(body.conversations.map(({ id }) => id));
        const rows = body.conversations.map(({ id, title, turns, person, to }) => [
          title,
          `${turns}`,
          person ?? "—",
          localMoment(to, zone),
          style.dim(short(id)),
        ]);
        print(body, () => [
          ...listing(words.none, words.heading, rows, context, [1, 2, 3, 4]),
          ...zoneLines(zone, rows, context),
        ]);
        return 0;
      }
      if (given === undefined) throw missingArgument(`conversations ${verb} ID`);
      const path = `/api/conversations/${encodeURIComponent(await wholeId(client, given, context))}`;
      switch (verb) {
        case "delete": {
          const body = await client.send("DELETE", path, undefined, z.object({ deleted: z.number() }), signal);
          print(body, () => [words.deleted({ turns: body.deleted })]);
          return 0;
        }
        case "export": {
          const format = flags.json ? "json" : "markdown";
          for await (const piece of client.pieces(`${path}/export?format=${format}`, signal)) stdout.write(piece);
          if (flags.json) stdout.write("\n");
          return 0;
        }
        case "show": {
          const body = await client.get(`${path}?limit=200`, Shown, signal);
          const zone = await client.timezone(signal);
          print(body, () =>
            body.exchanges.flatMap(({ at, person, text, reply }) => [
              `${style.dim(localMoment(at, zone))}  ${style.bold(cleanText(person ?? words.somebody))}: ${cleanText(text)}`,
              `  ${words.jia}: ${reply}`,
            ]),
          );
          return 0;
        }
        default:
          throw missingArgument("conversations VERB");
      }
    });
  },
});

/** The id of `last`, or with the given beginning among the last two hundred; the text itself when it begins none. */
async function wholeId(client: Client, start: string, { env, signal }: CommandContext): Promise<string> {
  if (start === "last") return await resolveConversation(env, client.address, start);
  const { conversations: last } = await client.get("/api/conversations?limit=200", Listed, signal);
  const ids = last.map(({ id }) => id);
  return idBeginning(start, ids) ?? start;
}
