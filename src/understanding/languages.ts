import type { Language } from "../language/index.ts";
import { CHINESE_ACTIVITIES } from "./activities/chinese.ts";
import { ENGLISH_ACTIVITIES } from "./activities/english.ts";
import type { ActivityForms } from "./activities/forms.ts";
import type { AdjustForms } from "./existing/adjust-forms.ts";
import { CHINESE_ADJUST } from "./existing/forms/adjust-chinese.ts";
import { ENGLISH_ADJUST } from "./existing/forms/adjust-english.ts";
import { CHINESE_PLANS } from "./existing/forms/chinese.ts";
import { ENGLISH_PLANS } from "./existing/forms/english.ts";
import type { PlanTalkForms } from "./existing/forms.ts";
import { CHINESE_AMOUNTS, CHINESE_CLOCK, CHINESE_GRAMMAR, CHINESE_SIGNS, CHINESE_WRITING } from "./grammar/chinese.ts";
import { ENGLISH_AMOUNTS, ENGLISH_CLOCK, ENGLISH_GRAMMAR, ENGLISH_SIGNS, ENGLISH_WRITING } from "./grammar/english.ts";
import type { AmountWords, ClockWords, Grammar, Signs, Writing } from "./grammar/grammar.ts";
import { CHINESE } from "./lexicon/chinese.ts";
import { ENGLISH } from "./lexicon/english.ts";
import type { LanguageData } from "./lexicon/types.ts";
import type { PastForms } from "./past/forms.ts";
import type { PeopleForms } from "./presence/forms.ts";
import type { RememberingForms } from "./remembering/forms.ts";
import type { AskingForms } from "./utterance/forms/asking.ts";
import { CHINESE_ASKING } from "./utterance/forms/asking-chinese.ts";
import { ENGLISH_ASKING } from "./utterance/forms/asking-english.ts";
import type { BeyondForms } from "./utterance/forms/beyond.ts";
import { CHINESE_BEYOND } from "./utterance/forms/beyond-chinese.ts";
import { ENGLISH_BEYOND } from "./utterance/forms/beyond-english.ts";
import { CHINESE_FORMS } from "./utterance/forms/chinese.ts";
import { ENGLISH_FORMS } from "./utterance/forms/english.ts";
import type { FollowingForms } from "./utterance/forms/following.ts";
import { CHINESE_FOLLOWING } from "./utterance/forms/following-chinese.ts";
import { ENGLISH_FOLLOWING } from "./utterance/forms/following-english.ts";
import type { HouseholdForms } from "./utterance/forms/household.ts";
import { CHINESE_HOUSEHOLD } from "./utterance/forms/household-chinese.ts";
import { ENGLISH_HOUSEHOLD } from "./utterance/forms/household-english.ts";
import { CHINESE_LEFT_OPEN } from "./utterance/forms/left-open-chinese.ts";
import { ENGLISH_LEFT_OPEN } from "./utterance/forms/left-open-english.ts";
import type { MarkingForms } from "./utterance/forms/marking.ts";
import { CHINESE_MARKING } from "./utterance/forms/marking-chinese.ts";
import { ENGLISH_MARKING } from "./utterance/forms/marking-english.ts";
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
import { CHINESE_OTHERWISE } from "./utterance/forms/otherwise-chinese.ts";
import { ENGLISH_OTHERWISE } from "./utterance/forms/otherwise-english.ts";
import { CHINESE_PAST } from "./utterance/forms/past-chinese.ts";
import { ENGLISH_PAST } from "./utterance/forms/past-english.ts";
import { CHINESE_PEOPLE } from "./utterance/forms/presence-chinese.ts";
import { ENGLISH_PEOPLE } from "./utterance/forms/presence-english.ts";
import { CHINESE_REMEMBERING } from "./utterance/forms/remembering-chinese.ts";
import { ENGLISH_REMEMBERING } from "./utterance/forms/remembering-english.ts";
import type { Rewording } from "./utterance/forms/rewording.ts";
import type { SlowlyForms, WhenDoneForms } from "./utterance/forms/when-done.ts";
import { CHINESE_SLOWLY, CHINESE_WHEN_DONE } from "./utterance/forms/when-done-chinese.ts";
import { ENGLISH_SLOWLY, ENGLISH_WHEN_DONE } from "./utterance/forms/when-done-english.ts";
import type { UtteranceForms } from "./utterance/forms.ts";
import { CHINESE_HAPPENINGS } from "./utterance/happenings/chinese.ts";
import { ENGLISH_HAPPENINGS } from "./utterance/happenings/english.ts";
import type { HappeningForms } from "./utterance/happenings.ts";

/** All data of one language that the stages use. */
export interface UnderstoodLanguage {
  /** The language of its pack in `src/language`, whose vocabulary of specs and words for yes and no belong to it too. */
  readonly code: Language;
  readonly words: LanguageData;
  readonly grammar: Grammar;
  readonly writing: Writing;
  readonly amounts: AmountWords;
  readonly clock: ClockWords;
  readonly forms: UtteranceForms;
  readonly objections: ObjectionForms;
  readonly happenings: HappeningForms;
  readonly signs: Signs;
  /** Left out: existing plans cannot be asked about or changed. */
  readonly plans?: PlanTalkForms;
  /** Left out: rules cannot be bounded. */
  readonly adjusting?: AdjustForms;
  /** Left out: activities of devices have no names. */
  readonly activities?: ActivityForms;
  /** Left out: questions have no other wordings. */
  readonly asking?: AskingForms;
  /** Left out: a conversation continues only by ellipsis and objections. */
  readonly following?: FollowingForms;
  /** Left out: no command can wait for another to finish. */
  readonly whenDone?: WhenDoneForms;
  /** Left out: no sentence is handed on for a part that is out of scope. */
  readonly beyond?: BeyondForms;
  /** Left out: devices cannot be marked as essential. */
  readonly marking?: MarkingForms;
  /** Left out: the modes of the home cannot be spoken of. */
  readonly modes?: ModeForms;
  /** Left out: no rule depends on people or modes. */
  readonly household?: HouseholdForms;
  /** Left out: notices cannot be asked for. */
  readonly notices?: NoticeForms;
  /** Left out: a scene takes its own time. */
  readonly slowly?: SlowlyForms;
  /** Left out: questions are only about now. */
  readonly past?: PastForms;
  /** Left out: nothing can be remembered. */
  readonly remembering?: RememberingForms;
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
    happenings: ENGLISH_HAPPENINGS,
    signs: ENGLISH_SIGNS,
    plans: ENGLISH_PLANS,
    adjusting: ENGLISH_ADJUST,
    activities: ENGLISH_ACTIVITIES,
    asking: ENGLISH_ASKING,
    following: ENGLISH_FOLLOWING,
    otherwise: [...ENGLISH_LEFT_OPEN, ...ENGLISH_OTHERWISE, ...ENGLISH_ON_THE_PHONE],
    whenDone: ENGLISH_WHEN_DONE,
    beyond: ENGLISH_BEYOND,
    slowly: ENGLISH_SLOWLY,
    marking: ENGLISH_MARKING,
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
    happenings: CHINESE_HAPPENINGS,
    signs: CHINESE_SIGNS,
    plans: CHINESE_PLANS,
    adjusting: CHINESE_ADJUST,
    activities: CHINESE_ACTIVITIES,
    asking: CHINESE_ASKING,
    following: CHINESE_FOLLOWING,
    otherwise: [...CHINESE_LEFT_OPEN, ...CHINESE_OTHERWISE, ...CHINESE_ON_THE_PHONE],
    whenDone: CHINESE_WHEN_DONE,
    beyond: CHINESE_BEYOND,
    slowly: CHINESE_SLOWLY,
    marking: CHINESE_MARKING,
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
