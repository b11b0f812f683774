import type { Language } from "../language/index.ts";
import { CHINESE_ACTIVITIES } from "./activities/chinese.ts";
import { ENGLISH_ACTIVITIES } from "./activities/english.ts";
import type { ActivityForms } from "./activities/forms.ts";
import { CHINESE_AMOUNTS, CHINESE_CLOCK, CHINESE_GRAMMAR, CHINESE_SIGNS, CHINESE_WRITING } from "./grammar/chinese.ts";
import { ENGLISH_AMOUNTS, ENGLISH_CLOCK, ENGLISH_GRAMMAR, ENGLISH_SIGNS, ENGLISH_WRITING } from "./grammar/english.ts";
import type { AmountWords, ClockWords, GrammarTraits, SpecTextPatterns, Writing } from "./grammar/grammar.ts";
import { CHINESE } from "./lexicon/chinese.ts";
import { ENGLISH } from "./lexicon/english.ts";
import type { LanguageData } from "./lexicon/types.ts";
import type { MemoryForms } from "./memory/forms.ts";
import type { PastForms } from "./past/forms.ts";
import { CHINESE_PLANS } from "./plans/forms/chinese.ts";
import { ENGLISH_PLANS } from "./plans/forms/english.ts";
import { CHINESE_ADJUST } from "./plans/forms/rule-bounds-chinese.ts";
import { ENGLISH_ADJUST } from "./plans/forms/rule-bounds-english.ts";
import type { PlanForms } from "./plans/forms.ts";
import type { RuleBoundForms } from "./plans/rule-bound-forms.ts";
import type { PeopleForms } from "./presence/forms.ts";
import { CHINESE_EVENTS } from "./utterance/events/chinese.ts";
import { ENGLISH_EVENTS } from "./utterance/events/english.ts";
import type { EventForms } from "./utterance/events.ts";
import type { AskingForms } from "./utterance/forms/asking.ts";
import { CHINESE_ASKING } from "./utterance/forms/asking-chinese.ts";
import { ENGLISH_ASKING } from "./utterance/forms/asking-english.ts";
import { CHINESE_FORMS } from "./utterance/forms/chinese.ts";
import { ENGLISH_FORMS } from "./utterance/forms/english.ts";
import type { EssentialForms } from "./utterance/forms/essential.ts";
import { CHINESE_ESSENTIAL } from "./utterance/forms/essential-chinese.ts";
import { ENGLISH_ESSENTIAL } from "./utterance/forms/essential-english.ts";
import type { FollowingForms } from "./utterance/forms/following.ts";
import { CHINESE_FOLLOWING } from "./utterance/forms/following-chinese.ts";
import { ENGLISH_FOLLOWING } from "./utterance/forms/following-english.ts";
import type { HouseholdForms } from "./utterance/forms/household.ts";
import { CHINESE_HOUSEHOLD } from "./utterance/forms/household-chinese.ts";
import { ENGLISH_HOUSEHOLD } from "./utterance/forms/household-english.ts";
import { CHINESE_LEFT_OPEN } from "./utterance/forms/left-open-chinese.ts";
import { ENGLISH_LEFT_OPEN } from "./utterance/forms/left-open-english.ts";
import type { ModeForms } from "./utterance/forms/modes.ts";
import { CHINESE_MODES } from "./utterance/forms/modes-chinese.ts";
import { ENGLISH_MODES } from "./utterance/forms/modes-english.ts";
import type { NoticeForms } from "./utterance/forms/notices.ts";
import { CHINESE_NOTICES } from "./utterance/forms/notices-chinese.ts";
import { ENGLISH_NOTICES } from "./utterance/forms/notices-english.ts";
import type { ObjectionForms } from "./utterance/forms/objections.ts";
import { CHINESE_OBJECTIONS } from "./utterance/forms/objections-chinese.ts";
import { ENGLISH_OBJECTIONS } from "./utterance/forms/objections-english.ts";
import { CHINESE_ON_THE_PHONE } from "./utterance/forms/on-the-phone-chinese.ts";
import { ENGLISH_ON_THE_PHONE } from "./utterance/forms/on-the-phone-english.ts";
import { CHINESE_PAST } from "./utterance/forms/past-chinese.ts";
import { ENGLISH_PAST } from "./utterance/forms/past-english.ts";
import { CHINESE_PEOPLE } from "./utterance/forms/presence-chinese.ts";
import { ENGLISH_PEOPLE } from "./utterance/forms/presence-english.ts";
import { CHINESE_REMEMBERING } from "./utterance/forms/remembering-chinese.ts";
import { ENGLISH_REMEMBERING } from "./utterance/forms/remembering-english.ts";
import type { Rewording } from "./utterance/forms/rewording.ts";
import { CHINESE_REWORDINGS } from "./utterance/forms/rewordings-chinese.ts";
import { ENGLISH_REWORDINGS } from "./utterance/forms/rewordings-english.ts";
import type { UnsupportedForms } from "./utterance/forms/unsupported.ts";
import { CHINESE_UNSUPPORTED } from "./utterance/forms/unsupported-chinese.ts";
import { ENGLISH_UNSUPPORTED } from "./utterance/forms/unsupported-english.ts";
import type { SlowSceneForms, WhenDoneForms } from "./utterance/forms/when-done.ts";
import { CHINESE_SLOWLY, CHINESE_WHEN_DONE } from "./utterance/forms/when-done-chinese.ts";
import { ENGLISH_SLOWLY, ENGLISH_WHEN_DONE } from "./utterance/forms/when-done-english.ts";
import type { UtteranceForms } from "./utterance/forms.ts";

/** All data of one language that the stages use. */
export interface UnderstoodLanguage {
  /** The language of its pack in `src/language`, whose vocabulary of specs and words for yes and no belong to it too. */
  readonly code: Language;
  readonly words: LanguageData;
  readonly grammar: GrammarTraits;
  readonly writing: Writing;
  readonly amounts: AmountWords;
  readonly clock: ClockWords;
  readonly forms: UtteranceForms;
  readonly objections: ObjectionForms;
  readonly happenings: EventForms;
  readonly signs: SpecTextPatterns;
  /** Left out: existing plans cannot be asked about or changed. */
  readonly plans?: PlanForms;
  /** Left out: rules cannot be bounded. */
  readonly adjusting?: RuleBoundForms;
  /** Left out: activities of devices have no names. */
  readonly activities?: ActivityForms;
  /** Left out: questions have no other wordings. */
  readonly asking?: AskingForms;
  /** Left out: a conversation continues only by ellipsis and objections. */
  readonly following?: FollowingForms;
  /** Left out: no command can wait for another to finish. */
  readonly whenDone?: WhenDoneForms;
  /** Left out: no sentence is handed on for a part that is out of scope. */
  readonly beyond?: UnsupportedForms;
  /** Left out: devices cannot be marked as essential. */
  readonly marking?: EssentialForms;
  /** Left out: the modes of the home cannot be spoken of. */
  readonly modes?: ModeForms;
  /** Left out: no rule depends on people or modes. */
  readonly household?: HouseholdForms;
  /** Left out: notices cannot be asked for. */
  readonly notices?: NoticeForms;
  /** Left out: a scene takes its own time. */
  readonly slowly?: SlowSceneForms;
  /** Left out: questions are only about now. */
  readonly past?: PastForms;
  /** Left out: nothing can be remembered. */
  readonly remembering?: MemoryForms;
  /** Left out: the people of the home cannot be spoken of. */
  readonly people?: PeopleForms;
  /** Rewordings of commands and timers that the stages do not read, tried in order; the first match counts. */
  readonly otherwise?: readonly Rewording[];
}

const known: UnderstoodLanguage[] = [
  {
    code: "en",
    words: ENGLISH,
    grammar: ENGLISH_GRAMMAR,
    writing: ENGLISH_WRITING,
    amounts: ENGLISH_AMOUNTS,
    clock: ENGLISH_CLOCK,
    forms: ENGLISH_FORMS,
    objections: ENGLISH_OBJECTIONS,
    happenings: ENGLISH_EVENTS,
    signs: ENGLISH_SIGNS,
    plans: ENGLISH_PLANS,
    adjusting: ENGLISH_ADJUST,
    activities: ENGLISH_ACTIVITIES,
    asking: ENGLISH_ASKING,
    following: ENGLISH_FOLLOWING,
    otherwise: [...ENGLISH_LEFT_OPEN, ...ENGLISH_REWORDINGS, ...ENGLISH_ON_THE_PHONE],
    whenDone: ENGLISH_WHEN_DONE,
    beyond: ENGLISH_UNSUPPORTED,
    slowly: ENGLISH_SLOWLY,
    marking: ENGLISH_ESSENTIAL,
    modes: ENGLISH_MODES,
    household: ENGLISH_HOUSEHOLD,
    notices: ENGLISH_NOTICES,
    past: ENGLISH_PAST,
    remembering: ENGLISH_REMEMBERING,
    people: ENGLISH_PEOPLE,
  },
  {
    code: "zh",
    words: CHINESE,
    grammar: CHINESE_GRAMMAR,
    writing: CHINESE_WRITING,
    amounts: CHINESE_AMOUNTS,
    clock: CHINESE_CLOCK,
    forms: CHINESE_FORMS,
    objections: CHINESE_OBJECTIONS,
    happenings: CHINESE_EVENTS,
    signs: CHINESE_SIGNS,
    plans: CHINESE_PLANS,
    adjusting: CHINESE_ADJUST,
    activities: CHINESE_ACTIVITIES,
    asking: CHINESE_ASKING,
    following: CHINESE_FOLLOWING,
    otherwise: [...CHINESE_LEFT_OPEN, ...CHINESE_REWORDINGS, ...CHINESE_ON_THE_PHONE],
    whenDone: CHINESE_WHEN_DONE,
    beyond: CHINESE_UNSUPPORTED,
    slowly: CHINESE_SLOWLY,
    marking: CHINESE_ESSENTIAL,
    modes: CHINESE_MODES,
    household: CHINESE_HOUSEHOLD,
    notices: CHINESE_NOTICES,
    past: CHINESE_PAST,
    remembering: CHINESE_REMEMBERING,
    people: CHINESE_PEOPLE,
  },
];
/** Counts changes of the list of languages. */
let changes = 0;

/** Every language that is understood; where several are written with the same letters, the first is the usual one. */
export function understoodLanguages(): readonly UnderstoodLanguage[] {
  return known;
}

/** Adds a language, for homes that are indexed afterwards. Returns a function that removes it. */
export function addUnderstoodLanguage(language: UnderstoodLanguage): () => void {
  known.push(language);
  changes += 1;
  return () => {
    const at = known.indexOf(language);
    if (at < 0) return;
    known.splice(at, 1);
    changes += 1;
  };
}

/** A value made of all languages: made on first use, and again when a language was added or removed. */
export function ofLanguages<Value>(make: (languages: readonly UnderstoodLanguage[]) => Value): () => Value {
  let made: { readonly value: Value; readonly of: number } | null = null;
  return () => {
    if (made?.of !== changes) made = { value: make(known), of: changes };
    return made.value;
  };
}
