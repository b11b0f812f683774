import { renderUnicodeCompact } from "uqr";
import { z } from "zod";
import { SignInLinkBody, TokenBody } from "../api/resources/access.ts";
import { cleanText } from "../home/index.ts";
import { message, messages, textOf } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand } from "./command.ts";
import { JSON_FLAG, listing, localMoment, printer, zoneLines } from "./line/answer.ts";

/** How long a link counts, in minutes, as the help says it. */
const MINUTES = 15;

const Listed = z.object({ sessions: z.array(TokenBody) });

/** Signs browsers in and out. */
export const signIn = defineCommand({
  name: "sign-in",
  summary: message("signInCommand.summary"),
  usage: "",
  details: message("signInCommand.details"),
  examples: ["jia sign-in", 'jia sign-in --person emma --name "Emma\'s phone"', "jia sign-in --sessions"],
  positionals: { min: 0, max: 0 },
  flags: {
    person: { kind: "text", value: "PERSON", about: message("tokenCommand.person") },
    scope: { kind: "text", value: "SCOPE", about: message("tokenCommand.scope") },
    name: { kind: "text", value: "NAME", about: message("signInCommand.name") },
    sessions: { kind: "switch", about: message("signInCommand.sessions") },
    end: { kind: "text", value: "ID", about: message("signInCommand.end") },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags }, context) {
    const { signal, language, style } = context;
    const words = messages(language).signInCommand;
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      if (flags.end !== undefined) {
        const { sessions } = await client.get("/api/sessions", Listed, signal);
        const name = sessions.find(({ id }) => id === flags.end)?.name ?? flags.end;
        const path = `/api/sessions/${encodeURIComponent(flags.end)}`;
        const body = await client.send("DELETE", path, undefined, z.object({ deleted: z.boolean() }), signal);
        print(body, () => [textOf(message("signInCommand.ended", { name: cleanText(name) }), language)]);
        return 0;
      }
      if (flags.sessions) {
        const body = await client.get("/api/sessions", Listed, signal);
        const zone = await client.timezone(signal);
        const { columns, never } = messages(language).tokenCommand;
        const rows = body.sessions.map(({ id, name, scope, person, lastUsedAt }) => [
          cleanText(name),
          scope,
          person ?? "—",
          lastUsedAt === null ? never : localMoment(lastUsedAt, zone),
          style.dim(id),
        ]);
        const heading = [columns.name, columns.scope, columns.limits, columns.used, columns.id];
        print(body, () => [
          ...listing(words.none, heading, rows, context, [1, 2, 3, 4]),
          ...zoneLines(zone, rows, context),
        ]);
        return 0;
      }
      const asked = {
        name: flags.name ?? words.browser,
        ...(flags.person !== undefined && { person: flags.person }),
        ...(flags.scope !== undefined && { scope: flags.scope }),
      };
      const body = await client.send("POST", "/api/sign-in-links", asked, SignInLinkBody, signal);
      print(body, () => [
        ...(body.onlyHere ? [style.warn(words.onlyHere), ""] : []),
        words.open({ minutes: MINUTES }),
        "",
        `  ${style.accent(body.url)}`,
        "",
        ...qrLines(body.url),
      ]);
      return 0;
    });
  },
});

/** The lines of a QR code of a link, indented. */
export function qrLines(link: string): string[] {
  return renderUnicodeCompact(link)
    .split("\n")
    .map((line) => `  ${line}`);
}
