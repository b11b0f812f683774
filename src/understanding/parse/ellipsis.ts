import { directionOf, isComplete } from "../ground/frame-effects.ts";
import type { HomeIndex } from "../names/home-index.ts";
import {
  areAlike,
  areHeard,
  countAlike,
  countsAnew,
  endsOpen,
  isAgain,
  isAlong,
  isCountedAlike,
  isDoingAlone,
  isEverythingThere,
  isGoingOn,
  isOnlyExcept,
  isOnlyMore,
  isOnlyWhole,
  isOtherProperty,
  isPartOfTheWay,
  isPlainWay,
  isPronoun,
  isSelfContained,
  isSoMuchMore,
  isWide,
  ownsNothing,
  ownsState,
} from "./ellipsis-signs.ts";
import { emptyHead, type Frame } from "./frame.ts";
import { takePlaces, takeProperty, takeUnit, takeWay, takeWhat, withoutAll } from "./inherited-slots.ts";
import { playsRole } from "./items.ts";
import { areOppositeActs } from "./opposite-acts.ts";
import { isPlaceName } from "./senses.ts";
import { isByPortion } from "./slots/portions.ts";

/** Completes a command from the frame before: "… and the bedroom too", "make it darker", "再低两度". Changes `frame`. */
export function completeEllipsis(frame: Frame, before: Frame | null, sameSentence: boolean, index: HomeIndex): void {
  if (!before) return;
  if (sameSentence && isPartOfTheWay(frame, before)) frame.amount = "little";
  if (isByPortion(frame)) takeWay(frame, before);
  takeProperty(frame, before);
  const contrary = before.act !== null && frame.act !== null && areOppositeActs(before.act, frame.act);
  // 降下来, 再升上去 moves it back, and is no step.
  if (frame.more === 1 && isPlainWay(frame) && isPlainWay(before) && before.more === 0 && frame.act !== before.act)
    frame.more = 0;
  if ((before.asking !== null || contrary) && isEverythingThere(frame) && !sameSentence)
    frame.heads = [{ ...emptyHead(), type: "them", plural: true, quantifier: "all" }];
  if (before.asking !== null) return;
  // "Halfway", then "all the way": the same movement.
  if ((before.act === "open" || before.act === "close") && isOnlyWhole(frame)) {
    frame.act = before.act;
    return;
  }
  if (isAgain(frame) || (directionOf(before) !== 0 && isGoingOn(frame))) {
    frame.act = null;
    if (before.changes.length > 0 || before.act === "raise" || before.act === "lower") {
      takeWhat(frame, before);
      frame.more = before.more;
    } else frame.blocked = true;
    return;
  }
  if (sameSentence && before.heads.length > 0 && frame.heads.length > 0 && frame.heads.every(isPronoun)) {
    frame.heads = before.heads;
  }
  if (isSoMuchMore(frame)) {
    frame.act = directionOf(before) < 0 ? "lower" : "raise";
    takeProperty(frame, before);
  }
  // "More or less"
  if (frame.alternatives && isOnlyMore(frame)) frame.blocked = true;
  if (
    frame.more === 1 &&
    isOnlyMore(frame) &&
    (before.changes.length > 0 || before.act === "raise" || before.act === "lower")
  ) {
    // "Dim it to 10", "a touch more": of the value that was set.
    const set = before.values.length > 0 && before.to;
    frame.act = set ? "raise" : before.act;
    frame.changes = set ? [] : before.changes;
    frame.props = before.props;
    frame.propText = before.propText;
    return;
  }
  if (isDoingAlone(frame) && (sameSentence || before.heads.length > 0)) {
    frame.act ??= "on";
    frame.heads = before.heads;
    return;
  }
  const placeholder = settlePlaceholder(frame);
  // "Off except the counter light" is about the focus.
  if (!sameSentence && isOnlyExcept(frame) && before.heads.length > 0)
    frame.heads = [{ ...emptyHead(), type: "them", plural: true, quantifier: "all" }];
  const hasTarget = frame.heads.length > 0 || frame.places.length > 0;
  const bare = frame.act === null && !isComplete(frame) && frame.unknown.length === 0;
  if (bare && hasTarget && frame.items.some((item) => playsRole(item, "object"))) {
    // 开灯，把大门: the verb of 把 is missing.
    frame.blocked = true;
    return;
  }
  if (bare && hasTarget && isComplete(before) && (frame.also || sameSentence || isWide(frame))) {
    takeWhat(frame, before);
    // "Leo's curtains half way, Emma's all the way"
    const whole = frame.items.some((item) => playsRole(item, "wholly"));
    if (whole && (frame.act === "open" || frame.act === "close")) frame.values = [];
    if (frame.heads.length === 0) takePlaces(frame, before, index);
    frame.bare = false;
    return;
  }
  const bareValue = frame.act === null && frame.changes.length === 0 && frame.values.length > 0;
  if (bareValue && sameSentence) {
    // "No, 30" is a goal after "turn it up", and may be an amount after "two degrees lower".
    const stepped = before.act === "raise" || before.act === "lower";
    const asFar = frame.by || before.by || before.values.length > 0 || hasTarget;
    frame.act = stepped && asFar ? before.act : "set";
    frame.to ||= before.to;
    frame.by ||= before.by;
    takeUnit(frame, before);
    if (
      frame.props.length === 0 &&
      hasTarget &&
      !isAlong(before) &&
      countAlike(frame, before) &&
      areAlike(frame.heads, before.heads, index)
    ) {
      frame.props = before.props;
      frame.propText = before.propText;
    }
  }
  if (frame.heads.length > 0 || !isComplete(frame)) return;
  // 关掉一个: one of the focus, not said which.
  if (!sameSentence && endsOpen(frame)) {
    frame.heads = [{ ...emptyHead(), type: "them", quantifier: "any" }];
    return;
  }
  // "Open the bedroom one" after the curtains were closed: the curtain there.
  const named = before.heads.length > 0 && before.heads.every(({ type }) => type === "kind" || type === "devices");
  const one = named && frame.act !== null && frame.items.some((item) => playsRole(item, "placeholder"));
  const alike = placeholder || one || frame.items.some(ownsNothing);
  const placed = frame.places.length > 0 && (alike || (bareValue && isCountedAlike(frame, before)));
  if (!(sameSentence || frame.also || placed)) return;
  // "… and turn on the treadmill": the target is said, though this home has none.
  if (frame.act !== null && frame.unknown.length > 0) return;
  // "拉上客厅的窗帘，不对，拉上主卧的", "一楼的灯关掉，二楼的打开"
  if (frame.places.length > 0 && (frame.also || bareValue || alike)) {
    if (before.heads.length > 0 || !bareValue) takePlaces(frame, before, index);
  } else if (
    frame.places.length === 0 &&
    before.heads.length > 0 &&
    (!frame.items.some(isSelfContained) || (sameSentence && frame.act === "mute" && areHeard(before.heads, index)))
  ) {
    // 别全关，留一半 is about the focus, not about everything.
    const whole = before.negated && before.heads.some(({ type }) => type === "everything");
    frame.heads = whole ? [{ ...emptyHead(), type: "it" }] : before.heads.map((head) => withoutAll(head, before));
  }
}

/** Completes a question from the one before: "and the bedroom?", "卧室呢". Returns whether it did; changes `frame`. */
export function completeQuestionEllipsis(frame: Frame, before: Frame | null, index: HomeIndex): boolean {
  if (!before?.asking) return false;
  if (isOtherProperty(frame)) {
    frame.asking = "value";
    frame.past = before.past;
    frame.heads = before.heads;
    frame.places = before.places;
    return true;
  }
  const empty =
    frame.props.length + frame.states.length + frame.values.length + frame.unknown.length === 0 && frame.act === null;
  const about = frame.heads.length > 0 || frame.places.length > 0;
  if (!empty || !about || countsAnew(frame)) return false;
  frame.asking = before.asking;
  frame.past = before.past;
  frame.act = before.act;
  frame.props = before.props;
  // 电饭煲呢 after 洗衣机还要多久: the property text was the name of the device.
  frame.propText = before.heads.some(({ text }) => text === before.propText) ? "" : before.propText;
  frame.states = before.states;
  frame.values = before.values;
  if (frame.heads.length === 0 && before.heads.length > 0) takePlaces(frame, before, index);
  return true;
}

/** 卧室那个也要: "the one in the bedroom" is another thing than the focus. Changes `frame`. */
function settlePlaceholder(frame: Frame): boolean {
  const [head, ...others] = frame.heads;
  if (head?.type !== "it" || others.length + frame.places.length > 0 || head.ordinals.length > 0) return false;
  const at = frame.items.findIndex((item) => item.said === head.text);
  const [before, item] = [frame.items[at - 1], frame.items[at]];
  if (!item?.grammar.ownerFirst || !playsRole(item, "article") || !isPlaceName(before ?? item)) return false;
  frame.places = [...head.places];
  frame.heads = [];
  return true;
}

/** Completes "one" in a question: "is the study one on?" is about the same kind there. Changes and returns `frame`. */
export function completeOneAnaphor(frame: Frame, before: Frame | null, index: HomeIndex): Frame {
  const one = frame.items.some((item, at) => playsRole(item, "placeholder") || ownsState(item, at, frame.items));
  if (before && one && frame.heads.length === 0 && frame.places.length > 0) takePlaces(frame, before, index);
  return frame;
}
