import type { Messages } from "../../../src/language/index.ts";
import { capital } from "./grammar.ts";

export const why: Messages["why"] = {
  explained: ({ name, done, moment, who, unknown }) =>
    `${capital(name)}: ${done.join(", ")}, ${moment}, ${who}${unknown ? "; gesendet wurde es, was daraus wurde, ist nicht bekannt" : ""}.`,
  otherwise: ({ name, done, moment, who, unknown }) =>
    `${capital(name)}: Das habe ich nicht vermerkt. Zuletzt war es ${done.join(", ")}, ${moment}, ${who}${unknown ? "; gesendet wurde es, was daraus wurde, ist nicht bekannt" : ""}.`,
  did: (deed) => {
    switch (deed.kind) {
      case "power":
        return deed.on ? "eingeschaltet" : "ausgeschaltet";
      case "moved":
        return deed.open ? "geöffnet" : "geschlossen";
      case "locked":
        return deed.locked ? "abgeschlossen" : "aufgeschlossen";
      case "switched":
        return `${deed.property} ${deed.on ? "eingeschaltet" : "ausgeschaltet"}`;
      case "set":
        return `${deed.property} auf ${deed.value} gestellt`;
      case "act":
        return deed.action || deed.act;
      case "action":
        return deed.name;
      default:
        return deed satisfies never;
    }
  },
  notDone: "Davon weiß ich nichts ({name}).",
  notByJia:
    "Das war nicht Jia ({name}): es kam von Hand, von einer anderen App oder ist länger her, als ich mir merke.",
};

export const causes: Messages["causes"] = {
  byHand: ({ by, detail }) => `von Hand gestartet${by && ` ${by}`}${more(detail)}`,
  dryRun: "ein Probelauf: nichts wurde gesendet",
  undone: "rückgängig gemacht",
  timeUp: ({ detail }) => `die Zeit war um${more(detail)}`,
  automation: ({ name, detail }) => `die Automation „${name}“${more(detail)}`,
  trigger: ({ trigger, detail }) => `${trigger}${more(detail)}`,
  due: "nach Zeitplan, fällig {moment}",
  webhook: "der Webhook wurde aufgerufen",
  scene: "eine Szene wurde aktiviert",
  message: "eine MQTT-Nachricht",
  mode: "der Modus des Zuhauses hat gewechselt",
  presence: "jemand kam oder ging",
  startup: "Jia ist gestartet",
  device: "ein Gerät hat sich geändert",
  timer: "Timer",
  byPerson: "durch {name}",
  bySomebody: "durch jemanden",
  byYou: "durch dich",
  inConversation: "in einem Gespräch",
  saying: "weil jemand „{text}“ gesagt hat",
  youSaying: "weil du „{text}“ gesagt hast",
  byApi: ({ client }) => `über die API${more(client)}`,
  byCommandLine: "auf der Kommandozeile",
  byMcp: ({ client }) => `über MCP${more(client)}`,
  byScene: "durch die Szene „{scene}“",
  bySceneRun: "durch die Szene „{scene}“ ({cause})",
  bySceneUndone: "weil die Szene „{scene}“ zurückgenommen wurde",
  byAutomation: "durch die Automation „{automation}“",
  byAutomationRun: "durch die Automation „{automation}“ ({cause})",
  byTimer: "weil der Timer abgelaufen ist",
  byTimerNamed: "weil der Timer „{timer}“ abgelaufen ist",
};

function more(detail: string): string {
  return detail && ` (${detail})`;
}
