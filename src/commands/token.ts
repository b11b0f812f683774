import { z } from "zod";
import { NewTokenBody, TokenBody } from "../api/resources/access.ts";
import { cleanText, JiaError } from "../home/index.ts";
import { message, messages, textOf } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand } from "./command.ts";
import { JSON_FLAG, listing, localMoment, printer, zoneLines } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";

const VERBS = ["list", "create", "revoke"];

const Listed = z.object({ tokens: z.array(TokenBody) });

/** The tokens of programs. */
export const token = defineCommand({
  name: "token",
  summary: message("tokenCommand.summary"),
  usage: "[list | create NAME | revoke ID]",
  details: message("tokenCommand.details"),
  examples: [
    'jia token create "Kitchen tablet" --scope control --rooms kitchen,hall',
    "jia token create grafana --scope read --days 365",
    "jia token revoke 4c83a1",
  ],
  places: [VERBS],
  positionals: { min: 0, max: 2 },
  flags: {
    scope: { kind: "text", value: "SCOPE", about: message("tokenCommand.scope") },
    rooms: { kind: "text", value: "ROOM,…", about: message("tokenCommand.rooms") },
    room: { kind: "text", value: "ROOM", about: message("tokenCommand.room") },
    person: { kind: "text", value: "PERSON", about: message("tokenCommand.person") },
    days: { kind: "text", value: "DAYS", about: message("tokenCommand.days") },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", given] }, context) {
    requireVerb("token", verb, VERBS);
    const { signal, language, style } = context;
    const words = messages(language).tokenCommand;
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      if (verb === "list") {
        const body = await client.get("/api/tokens", Listed, signal);
        const zone = await client.timezone(signal);
        const at = (moment: string | null) => (moment === null ? words.never : localMoment(moment, zone));
        const rows = body.tokens.map(({ id, name, scope, rooms, person, expiresAt, lastUsedAt }) => [
          cleanText(name),
          scope,
          [...(rooms ?? []), ...(person === null ? [] : [person])].join(", ") || "—",
          at(expiresAt),
          at(lastUsedAt),
          style.dim(id),
        ]);
        const { columns } = words;
        const heading = [columns.name, columns.scope, columns.limits, columns.ends, columns.used, columns.id];
        print(body, () => [
          ...listing(words.none, heading, rows, context, [1, 2, 3, 4, 5]),
          ...zoneLines(zone, rows, context),
        ]);
        return 0;
      }
      if (given === undefined) throw missingArgument(`token ${verb} ${verb === "create" ? "NAME" : "ID"}`);
      if (verb === "create") {
        const days = daysOf(flags.days);
        const asked = {
          name: given,
          ...(flags.scope !== undefined && { scope: flags.scope }),
          ...(flags.rooms !== undefined && { rooms: flags.rooms.split(/[,，、]/).map((room) => room.trim()) }),
          ...(flags.room !== undefined && { room: flags.room }),
          ...(flags.person !== undefined && { person: flags.person }),
          ...(days !== null && { days }),
        };
        const body = await client.send("POST", "/api/tokens", asked, NewTokenBody, signal);
        print(body, () => [words.created({ name: cleanText(body.token.name) }), "", `  ${body.secret}`, ""]);
        return 0;
      }
      const { tokens } = await client.get("/api/tokens", Listed, signal);
      const found = tokens.find(({ id, name }) => id === given || name === given);
      if (!found) throw new JiaError("not-found", { what: message("access.tokenNamed", { id: cleanText(given) }) });
      const path = `/api/tokens/${encodeURIComponent(found.id)}`;
      const body = await client.send("DELETE", path, undefined, z.object({ deleted: z.boolean() }), signal);
      print(body, () => [textOf(message("tokenCommand.revoked", { name: cleanText(found.name) }), language)]);
      return 0;
    });
  },
});

/** @throws JiaError `usage` */
function daysOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  const days = Number(given);
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return days;
  throw new JiaError("usage", { detail: message("tokenCommand.badDays") });
}
