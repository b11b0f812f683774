import type { Language } from "../language/index.ts";
import type { ActivityForms } from "./activities/forms.ts";
import type { AmountWords, ClockWords, GrammarTraits, SpecTextPatterns, Writing } from "./grammar/grammar.ts";
import type { LexiconData } from "./lexicon/types.ts";
import type { MemoryForms } from "./memory/forms.ts";
import type { PastForms } from "./past/forms.ts";
import type { PlanForms } from "./plans/forms.ts";
import type { RuleBoundForms } from "./plans/rule-bound-forms.ts";
import type { PeopleForms } from "./presence/forms.ts";
import type { TalkForms } from "./talk/types.ts";
import type { EventForms } from "./utterance/events.ts";
import type { AskingForms } from "./utterance/forms/asking.ts";
import type { EssentialForms } from "./utterance/forms/essential.ts";
import type { FollowingForms } from "./utterance/forms/following.ts";
import type { HouseholdForms } from "./utterance/forms/household.ts";
import type { ModeForms } from "./utterance/forms/modes.ts";
import type { NoticeForms } from "./utterance/forms/notices.ts";
import type { ObjectionForms } from "./utterance/forms/objections.ts";
import type { Rewording } from "./utterance/forms/rewording.ts";
import type { UnsupportedForms } from "./utterance/forms/unsupported.ts";
import type { SlowSceneForms, WhenDoneForms } from "./utterance/forms/when-done.ts";
import type { UtteranceForms } from "./utterance/forms.ts";

/** All data of one language that the stages use. */
export interface UnderstoodLanguage {
  /** The language of its pack in `src/language`, whose vocabulary of specs and words for yes and no belong to it too. */
  readonly code: Language;
  readonly lexicon: LexiconData;
  readonly grammar: GrammarTraits;
  readonly writing: Writing;
  readonly amounts: AmountWords;
  readonly clock: ClockWords;
  readonly utterances: UtteranceForms;
  readonly objections: ObjectionForms;
  readonly events: EventForms;
  readonly specText: SpecTextPatterns;
  /** Left out: greetings, courtesy, routines and how a room feels mean nothing. */
  readonly talk?: TalkForms;
  /** Left out: existing plans cannot be asked about or changed. */
  readonly plans?: PlanForms;
  /** Left out: rules cannot be bounded. */
  readonly ruleBounds?: RuleBoundForms;
  /** Left out: activities of devices have no names. */
  readonly activities?: ActivityForms;
  /** Left out: questions have no other wordings. */
  readonly asking?: AskingForms;
  /** Left out: a conversation continues only by ellipsis and objections. */
  readonly following?: FollowingForms;
  /** Left out: no command can wait for another to finish. */
  readonly whenDone?: WhenDoneForms;
  /** Left out: no sentence is handed on for a part that is out of scope. */
  readonly unsupported?: UnsupportedForms;
  /** Left out: devices cannot be marked as essential. */
  readonly essential?: EssentialForms;
  /** Left out: the modes of the home cannot be spoken of. */
  readonly modes?: ModeForms;
  /** Left out: no rule depends on people or modes. */
  readonly household?: HouseholdForms;
  /** Left out: notices cannot be asked for. */
  readonly notices?: NoticeForms;
  /** Left out: a scene takes its own time. */
  readonly slowScenes?: SlowSceneForms;
  /** Left out: questions are only about now. */
  readonly past?: PastForms;
  /** Left out: nothing can be remembered. */
  readonly memory?: MemoryForms;
  /** Left out: the people of the home cannot be spoken of. */
  readonly people?: PeopleForms;
  /** Rewordings of commands and timers that the stages do not read, tried in order; the first match counts. */
  readonly rewordings?: readonly Rewording[];
}
