import type { LocalAnswers, LocalRequest } from "../contract.ts";
import { type ConfirmationItem, isChoiceItem, type OpenItem } from "./items.ts";
import type { SettleContext } from "./run-held.ts";
import { isQuestionForm, yesOrNo } from "./yes-or-no.ts";

/** The item that a text says yes to in part, and the devices that the yes leaves out; null where there is none. */
export function partialYesTo(
  items: readonly OpenItem[],
  request: LocalRequest,
  { local }: SettleContext,
): { readonly item: ConfirmationItem; readonly without: readonly string[] } | null {
  for (const item of items) {
    const without = isChoiceItem(item) ? null : local.leftOut(item, request);
    if (!isChoiceItem(item) && without !== null) return { item, without };
  }
  return null;
}

/** Whether an item is a choice between several that a mere "yes" does not settle. */
export function isUnansweredChoice(item: OpenItem, now: number): boolean {
  return isChoiceItem(item) && item.kind !== "whom" && item.options.length > 1 && item.expiresAt > now;
}

/** The items that a text answers: the first choice that it picks from, else all that wait for a yes. */
export function answeredItems(
  items: readonly OpenItem[],
  request: LocalRequest,
  { local }: SettleContext,
): readonly OpenItem[] {
  const said =
    yesOrNo(request.text) ??
    (repeatsCommands(items, request, local) || givesValue(items, request, local) ? true : null);
  // "Cancel both" picks, and "cancel" does not.
  const picked = items.find(
    (item) => isChoiceItem(item) && (said !== false || item.kind === "plans") && local.reads(item, request),
  );
  const single = picked?.kind === "devices" && picked.options.length === 1;
  if (picked && !single) return [picked];
  if (said !== true) return picked ? [picked] : [];
  return items.filter((item) => item === picked || !isChoiceItem(item));
}

/** Whether a text repeats exactly the commands that wait for a yes: "open it", 打开吧, "yes, open it". */
function repeatsCommands(items: readonly OpenItem[], request: LocalRequest, local: LocalAnswers): boolean {
  const [only, ...others] = items;
  if (only?.kind !== "commands" || others.length > 0 || only.behind.length > 0 || isQuestionForm(request.text))
    return false;
  const commands = local.impliedIn({ ...request, text: textAfterYes(request.text) });
  return commands.length > 0 && JSON.stringify(commands) === JSON.stringify(only.commands);
}

/** The text after a yes: 打开 of 对，打开. The whole text where it begins with none. */
function textAfterYes(text: string): string {
  const [, before = "", rest = ""] = /^([^,，。.!！;；]+)[,，。.!！;；]\s*(.+)$/su.exec(text.trim()) ?? [];
  return rest !== "" && yesOrNo(before) === true ? rest : text;
}

/** Whether a text gives a value for the only item that waits for a yes, and so confirms it. */
function givesValue(items: readonly OpenItem[], request: LocalRequest, local: LocalAnswers): boolean {
  const [only, ...others] = items;
  return only !== undefined && others.length === 0 && !isChoiceItem(only) && local.givesValue(only, request);
}
