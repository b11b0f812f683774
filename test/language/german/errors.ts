import { type Messages, messages } from "../../../src/language/index.ts";

/** What people meet at home; operators read the rest in English. */
export const errors: Messages["errors"] = {
  ...messages("en").errors,
  "unknown-device": ({ device }) =>
    `Ein Gerät „${device}“ gibt es nicht. Alle zeigt „jia devices“ oder GET /api/devices.`,
  "unknown-floor": ({ floor, known }) =>
    known === ""
      ? `Ein Stockwerk „${floor}“ gibt es nicht: Dieses Zuhause hat keine.`
      : `Ein Stockwerk „${floor}“ gibt es nicht. Es gibt: ${known}.`,
  "unknown-room": "Einen Raum „{room}“ gibt es nicht. Es gibt: {known}.",
  "unknown-model": "Ein Modell „{model}“ gibt es nicht. Es gibt: {known}. Eine Sprache darf folgen: {languages}.",
  "unknown-response": "Eine Antwort „{id}“, an der es weitergeht, gibt es nicht. Schick das ganze Gespräch.",
  "unknown-property": ({ device, address, known = "" }) =>
    `„${device}“ hat keine Eigenschaft „${address}“.${known && ` Vorhanden: ${known}.`}`,
  "unknown-action": ({ device, address, known = "" }) =>
    `„${device}“ hat keine Aktion „${address}“.${known && ` Vorhanden: ${known}.`}`,
  "not-writable": ({ device, address, known = "" }) =>
    `„${address}“ von „${device}“ lässt sich nur lesen.${known && ` Einstellbar: ${known}.`}`,
  "invalid-value": ({ value, address, expected }) => `„${value}“ passt nicht zu „${address}“: gib ${expected} an.`,
  "invalid-definition": "„{name}“ lässt sich nicht speichern ({what}):\n{detail}",
  "memory-denied": "Ich merke mir nur etwas für Leute, die hier wohnen, und das hier ist nicht deins.",
  "memory-secret": "Das schreibe ich nicht auf: PINs, Passwörter, Schlüssel und Kartennummern sind hier nicht sicher.",
  "memory-full": "Ich weiß schon {limit} Dinge, mehr passt nicht. Lass mich erst etwas vergessen.",
  "memory-too-long": "Das ist zu lang zum Merken: höchstens {limit} Zeichen.",
  "memory-name-taken": ({ name, thing }) => `„${name}“ heißt schon ${thing}. Nimm bitte einen anderen Namen.`,
  denied: "Die Regeln erlauben das nicht: {detail}.",
  "pin-needed": "Dafür braucht es eine PIN. Schicke sie mit der Bestätigung.",
  "wrong-pin": "Die PIN stimmt nicht.",
  "pin-locked": "Nach falschen PINs wird eine Weile keine mehr genommen. Versuche es in {wait} wieder.",
  "unknown-confirmation":
    "Es gibt nichts zu bestätigen: eine Bestätigung gilt eine Minute und einmal. Frag noch einmal.",
  "not-found": ({ what }) => `Das gibt es nicht: ${what}.`,
  "too-many-requests": "Das ist zu oft. Versuch es in {seconds} s noch einmal.",
  offline: "„{device}“ ist nicht erreichbar. Prüfe Strom und Netzwerk.",
  "device-failed": "die Bridge meldet: „{reason}“.",
  "left-running": "„{device}“ muss laufen und blieb an. Ausgeschaltet wird es nur, wenn jemand es nennt.",
  "members-commanded":
    "„{device}“ ist eine Gruppe und blieb aus, weil ihre Mitglieder einzeln geschaltet werden. Um alle zu schalten, nur die Gruppe schalten.",
  "device-rejected": "„{device}“ hat das abgelehnt (Code {code}).",
  "unknown-name": ({ what, name, known = "", note = "" }) =>
    [`Das gibt es nicht: ${what} „${name}“.`, known && `Am ähnlichsten: ${known}.`, note].filter(Boolean).join(" "),
  "ambiguous-name": "„{name}“ kann mehreres meinen: {known}. Gib eines davon an oder frag, welches gemeint ist.",
  "value-unknown": "Der Wert von „{address}“ von „{device}“ ist gerade nicht bekannt. Gib den Wert selbst an.",
  "stands-by": "Die Zeitpläne laufen auf einer anderen Jia; diese hier wartet nur. Frag jene.",
  "model-unavailable": "Das Modell ist gerade nicht verfügbar: {detail}.",
  cancelled: "Abgebrochen, bevor es fertig war.",
  timeout: "{what} hat nicht innerhalb von {seconds} s geantwortet.",
  internal: "Jia hat einen Fehler gemacht: {detail}. Bitte melde ihn.",
};

export const policy: Messages["policy"] = {
  unlocksDoor: "das schließt eine Tür auf",
  opensGarage: "das öffnet die Garage oder ein Tor",
  disarmsAlarm: "das schaltet die Alarmanlage unscharf",
  opensNetwork: "das lässt neue Geräte ins Netzwerk",
  opensGas: "das öffnet ein Gasventil",
  startsCooking: "das startet einen Kochvorgang",
  heatsAbove28: "das heizt über 28 °C",
  waterAbove60: "das Wasser wird heißer als 60 °C",
  changesCamera: "das ändert, wer das Zuhause sieht",
  opensCamera: "das gibt das Kamerabild für andere frei",
  changesAlarm: "das ändert die Alarmanlage",
  resetsDevice: "das setzt das Gerät zurück oder löscht es",
  relaysWords: "damit tut ein anderer Assistent, was der Text sagt",
  outsideText: "vielleicht verlangt das ein Text von außen und nicht Sie",
  otherRoom: "das Token gilt nur für andere Räume",
  changesCar: "das ändert etwas am Auto",
};

export const modelFailures: Messages["modelFailures"] = {
  ...messages("en").modelFailures,
  timeout: "es hat nicht rechtzeitig geantwortet",
  unavailable: "sein Server ist nicht verfügbar",
  "rate-limited": "zu viele Anfragen; versuch es gleich noch einmal",
};

const verbs = {
  click: "gedrückt wird",
  "double-click": "zweimal gedrückt wird",
  "triple-click": "dreimal gedrückt wird",
  "long-press": "lang gedrückt wird",
  "motion-detected": "Bewegung meldet",
  motion: "Bewegung meldet",
  "new-motion": "Bewegung meldet",
  "wash-end": "mit dem Waschen fertig ist",
  "dry-end": "mit dem Trocknen fertig ist",
  "cook-finished": "mit dem Kochen fertig ist",
  "doorbell-ring": "geläutet wird",
  ring: "geläutet wird",
  "low-battery": "kaum noch Batterie hat",
};

export const events: Messages["events"] = {
  verbs,
  verb: ({ event }) => {
    const known: Readonly<Record<string, string>> = verbs;
    return known[event] ?? `„${event.replaceAll("-", " ")}“ meldet`;
  },
  called: "„{event}“ meldet",
  happened: "{device}: {event}",
};

export const words: Messages["words"] = {
  on: "an",
  off: "aus",
  yes: "ja",
  no: "nein",
  nothing: "nichts",
  level: ({ number }) => `Stufe ${number}`,
  white: ({ of }) => ({ warm: "Warmweiß", neutral: "Neutralweiß", cool: "Kaltweiß" })[of],
  home: "Zuhause",
  truths: ["an", "ein", "ja", "wahr"],
  falsehoods: ["aus", "nein", "falsch"],
};
