/**
 * The dialect `miot` (docs/mqtt-miot.md). `dialect.ts` translates; `messages.ts` has the shapes on the wire, `topics.ts`
 * the topics, `requests.ts` joins answers with requests, `specs.ts`, `rooms.ts` and `early.ts` read announcements,
 * `reachability.ts` knows who is online, `repeats.ts` keeps events from happening twice, `codes.ts` says what result
 * codes mean.
 */
export { MIOT_CODE, statusOfCode } from "./codes.ts";
export { MiotDialect, type MiotOptions } from "./dialect.ts";
