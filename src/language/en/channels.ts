import { grammar } from "./grammar.ts";

/** Channels of notices: their fields, and why they fail. */
export const channels = {
  named: 'channel "{id}"',
  subscriptionNamed: "such subscription",
  personNamed: 'person "{id}"',
  exists: 'There is a channel "{id}" already',
  tooMany: "There are {most} channels already. Remove one first",
  ofFile: 'The channel "{id}" stands in jia.yaml. Change it there and start Jia again',
  needsName: "give the channel a name",
  needsLevel: "give at least one level: info, warning, alarm",
  needsHours: "give quiet hours as 22:00-07:00",
  noWay: ({ way, near, known }: { way: string; near: string | null; known: readonly string[] }) =>
    `"${way}" is no way to send notices${near === null ? "." : `, did you mean "${near}"?`} The ways are: ${known.join(", ")}`,
  noField: ({ way, field, near, known }: UnknownFieldValues) =>
    `${way} has no setting "${field}"${near === null ? "." : `, did you mean "${near}"?`} It has: ${grammar.list(known, "and")}`,
  needsField: "{way} needs {field}",
  secretsAnew: ({ fields }: { fields: readonly string[] }) =>
    `another receiver gets no secrets of the present one: give ${grammar.list(fields, "and")} anew`,
  badField: "{field} has another form",
  /** The expected form of a field. */
  mustBe: ({ field, what }: { field: string; what: string }) => `${field} must be ${what}`,
  webAddress: "a web address (https://…)",
  notEncrypted: "{host} is not encrypted. Use https, or add its origin to policy.outgoing",
  topicForm: "1 to 64 letters, digits, - and _",
  telegramToken: "the token that @BotFather gave you (123456:ABC…)",
  telegramChat: "the number of a chat, or @name of a channel",
  barkKey: "the key from the Bark app (letters and digits)",
  yesOrNo: "yes or no",
  subscription: "the part of a browser's push subscription with this name",
  onlyOwn: "only an adult of this home may manage the channels of others",
  onlySubscribed: "a browser subscribes by itself: open Jia there and switch notices on",

  /** A description of each provider. */
  ntfy: "ntfy (Android, iPhone, desktop; own server possible)",
  telegram: "Telegram bot",
  bark: "Bark (iPhone)",
  webhook: "web address that takes JSON",
  push: "browser (web push)",
  /** A description of each field. */
  serverField: "address of the server",
  topicField: "topic, which is as good as a password",
  tokenField: "access token",
  botTokenField: "token of the bot",
  chatField: "chat that the bot writes to",
  keyField: "key of the device",
  urlField: "address to which the JSON is sent",
  bearerField: "token that is sent along (Authorization: Bearer …)",
  onceField: "yes: the receiver ignores a message whose id it knows",
  endpointField: "address of the subscription",
  p256dhField: "key of the subscription",
  authField: "secret of the subscription",

  /** Why a message was refused. */
  answered: ({ host, status, detail }: { host: string; status: number; detail: string }) =>
    `${host} answers ${status}${detail === "" ? "" : ` (${detail})`}`,
  wrongSecret: ({ host, status, detail }: { host: string; status: number; detail: string }) =>
    `${host} refuses the key or token (${status}${detail === "" ? "" : `, ${detail}`})`,
  noAnswer: "{host} does not answer",
  noConnection: "{host} accepts no connection",
  noSuchHost: "the name {host} is unknown",
  badCertificate: "the certificate of {host} is not valid",
  interrupted: "the connection to {host} broke",
  tooManyRequests: "{host} gets too many messages from here",
  mistake: "it could not be sent",

  /** In /ready and in the doctor's report. */
  failing: ({ names }: { names: readonly string[] }) =>
    `notices do not arrive by ${grammar.list(names, "and")}. See "jia notices channels"`,
  unreadable: 'the channel "{name}" of jia.yaml cannot be used: {detail}',
  openSecret: "{field} is secret. Put it into an environment variable and name that under secrets",
  noVariable: "the environment variable {variable} is not set",
};

export interface UnknownFieldValues {
  readonly way: string;
  readonly field: string;
  readonly near: string | null;
  readonly known: readonly string[];
}
