import { countedNoun } from "./grammar.ts";

/** Tokens, sessions and links that sign in. */
export const access = {
  needsScope: ({ scope, has }: { scope: string; has: string | null }) =>
    `the token's scope is ${has ?? "none"}, and this needs ${scope}. Make one with: jia token create NAME --scope ${scope}`,
  onlySomeRooms: "the token is only for some rooms, and this concerns the whole home",
  otherRoom: 'the token is not for the room "{room}"',
  namesPeople: "only a token with the scope admin may ask for another person",
  moreThanOwn: ({ scope, has }: { scope: string; has: string }) =>
    `a token with the scope ${has} cannot make one with ${scope}`,
  tooMany: "there are {most} of them already; revoke those that nobody uses",
  sameName: 'a token is named "{name}" already',
  tokenNamed: 'token or session "{id}"',
  ownerFile: ({ path, problem }: { path: string; problem: string }) =>
    `the owner's token cannot be kept in ${path} (${problem})`,
  tls: ({ path, problem }: { path: string; problem: string }) =>
    `${path} is no certificate or key that can be used (${problem})`,
};

/** The page of a sign-in link. */
export const signInPage = {
  title: "Jia",
  ask: "Sign this browser in?",
  button: "Sign in",
  noCode: "Open a sign-in link. On the machine that runs Jia, type: jia sign-in",
  tooLate: "This link was used already, or is too old. For a new one, type on the machine that runs Jia: jia sign-in",
};

/** jia token: the tokens of programs. */
export const tokenCommand = {
  summary: "Make, list and revoke the tokens of programs.",
  details:
    "A token is shown once. Scopes: read (look), control (also command and talk), configure (also change scenes, automations, rooms and names), admin (all).",
  scope: "What it may do: read, control, configure or admin.",
  rooms: "The only rooms that it may see and command, separated by commas.",
  room: "The room where the program stands.",
  person: "The person as whom it acts.",
  days: "It ends after so many days.",
  badDays: "--days must be a whole number from 1 to 3650",
  created: ({ name }: { name: string }) => `The token "${name}", shown only now:`,
  revoked: ({ name }: { name: string }) => `The token "${name}" is revoked.`,
  none: "No tokens. Make one with: jia token create NAME --scope control",
  columns: { id: "Id", name: "Name", scope: "Scope", limits: "Only for", ends: "Ends", used: "Last used" },
  never: "never",
};

/** jia sign-in: links that sign browsers in. */
export const signInCommand = {
  summary: "Print a link and a QR code that sign a browser in.",
  details: "The link works once, for 15 minutes. With --person the browser acts as that person.",
  sessions: "List the browsers that are signed in.",
  end: "Sign the browser with this id out.",
  name: "A name for the browser, for the list of sessions.",
  open: ({ minutes }: { minutes: number }) =>
    `Open this link in a browser within ${countedNoun(minutes, "minute")}; it works once:`,
  onlyHere: "Jia listens only on this machine (server.host), so a phone cannot reach it.",
  ended: ({ name }: { name: string }) => `"${name}" is signed out.`,
  none: "No browser is signed in.",
  browser: "browser",
};
