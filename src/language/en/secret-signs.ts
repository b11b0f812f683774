import { secretSignsBy } from "../secret-signs.ts";

export const secretSigns = secretSignsBy({
  names:
    /\b(?:pins?(?: ?codes?| numbers?)?|pass ?(?:words?|codes?|phrases?)|pwd|(?:door|gate|alarm|safe|entry|entrance|security|access|lock|unlock(?:ing)?|garage|key ?box|lockbox|keypad|disarm(?:ing)?|wi-?fi) ?-?(?:codes?|combinations?|combos?|keys?|pins?)|combination (?:of|to|for) the (?:safe|lock)|code (?:of|to|for) the (?:door|gate|alarm|safe|lock|garage|front door|back door|house)|(?:api|secret|private|access|recovery|seed) ?-?(?:keys?|tokens?|phrases?|codes?)|tokens?|cvv|cvc|(?:credit|debit|bank) ?card(?: numbers?)?|card numbers?|account numbers?|iban|social security(?: numbers?)?|ssn|one-time codes?|verification codes?|2fa codes?)\b/,
  given: /\b(?:is|are|was|equals|set to|to|it's)\b|'s |[:=]|\d{3,}/,
});
