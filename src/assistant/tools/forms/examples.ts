import { ACTION_KINDS, CONDITION_KINDS, TRIGGER_KINDS } from "../../../automation/index.ts";
import { spacedJson } from "./spaced-json.ts";

/** Examples of parts, keyed by the type of the part. */
type Forms = Readonly<Record<string, string>>;

const TRIGGERS = withOthers(TRIGGER_KINDS, {
  time: '{"time": "07:00", "weekdays": ["mon"]}',
  sun: '{"sun": "sunset", "offset": "-30m"}',
  once: '{"once": "2026-12-24T18:00"}',
  interval: '{"every": "2h"}',
  property: '{"device": "HANDLE", "property": "contact-state", "to": true, "for": "5m"}',
  numeric: '{"device": "HANDLE", "property": "temperature", "above": 28, "for": "5m"}',
  event: '{"device": "HANDLE", "event": "remote.click", "arguments": {}}',
  availability: '{"device": "HANDLE", "online": false, "for": "5m"}',
  scene: '{"scene": "ID"}',
  webhook: '{"type": "webhook", "key": "8 to 100 letters"}',
  presence: '{"type": "presence", "person": "ID or anyone, everyone, nobody", "to": "home"}',
});
const CONDITIONS = withOthers(CONDITION_KINDS, {
  state: '{"device": "HANDLE", "property": "on", "is": true}',
  numeric: '{"device": "HANDLE", "property": "temperature", "above": 20, "below": 25}',
  mode: '{"type": "mode", "is": "away"}',
  presence: '{"type": "presence", "person": "ID or anyone, everyone, nobody", "is": "home"}',
  time: '{"after": "22:00", "before": "sunrise"}',
  weekday: '{"weekdays": ["sat", "sun"]}',
  date: '{"from": "06-01", "to": "08-31"}',
  sun: '{"sun": "down"}',
  quiet: '{"device": "HANDLE", "quiet": "10m"}',
  availability: '{"device": "HANDLE", "online": true}',
  all: '{"all": []}',
  any: '{"any": []}',
  not: '{"not": {}}',
});
/** What a wait waits for has many forms, so the usual actions are shown instead. */
const SHOWN_ACTIONS = ACTION_KINDS.filter(({ type }) => type !== "wait-for");
const ACTIONS = withOthers(SHOWN_ACTIONS, {
  set: '{"device": "HANDLE", "property": "on", "value": true}',
  invoke: '{"device": "HANDLE", "action": "start-sweep", "arguments": []}',
  scene: '{"scene": "ID"}',
  wait: '{"wait": "5m"}',
  "wait-until": '{"type": "wait-until", "condition": {}, "timeout": "10m"}',
  mode: '{"type": "mode", "mode": "night"}',
  say: '{"say": "TEXT"}',
  notify: '{"notify": "TEXT"}',
  if: '{"if": {}, "then": [], "else": []}',
  repeat: '{"repeat": 3, "do": []}',
  choose: '{"choose": [{"if": {}, "then": []}], "else": []}',
  stop: '{"stop": true}',
});
const STEPS: Forms = {
  set: '{"device": "HANDLE", "property": "brightness", "value": 30}',
  invoke: '{"device": "HANDLE", "action": "ACTION", "arguments": []}',
};
const PARTS: Readonly<Record<string, Forms>> = {
  triggers: TRIGGERS,
  conditions: CONDITIONS,
  condition: CONDITIONS,
  of: CONDITIONS,
  while: CONDITIONS,
  until: CONDITIONS,
  actions: ACTIONS,
  do: ACTIONS,
  else: ACTIONS,
  steps: STEPS,
};

/** Examples of other fields of an automation, keyed by field. */
const WHOLE: Forms = { until: '{"until": "2026-12-24"}', pausedUntil: '{"paused_until": "2026-12-24"}' };

/** Most examples of one answer; the usual types stand first. */
const MOST = 9;

/**
 * The example for a field of a draft, such as `actions[0].set` with an action of type set. Several examples of its list where the
 * type is unknown; "" for a field outside of all parts.
 */
export function exampleAt(field: string, draft: unknown): string {
  const whole = WHOLE[field];
  if (whole !== undefined) return whole;
  const path = field.split(/[.[\]]+/).filter((key) => key !== "");
  let at: unknown = draft;
  let found = "";
  for (const [index, key] of path.entries()) {
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined;
    const forms = PARTS[/^\d+$/.test(key) ? (path[index - 1] ?? "") : key];
    if (!forms) continue;
    const type = typeof at === "object" && at !== null && "type" in at ? String(at.type) : "";
    found = (Object.hasOwn(forms, type) ? forms[type] : undefined) ?? Object.values(forms).slice(0, MOST).join(" ");
  }
  return found;
}

/** The forms that models write best, in their order; behind them the examples of all other kinds. */
function withOthers(kinds: readonly { readonly type: string; readonly example: unknown }[], best: Forms): Forms {
  const others = kinds.filter(({ type }) => !Object.hasOwn(best, type));
  return { ...best, ...Object.fromEntries(others.map(({ type, example }) => [type, spacedJson(example)])) };
}
