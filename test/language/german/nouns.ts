/** German nouns: their gender by how they end, and what case and number make of them. */
export type Gender = "m" | "f" | "n";
export type Case = "nominative" | "accusative" | "dative" | "genitive";

/** A noun that ends so, its gender, its plural and its genitive. */
type Noun = readonly [ending: string, gender: Gender, plural: string, genitive: string];

const NOUNS: readonly Noun[] = [
  ["taste", "f", "tasten", "taste"],
  ["steckdose", "f", "steckdosen", "steckdose"],
  ["lampe", "f", "lampen", "lampe"],
  ["leuchte", "f", "leuchten", "leuchte"],
  ["anlage", "f", "anlagen", "anlage"],
  ["maschine", "f", "maschinen", "maschine"],
  ["küche", "f", "küchen", "küche"],
  ["garage", "f", "garagen", "garage"],
  ["terrasse", "f", "terrassen", "terrasse"],
  ["kamera", "f", "kameras", "kamera"],
  ["markise", "f", "markisen", "markise"],
  ["heizung", "f", "heizungen", "heizung"],
  ["sicherung", "f", "sicherungen", "sicherung"],
  ["sperre", "f", "sperren", "sperre"],
  ["tür", "f", "türen", "tür"],
  ["helligkeit", "f", "helligkeiten", "helligkeit"],
  ["feuchtigkeit", "f", "feuchtigkeiten", "feuchtigkeit"],
  ["feuchte", "f", "feuchten", "feuchte"],
  ["temperatur", "f", "temperaturen", "temperatur"],
  ["farbe", "f", "farben", "farbe"],
  ["lautstärke", "f", "lautstärken", "lautstärke"],
  ["stufe", "f", "stufen", "stufe"],
  ["position", "f", "positionen", "position"],
  ["bewegung", "f", "bewegungen", "bewegung"],
  ["batterie", "f", "batterien", "batterie"],
  ["szene", "f", "szenen", "szene"],
  ["automation", "f", "automationen", "automation"],
  ["licht", "n", "lichter", "lichts"],
  ["schloss", "n", "schlösser", "schlosses"],
  ["rollo", "n", "rollos", "rollos"],
  ["ventil", "n", "ventile", "ventils"],
  ["tor", "n", "tore", "tors"],
  ["fenster", "n", "fenster", "fensters"],
  ["gerät", "n", "geräte", "geräts"],
  ["geschoss", "n", "geschosse", "geschosses"],
  ["zimmer", "n", "zimmer", "zimmers"],
  ["büro", "n", "büros", "büros"],
  ["bad", "n", "bäder", "bads"],
  ["thermometer", "n", "thermometer", "thermometers"],
  ["thermostat", "n", "thermostate", "thermostats"],
  ["fernseher", "m", "fernseher", "fernsehers"],
  ["lautsprecher", "m", "lautsprecher", "lautsprechers"],
  ["ventilator", "m", "ventilatoren", "ventilators"],
  ["vorhang", "m", "vorhänge", "vorhangs"],
  ["schalter", "m", "schalter", "schalters"],
  ["melder", "m", "melder", "melders"],
  ["sensor", "m", "sensoren", "sensors"],
  ["roboter", "m", "roboter", "roboters"],
  ["reiniger", "m", "reiniger", "reinigers"],
  ["kocher", "m", "kocher", "kochers"],
  ["taster", "m", "taster", "tasters"],
  ["modus", "m", "modi", "modus"],
  ["timer", "m", "timer", "timers"],
  ["wecker", "m", "wecker", "weckers"],
  ["strom", "m", "ströme", "stroms"],
  ["zustand", "m", "zustände", "zustands"],
  ["flur", "m", "flure", "flurs"],
  ["keller", "m", "keller", "kellers"],
  ["garten", "m", "gärten", "gartens"],
  ["balkon", "m", "balkone", "balkons"],
];

/** "Ventilator" ends as "Tor" does: the longer ending is looked at first. */
const BY_ENDING = NOUNS.toSorted(([one], [other]) => other.length - one.length);

const ARTICLES: Readonly<Record<Case, Readonly<Record<Gender, string>>>> = {
  nominative: { m: "der", f: "die", n: "das" },
  accusative: { m: "den", f: "die", n: "das" },
  dative: { m: "dem", f: "der", n: "dem" },
  genitive: { m: "des", f: "der", n: "des" },
};

/** Where the head of a name ends: "Deckenlampe im Flur", "Timer über 10 Minuten". */
const AFTER_HEAD = / (im|in|am|auf|von|vom|für|über|der|des|„)( |\b|$)/;

function headOf(name: string): readonly [head: string, rest: string] {
  const at = name.search(AFTER_HEAD);
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at)];
}

function nounOf(head: string): Noun | undefined {
  const lower = head.toLowerCase();
  return BY_ENDING.find(([ending]) => lower.endsWith(ending));
}

/** The gender of what a name calls; null for a name that is no noun that is known. */
export function genderOf(name: string): Gender | null {
  return nounOf(headOf(name)[0])?.[1] ?? null;
}

/** The name in a case, with its article; a name of unknown gender stands alone, as a proper name does. */
export function inCase(name: string, wanted: Case): string {
  const [head, rest] = headOf(name);
  if (rest.startsWith(" von ") && nounOf(head)) {
    return `${inCase(head, wanted)} ${inCase(rest.slice(" von ".length), "genitive")}`;
  }
  const noun = nounOf(head);
  if (!noun || /^(alle|irgend|mein|unser|der|die|das|den|dem) ?/i.test(`${head} `.match(/^\S+ /)?.[0] ?? "")) {
    return wanted === "genitive" ? `von ${name}` : name;
  }
  const [ending, gender, , genitive] = noun;
  const weak = wanted === "dative" || wanted === "genitive" ? head.replace(/^(\S+e) (?=\S)/, "$1n ") : head;
  const declined =
    wanted === "genitive" ? weak.slice(0, -ending.length) + keepCase(weak.slice(-ending.length), genitive) : weak;
  return `${ARTICLES[wanted][gender]} ${declined}${rest}`;
}

/** The plural of a noun: "Lampen". An unknown one stays. */
export function pluralOf(noun: string): string {
  const known = nounOf(noun);
  if (!known) return noun;
  const [ending, , plural] = known;
  return noun.slice(0, -ending.length) + keepCase(noun.slice(-ending.length), plural);
}

function keepCase(old: string, text: string): string {
  const first = old.charAt(0);
  return first === first.toUpperCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** "keine Lampe", "kein Gerät"; accusative "keinen Vorhang". */
export function none(noun: string, wanted: "nominative" | "accusative"): string {
  const gender = genderOf(noun);
  if (gender === "f") return `keine ${noun}`;
  return gender === "m" && wanted === "accusative" ? `keinen ${noun}` : `kein ${noun}`;
}

/** "im Wohnzimmer", "in der Küche", "in Leos Reich". */
export function inRoom(room: string): string {
  const gender = genderOf(room);
  if (gender === null) return `in ${room}`;
  if (room.toLowerCase().endsWith("terrasse") || room.toLowerCase().endsWith("balkon")) {
    return `auf ${inCase(room, "dative")}`;
  }
  return gender === "f" ? `in der ${room}` : `im ${room}`;
}

/** A text that may be a list, each of it in the case: "die Stehlampe und der Ventilator". */
export function eachInCase(text: string, wanted: Case): string {
  if (text.startsWith("alle ") || text.startsWith("irgend")) return text;
  return text
    .split(/(, | und | oder )/)
    .map((part, index) => (index % 2 === 0 ? inCase(part, wanted) : part))
    .join("");
}
