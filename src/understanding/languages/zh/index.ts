import type { UnderstoodLanguage } from "../../understood-language.ts";
import { CHINESE_ACTIVITIES } from "./activities.ts";
import { CHINESE_ASKING } from "./asking.ts";
import { CHINESE_ESSENTIAL } from "./essential.ts";
import { CHINESE_EVENTS } from "./events.ts";
import { CHINESE_FOLLOWING } from "./following.ts";
import { CHINESE_AMOUNTS, CHINESE_CLOCK, CHINESE_GRAMMAR, CHINESE_SPEC_TEXT, CHINESE_WRITING } from "./grammar.ts";
import { CHINESE_HOUSEHOLD } from "./household.ts";
import { CHINESE_LEFT_OPEN } from "./left-open.ts";
import { CHINESE_LEXICON } from "./lexicon.ts";
import { CHINESE_MEMORY } from "./memory.ts";
import { CHINESE_MODES } from "./modes.ts";
import { CHINESE_NOTICES } from "./notices.ts";
import { CHINESE_OBJECTIONS } from "./objections.ts";
import { CHINESE_ON_THE_PHONE } from "./on-the-phone.ts";
import { CHINESE_PAST } from "./past.ts";
import { CHINESE_PEOPLE } from "./people.ts";
import { CHINESE_PLANS } from "./plans.ts";
import { CHINESE_REWORDINGS } from "./rewordings.ts";
import { CHINESE_RULE_BOUNDS } from "./rule-bounds.ts";
import { CHINESE_TALK } from "./talk.ts";
import { CHINESE_UNSUPPORTED } from "./unsupported.ts";
import { CHINESE_UTTERANCES } from "./utterances.ts";
import { CHINESE_SLOW_SCENES, CHINESE_WHEN_DONE } from "./when-done.ts";

/** What is understood in Chinese. */
export const UNDERSTOOD_CHINESE: UnderstoodLanguage = {
  code: "zh",
  lexicon: CHINESE_LEXICON,
  grammar: CHINESE_GRAMMAR,
  writing: CHINESE_WRITING,
  amounts: CHINESE_AMOUNTS,
  clock: CHINESE_CLOCK,
  utterances: CHINESE_UTTERANCES,
  objections: CHINESE_OBJECTIONS,
  events: CHINESE_EVENTS,
  specText: CHINESE_SPEC_TEXT,
  talk: CHINESE_TALK,
  plans: CHINESE_PLANS,
  ruleBounds: CHINESE_RULE_BOUNDS,
  activities: CHINESE_ACTIVITIES,
  asking: CHINESE_ASKING,
  following: CHINESE_FOLLOWING,
  rewordings: [...CHINESE_LEFT_OPEN, ...CHINESE_REWORDINGS, ...CHINESE_ON_THE_PHONE],
  whenDone: CHINESE_WHEN_DONE,
  unsupported: CHINESE_UNSUPPORTED,
  slowScenes: CHINESE_SLOW_SCENES,
  essential: CHINESE_ESSENTIAL,
  modes: CHINESE_MODES,
  household: CHINESE_HOUSEHOLD,
  notices: CHINESE_NOTICES,
  past: CHINESE_PAST,
  memory: CHINESE_MEMORY,
  people: CHINESE_PEOPLE,
};
