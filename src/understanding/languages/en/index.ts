import type { UnderstoodLanguage } from "../../understood-language.ts";
import { ENGLISH_ACTIVITIES } from "./activities.ts";
import { ENGLISH_ASKING } from "./asking.ts";
import { ENGLISH_ESSENTIAL } from "./essential.ts";
import { ENGLISH_EVENTS } from "./events.ts";
import { ENGLISH_FOLLOWING } from "./following.ts";
import { ENGLISH_AMOUNTS, ENGLISH_CLOCK, ENGLISH_GRAMMAR, ENGLISH_SPEC_TEXT, ENGLISH_WRITING } from "./grammar.ts";
import { ENGLISH_HOUSEHOLD } from "./household.ts";
import { ENGLISH_LEFT_OPEN } from "./left-open.ts";
import { ENGLISH_LEXICON } from "./lexicon.ts";
import { ENGLISH_MEMORY } from "./memory.ts";
import { ENGLISH_MODES } from "./modes.ts";
import { ENGLISH_NOTICES } from "./notices.ts";
import { ENGLISH_OBJECTIONS } from "./objections.ts";
import { ENGLISH_ON_THE_PHONE } from "./on-the-phone.ts";
import { ENGLISH_PAST } from "./past.ts";
import { ENGLISH_PEOPLE } from "./people.ts";
import { ENGLISH_PLANS } from "./plans.ts";
import { ENGLISH_REWORDINGS } from "./rewordings.ts";
import { ENGLISH_RULE_BOUNDS } from "./rule-bounds.ts";
import { ENGLISH_TALK } from "./talk.ts";
import { ENGLISH_UNSUPPORTED } from "./unsupported.ts";
import { ENGLISH_UTTERANCES } from "./utterances.ts";
import { ENGLISH_SLOW_SCENES, ENGLISH_WHEN_DONE } from "./when-done.ts";

/** What is understood in English. */
export const UNDERSTOOD_ENGLISH: UnderstoodLanguage = {
  code: "en",
  lexicon: ENGLISH_LEXICON,
  grammar: ENGLISH_GRAMMAR,
  writing: ENGLISH_WRITING,
  amounts: ENGLISH_AMOUNTS,
  clock: ENGLISH_CLOCK,
  utterances: ENGLISH_UTTERANCES,
  objections: ENGLISH_OBJECTIONS,
  events: ENGLISH_EVENTS,
  specText: ENGLISH_SPEC_TEXT,
  talk: ENGLISH_TALK,
  plans: ENGLISH_PLANS,
  ruleBounds: ENGLISH_RULE_BOUNDS,
  activities: ENGLISH_ACTIVITIES,
  asking: ENGLISH_ASKING,
  following: ENGLISH_FOLLOWING,
  rewordings: [...ENGLISH_LEFT_OPEN, ...ENGLISH_REWORDINGS, ...ENGLISH_ON_THE_PHONE],
  whenDone: ENGLISH_WHEN_DONE,
  unsupported: ENGLISH_UNSUPPORTED,
  slowScenes: ENGLISH_SLOW_SCENES,
  essential: ENGLISH_ESSENTIAL,
  modes: ENGLISH_MODES,
  household: ENGLISH_HOUSEHOLD,
  notices: ENGLISH_NOTICES,
  past: ENGLISH_PAST,
  memory: ENGLISH_MEMORY,
  people: ENGLISH_PEOPLE,
};
