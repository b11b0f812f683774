import type { ObjectionForms } from "../../../src/understanding/utterance/forms/objections.ts";
import type { UtteranceForms } from "../../../src/understanding/utterance/forms.ts";

export const GERMAN_FORMS: UtteranceForms = {
  openings: [
    /(?:hallo|hey|ok|okay)(?: (?:jia|haus))?\b(?! ist)/y,
    /jia\b/y,
    /(?:kannst|könntest|würdest|magst) du(?: bitte| mal| vielleicht)*(?= )/y,
    /(?:sei so (?:nett|lieb|gut) und|ach|also|so|ähm?)\b(?= |,)/y,
    /bitte\b/y,
    /(?:schnell|sofort)\b(?=,| )/y,
  ],
  closings: [
    /,? ?(?:bitte|danke|dankeschön|vielen dank)(?: dir| schön)?$/,
    /,? (?:wenn du so nett wärst|wenn es geht|ja|okay)$/,
    /,? (?:sofort|jetzt gleich|schnell)$/,
  ],
  wishes: [/(?:ich|wir) (?:hätte|hätten|möchte|möchten|will|wollen|brauche|brauchen)(?: gern| gerne)? /y],
  passives: [],
  statements: [],
  because: [/(?:weil|da)\b/y],
  so: [/,? ?(?:also|deshalb|darum)\b/y],
  repairs: [/(?:nein,? ?(?:warte|moment)?|ich meine|quatsch|äh,? nein|besser)\b,? ?/y],
  interruptions: [/(?:nein,? (?:warte|moment|lieber)|ich meine|äh,? nein)\b/y],
  retracts: [/(?:ach,? |nein,? )*(?:vergiss es|egal|schon gut|lass es|doch nicht)/y],
  subjects: [
    /(?:ich|wir|er|sie|es|jemand|niemand|mir|uns|draußen|(?:mein|meine|unser|unsere) (?:mann|frau|kind|kinder|sohn|tochter)|(?:der|die|das) (?:kind|kinder|baby|hund|sonne|film))\b(?! (?:lampe|licht))/y,
  ],
  tellings: [],
  moods:
    /\b(?:nicht|kein\w*|er|sie|ihm|ihr|wer|wem|warum|wieso|wann|kann|nie|niemals|niemand|sagt\w*|sagte|fragt\w*|denkt|dachte|weiß|wusste|war|waren|hat|hatte|schon|gestern|vorhin|oft|immer|sollte|müsste|könnte|spiel\w*|lied|lies|schreib\w*|erzähl\w*|witz|gedicht|geschichte|heißt|bedeutet|such\w*|kauf\w*|bestell\w*|ruf|schick\w*|ohne)\b/u,
  abilities: [
    /^(?:ist es möglich|wäre es möglich|darf|dürfen|kann (?:ich|man|die|der|das|er|sie|es)|können (?:wir|die|sie))\b(?!.*\bbitte\b)/u,
  ],
  requests: [],
  picks: [/\b(?:der|die|das)(?:jenige)?, (?:der|die|das) /u],
  corrections: [],
  clarifies: [],
  facts: [],
  afterthoughts: [],
  asksFor: /^(?:bitte|spiel|ruf|bestell|sag|lies|such)\b/u,
  contrasts: [],
  affirmed: [],
  impersonal: /^(?:mir|uns) (?:ist|wird)\b/u,
  doers: [],
  quotes: [],
  warnings: [],
  complaints: [],
  moments: [/^(?:sobald|wenn|bis)\b/u],
  past: /\b(?:war|waren|hatte|hatten|gestern|vorhin)\b/u,
  coming: /\b(?:morgen|später|nachher)\b/u,
};

export const GERMAN_OBJECTIONS: ObjectionForms = {
  takesBack: [/^(?:nein,? )?(?:mach das rückgängig|das war falsch|nicht das)$/],
  undoes: [],
  undoesBut: [],
  putsBack: [],
  leaves: [],
  spares: [],
  returns: [],
  narrows: [],
  instead: [],
  otherThing: [],
  goesOn: [],
  asksAgain: [],
  whereabouts: [],
  recalls: [],
};
