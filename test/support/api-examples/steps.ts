/** One request for each operation of the API, in an order in which each finds what it needs: the examples of the document. */

/** The answers so far, keyed by operation. */
export type SeenAnswers = ReadonlyMap<string, unknown>;

/** What a request says. `path` may come from earlier answers. */
export interface ExampleStep {
  readonly operation: string;
  readonly path?: Readonly<Record<string, string>> | ((seen: SeenAnswers) => Readonly<Record<string, string>>);
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
}

const SCENE = {
  name: "Movie night",
  aliases: ["film night"],
  steps: [
    { target: "living-curtain", set: { "curtain.target-position": 0 } },
    { target: "living-floor-lamp", set: { "light.on": true, "light.brightness": 15 } },
  ],
};
const AUTOMATION = {
  name: "Evening light",
  triggers: [{ type: "time", at: "18:30" }],
  actions: [{ type: "set", target: "living-floor-lamp", set: { "light.on": true } }],
};
const HOOKED = { ...AUTOMATION, name: "Desk light", triggers: [{ type: "webhook", key: "desk-5hT9w2aQ81xYzK" }] };
const FILE = { text: JSON.stringify({ scenes: [{ id: "reading", ...SCENE, name: "Reading", aliases: [] }] }) };
const DINNER = { kind: "time", name: "dinner", clock: "18:30" };
const EMMA = { name: "Emma", aliases: ["Em"], role: "adult" };
const LAMP = { id: "living-floor-lamp" };
const SPAN = { from: "2026-01-01T00:00:00Z", to: "2099-01-01T00:00:00Z" };
const PUSH = {
  endpoint: "https://push.example.org/send/5hT9w2",
  keys: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
};

export const EXAMPLE_STEPS: readonly ExampleStep[] = [
  { operation: "getHealth" },
  { operation: "getReadiness" },
  { operation: "getIdentity" },
  { operation: "createToken", body: { name: "Kitchen tablet", scope: "control", rooms: ["kitchen"], days: 365 } },
  { operation: "listTokens" },
  { operation: "revokeToken", path: idIn("createToken", "token") },
  { operation: "createSignInLink", body: { name: "Emma's phone" } },
  { operation: "listSessions" },
  { operation: "endSession", path: (seen) => ({ id: String(at(seen.get("listSessions"), "sessions", 0, "id")) }) },
  { operation: "getHome" },
  { operation: "updateHome", body: { name: "Our flat" } },
  { operation: "listRooms" },
  { operation: "listFloors" },
  { operation: "createFloor", body: { name: "Attic", order: 3 } },
  { operation: "getFloor", path: { id: "attic" } },
  { operation: "updateFloor", path: { id: "attic" }, body: { aliases: ["loft"] } },
  { operation: "createRoom", body: { name: "Hobby room", floor: "attic" } },
  { operation: "getRoom", path: { id: "hobby-room" } },
  { operation: "updateRoom", path: { id: "hobby-room" }, body: { icon: "brush" } },
  { operation: "deleteRoom", path: { id: "hobby-room" } },
  { operation: "deleteFloor", path: { id: "attic" } },
  {
    operation: "createGroup",
    body: { name: "Reading lights", devices: ["living-floor-lamp", "living-ceiling-light"] },
  },
  { operation: "listGroups" },
  { operation: "getGroup", path: { id: "reading-lights" } },
  { operation: "updateGroup", path: { id: "reading-lights" }, body: { aliases: ["book lights"] } },
  { operation: "setGroupProperties", path: { id: "reading-lights" }, body: { properties: { "light.on": true } } },
  { operation: "deleteGroup", path: { id: "reading-lights" } },
  { operation: "listDevices", query: { room: "living", limit: 2 } },
  { operation: "getDevice", path: LAMP },
  { operation: "updateDevice", path: LAMP, body: { favourite: true, aliases: ["reading lamp"] } },
  { operation: "setProperties", path: LAMP, body: { properties: { "light.on": true, "light.brightness": 40 } } },
  { operation: "invokeAction", path: { id: "living-floor-lamp", action: "light.toggle" }, body: {} },
  { operation: "say", body: { text: "turn on the kitchen light" } },
  { operation: "listConversations" },
  { operation: "getConversation", path: conversation },
  { operation: "exportConversation", path: conversation, query: { format: "json" } },
  { operation: "deleteConversation", path: conversation },
  { operation: "listNotices" },
  { operation: "countUnreadNotices" },
  { operation: "markNoticesRead", body: {} },
  { operation: "setQuietTime", body: { until: "2099-01-01T07:00:00Z" } },
  { operation: "getQuietTime" },
  { operation: "listChannelWays" },
  { operation: "createChannel", body: { way: "ntfy", name: "Emma's phone", values: { topic: "family-5hT9w2" } } },
  { operation: "listChannels" },
  { operation: "getChannel", path: idIn("createChannel") },
  { operation: "updateChannel", path: idIn("createChannel"), body: { levels: ["alarm"], quiet: "22:00-07:00" } },
  { operation: "deleteChannel", path: idIn("createChannel") },
  { operation: "getPushKey" },
  { operation: "createPushSubscription", body: { ...PUSH, name: "Firefox" } },
  { operation: "deletePushSubscription", body: { endpoint: PUSH.endpoint } },
  { operation: "listCameras" },
  { operation: "getCameraStream", path: { id: "door" } },
  { operation: "getPairing" },
  { operation: "stopPairing" },
  { operation: "listSettings" },
  { operation: "createBackup", body: { history: false } },
  { operation: "listBackups" },
  { operation: "deleteBackup", path: idIn("createBackup") },
  { operation: "createMemory", body: DINNER },
  { operation: "listMemory" },
  { operation: "getMemory", path: idIn("createMemory") },
  { operation: "replaceMemory", path: idIn("createMemory"), body: { ...DINNER, clock: "19:00" } },
  { operation: "listMemoryChanges" },
  { operation: "deleteMemory", path: idIn("createMemory") },
  { operation: "applyMemory", body: { entries: [DINNER] } },
  { operation: "listModes" },
  { operation: "replaceMode", path: { id: "party" }, body: { name: "Party" } },
  { operation: "beginMode", path: { id: "party" } },
  { operation: "listModeChanges", query: SPAN },
  {
    operation: "replaceModes",
    body: {
      modes: [
        { id: "party", name: "Party" },
        { id: "work", name: "Work" },
      ],
    },
  },
  { operation: "deleteMode", path: { id: "work" } },
  { operation: "createPerson", body: EMMA },
  { operation: "listPeople" },
  { operation: "exportPeople" },
  { operation: "applyPeople", body: { people: [{ id: "emma", ...EMMA }], apply: false } },
  { operation: "getPerson", path: { id: "emma" } },
  { operation: "updatePerson", path: { id: "emma" }, body: { aliases: ["Em", "Mum"] } },
  { operation: "setPresence", path: { id: "emma" }, body: { home: true } },
  { operation: "listPresence", path: { id: "emma" }, query: SPAN },
  { operation: "createPersonToken", path: { id: "emma" }, body: { name: "phone" } },
  { operation: "listPersonTokens", path: { id: "emma" } },
  {
    operation: "revokePersonToken",
    path: (seen) => ({ id: "emma", token: String(at(seen.get("listPersonTokens"), "tokens", 0, "id")) }),
  },
  { operation: "setPin", path: { id: "emma" }, body: { pin: "4711" } },
  { operation: "getPersonData", path: { id: "emma" } },
  { operation: "erasePersonData", path: { id: "emma" } },
  { operation: "deletePerson", path: { id: "emma" } },
  { operation: "validateScene", body: SCENE },
  { operation: "createScene", body: SCENE },
  { operation: "listScenes" },
  { operation: "getScene", path: { id: "movie-night" } },
  { operation: "replaceScene", path: { id: "movie-night" }, body: { ...SCENE, aliases: ["cinema"] } },
  { operation: "previewScene", path: { id: "movie-night" }, body: {} },
  { operation: "activateScene", path: { id: "movie-night" }, body: {} },
  { operation: "undoScene", path: { id: "movie-night" } },
  { operation: "snapshotScene", body: { name: "Now", target: { room: "study" } } },
  { operation: "validateAutomation", body: AUTOMATION },
  { operation: "dryRunDefinition", body: AUTOMATION },
  { operation: "createAutomation", body: AUTOMATION },
  { operation: "listAutomations" },
  { operation: "getAutomation", path: { id: "evening-light" } },
  { operation: "updateAutomation", path: { id: "evening-light" }, body: { enabled: true } },
  { operation: "listDueTimes", path: { id: "evening-light" }, query: { count: 2 } },
  { operation: "dryRunAutomation", path: { id: "evening-light" } },
  { operation: "runAutomation", path: { id: "evening-light" }, body: {} },
  { operation: "replaceAutomation", path: { id: "desk-light" }, body: HOOKED },
  { operation: "callWebhook", path: { key: "desk-5hT9w2aQ81xYzK" } },
  { operation: "listRuns", query: { of: "evening-light" } },
  { operation: "getRun", path: (seen) => ({ id: String(at(seen.get("listRuns"), "runs", 0, "id")) }) },
  { operation: "explainState", query: { device: "living-floor-lamp", address: "light.on" } },
  { operation: "createTimer", body: { name: "Tea", duration: "4m" } },
  { operation: "listTimers" },
  { operation: "getTimer", path: idIn("createTimer") },
  { operation: "extendTimer", path: idIn("createTimer"), body: { duration: "2m" } },
  { operation: "pauseTimer", path: idIn("createTimer") },
  { operation: "resumeTimer", path: idIn("createTimer") },
  { operation: "listPlans" },
  { operation: "listPlanned" },
  { operation: "cancelTimer", path: idIn("createTimer") },
  { operation: "validateDefinitions", body: FILE },
  { operation: "compareDefinitions", body: FILE },
  { operation: "importDefinitions", body: FILE },
  { operation: "exportDefinitions", query: { form: "json" } },
  { operation: "deletePlan", path: { kind: "automation", id: "desk-light" } },
  { operation: "deleteAutomation", path: { id: "evening-light" } },
  { operation: "deleteScene", path: { id: "movie-night" } },
  { operation: "listAudit", query: { limit: 2 } },
  { operation: "listSeries", query: { limit: 2 } },
  { operation: "getHistory", query: { device: "living-floor-lamp", property: "light.brightness" } },
  { operation: "getStateDurations", query: { device: "living-floor-lamp", property: "light.on" } },
  { operation: "exportHistory", query: { device: "living-floor-lamp", property: "light.on", format: "json" } },
  { operation: "getEnergy" },
  { operation: "deleteHistory", query: { device: "living-floor-lamp" } },
  { operation: "listModels" },
  { operation: "getModel", path: { id: "jia" } },
  {
    operation: "createChatCompletion",
    body: { model: "jia", messages: [{ role: "user", content: "turn on the tv" }] },
  },
  { operation: "createResponse", body: { model: "jia", input: "turn off the tv" } },
];

function conversation(seen: SeenAnswers): Record<string, string> {
  return { id: String(at(seen.get("say"), "conversation")) };
}

/** The id in the answer of an earlier operation. */
function idIn(operation: string, ...place: readonly string[]) {
  return (seen: SeenAnswers) => ({ id: String(at(seen.get(operation), ...place, "id")) });
}

function at(value: unknown, ...place: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of place) found = (found as Record<string | number, unknown> | undefined)?.[key];
  return found;
}
