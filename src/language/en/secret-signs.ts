import { secretSignsBy } from "../secret-signs.ts";

const PLACE =
  "(?:door|gate|alarm|safe|entry|entrance|security|access|lock|unlock(?:ing)?|garage|key ?box|lockbox|keypad|disarm(?:ing)?|wi-?fi|bike|cycle|locker|shed|cellar|basement|house|building|intercom|key|suitcase|padlock|lift|elevator|front door|back door|side door)";

export const secretSigns = secretSignsBy({
  names: new RegExp(
    `\\b(?:pins?(?: ?codes?| numbers?)?|pass ?(?:words?|codes?|phrases?)|pwd|${PLACE} ?-?(?:codes?|combinations?|combos?|pins?)|wi-?fi ?-?keys?|combination (?:of|to|for|on) (?:the|our|my) (?:${PLACE}|lock)|codes? (?:of|to|for|on) (?:the|our|my) (?:[a-z]+ )?${PLACE}|(?:api|secret|private|access|recovery|seed) ?-?(?:keys?|tokens?|phrases?|codes?)|tokens?|cvv|cvc|(?:credit|debit|bank) ?card(?: numbers?)?|card numbers?|account numbers?|key numbers?|iban|social security(?: numbers?)?|ssn|one-time codes?|verification codes?|2fa codes?)\\b`,
  ),
  given: /\b(?:is|are|was|equals|set to|to|it's)\b|'s |[:=]|\d{3,}|\d[ -]\d/,
  numbered:
    /\b(?:safe|strong ?box|key ?safe|key ?box|lock ?box|padlock|[a-z]+ lock|combination|combo|keypad|(?:access|door|entry|key|gate) ?card|(?:door|gate|garage|lock|alarm|lockers?) (?:opens|unlocks|is (?:opened|unlocked|disarmed)|disarms|goes off) (?:with|by|using|on)|(?:open|unlock|disarm)s? (?:the|our|my) [a-z ]+ (?:with|by|using)|(?:door|gate|garage) ?keys?)\b/,
  noNumber:
    /\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b(?!\d)|[$£€]\s?\d[\d.,]*|\b\d+ ?(?:euros?|dollars?|pounds?|years?|minutes?|hours?|metres?|meters?|percent|%|am|pm)\b/g,
});
