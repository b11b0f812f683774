import { messages as messagesOf, type Pack, packOf, secretSignsBy } from "../../../src/language/index.ts";
import { answers } from "./answers.ts";
import { actions, automation, conditions, triggers } from "./automation.ts";
import { consent } from "./consent.ts";
import { errors, events, modelFailures, policy, words } from "./errors.ts";
import { grammar, LOCALE } from "./grammar.ts";
import { knowledge } from "./knowledge.ts";
import { mcp } from "./mcp.ts";
import { memory } from "./memory.ts";
import { notices } from "./notices.ts";
import { openai } from "./openai.ts";
import { past } from "./past.ts";
import { plans, turn } from "./plans.ts";
import { presence } from "./presence.ts";
import { replies } from "./replies.ts";
import { states } from "./states.ts";
import { talk } from "./talk.ts";
import { things } from "./things.ts";
import { times } from "./times.ts";
import { vocabulary } from "./vocabulary.ts";
import { wellbeing } from "./wellbeing.ts";
import { causes, why } from "./why.ts";

const english = packOf("en");

/** German as a person at home is told it. What only operators read stays English. */
export const GERMAN: Pack = {
  code: "de",
  locale: LOCALE,
  names: ["deutsch", "german"],
  writes: (text) => /[äöüß]/i.test(text),
  ownScript: false,
  marksPlural: true,
  ofSpecs: false,
  grammar,
  vocabulary,
  messages: {
    ...messagesOf("en"),
    actions,
    answers,
    knowledge,
    past,
    automation,
    causes,
    conditions,
    consent,
    errors,
    events,
    mcp,
    memory,
    modelFailures,
    notices,
    openai,
    wellbeing,
    plans,
    policy,
    presence,
    replies,
    states,
    talk,
    things,
    times,
    triggers,
    turn,
    why,
    words,
  },
  answerWords: {
    sentence: {
      yes: "ja, jawohl, klar, mach das, ja bitte, genau, bestätigt",
      no: "nein, nein danke, lieber nicht, lass es",
      neverMind: "vergiss es, egal, schon gut, abbrechen",
    },
    yes: "jo, jap, ok, okay, gut, in ordnung, gern, gerne, natürlich, sicher, auf jeden fall, mach, mach es, tu das, nur zu, ich bin sicher, passt, einverstanden",
    rhetorical: "warum nicht, wieso nicht",
    no: "nee, nö, ne, niemals, nicht jetzt, noch nicht, auf keinen fall, bitte nicht, halt, stopp, stop, warte, moment, falsch, doch nicht, nicht nötig",
    beside: "bitte, danke, vielen dank, jia, hallo jia, dann, jetzt",
    before: "ach, oh, äh, ähm, hm, also, ich glaube, eigentlich",
    beforeNo: "ok, okay, gut",
    asking: "oder",
    pin: {
      digits: ["null", "eins", "zwei, zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
      names: "pin, code, geheimzahl, kennwort",
      apart: "farbcode, code schloss",
      between: "ist, lautet, nummer, :",
      denied: "ist nicht, nicht",
      behind: "ist meine, ist mein, ist die, ist der, als",
      amounts: "über, unter, mehr als, weniger als, mindestens, höchstens",
      moments: "um, bis, von, ab, nach, vor, gegen, seit",
      beside: "die, der, ist, meine, mein, es, lautet, mit, und",
    },
  },
  statementWords: english.statementWords,
  wishSigns: english.wishSigns,
  mainValves: "haupthahn, hauptwasserhahn",
  essentialNames: "aquarium, kühlschrank, gefrierschrank, router, pumpe, alarm",
  taskSigns: {
    title:
      /\btitel\b[^.!?\n]{0,60}\b(?:gespräch|chat|unterhaltung)|\b(?:gespräch|chat|unterhaltung)\w*\b[^.!?\n]{0,60}\btitel\b/i,
    chore: /\bfasse?\b[^.!?\n]{0,60}\b(?:gespräch|chat|unterhaltung)\w*\b[^.!?\n]{0,40}\bzusammen\b/i,
    speakers: /^(?:nutzer|assistent|mensch|ich|du)\s*:/i,
    stamp: /^\d{1,2}\.\d{1,2}\.\d{4},? \d\d:\d\d\s+[^:\n]{1,30}:\s+/,
    manner: /[,.;]\s*(?:bitte\s+)?antworte\b[^.!?]{0,40}\b(?:wörtern?|worten?|zeichen|sätzen?|kurz)\b[^!?]*$/i,
  },
  secretSigns: secretSignsBy({
    names:
      /\b(?:pin|passwort|passwörter|kennwort|geheimzahl|zugangscode|schlüsselcode|kartennummer|kontonummer|iban)\b/,
    given: /\b(?:ist|sind|lautet|heißt)\b|[:=]|\d{3,}/,
    numbered: /\b(?:tresor|schließfach)\b/,
    noNumber: /\b\d\d?:\d\d\b/g,
  }),
};
