import type { TaskSigns } from "../task-signs.ts";

const CHAT = "(?:conversation|chat|discussion|dialog(?:ue)?|thread|(?:message|chat) history)";
const TITLE = "(?:titles?|headline|topic|subject line|names?)";
const SIZE = "(?:concise|brief|short|\\w+[- ]words?|\\d+[- ]?(?:words?|characters?))";

export const taskSigns: TaskSigns = {
  title: new RegExp(
    `\\b${TITLE}\\b[^.!?\\n]{0,80}\\b${CHAT}\\b|\\b${CHAT}\\b[^.!?\\n]{0,80}\\b(?:a|the|into a|only the) ${TITLE}\\b|\\bname this ${CHAT}\\b|\\b${SIZE}\\b[^.!?\\n]{0,60}\\btitle\\b|\\btitle[- ]?generat(?:or|ion)\\b|\\b(?:generates?|generating|creates?|creating|writes?|suggests?) [^.!?\\n]{0,40}\\btitles?\\b|\\btitle:\\s*$`,
    "i",
  ),
  chore: new RegExp(
    `\\b(?:summari[sz]e|sum up|compress|condense)\\b[^.!?\\n]{0,60}\\b${CHAT}\\b|\\bsummary of (?:the|this|our) ${CHAT}\\b|\\bfollow[- ]?up (?:questions?|prompts?)\\b|\\b(?:search|retrieval) quer(?:y|ies)\\b|\\bautocomplet(?:e|ion)\\b|\\b(?:tags?|keywords?)\\b[^.!?\\n]{0,60}\\b${CHAT}\\b|\\bavailable tools\\b|\\bstandalone question\\b`,
    "i",
  ),
  speakers: /^(?:human|ai|bot|you|me|query|history)\s*:/i,
  stamp: /^\[\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\]\s*[^:\s]{1,30}:\s+/,
  manner:
    /[,.;]\s*(?:please\s+)?(?:answer|reply|respond)\b[^.!?]{0,40}\b(?:words?|characters?|sentences?|briefly|short)\b[^!?]*$/i,
};
