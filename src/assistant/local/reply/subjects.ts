import { type Language, type Member, messages, type Subjects, subjectsOf } from "../../../language/index.ts";
import type { Target } from "../../../understanding/ground/situation.ts";
import type { State } from "../../../understanding/lexicon/types.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import type { Teller } from "./knowing.ts";
import { targetMembers } from "./names.ts";

/** Those that an answer names: what a sensor watches by the name of that, where it was asked whether it is open. */
export function subjectsIn(targets: readonly Target[], frame: Frame, { situation }: Teller): Subjects {
  const { language } = situation;
  const members = targetMembers(situation);
  const [state] = frame.states;
  const told = targets.map((target): Member => {
    const { name, kind, place } = members.of(target, frame.heads[0]?.kinds[0]);
    const called = (each: string): string => watchedName(target, state, each, language);
    return { name: called(name), kind, ...(place && { place: { ...place, name: called(place.name) } }) };
  });
  return subjectsOf(told, language, members.countOf);
}

/** "window sensor" is the window when it was asked what is open. */
export function watchedName(target: Target, state: State | undefined, name: string, language: Language): string {
  // 窗户开着 is on as well as open.
  const isLeaf = state === "open" || state === "closed" || state === "on" || state === "off";
  const watches = target.indexed.device.spec.kind === "magnet-sensor";
  return isLeaf && watches ? messages(language).answers.opening(name) : name;
}
