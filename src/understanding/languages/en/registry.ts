import type { PeopleForm } from "../../presence/forms.ts";
import type { PeopleMeaning } from "../../presence/statement.ts";

const NO_NAME =
  "(?!(?:a|an|is|are|am|was|were|did|do|does|has|have|can|could|will|would|when|if|whether|as|where|what|which|why|how|who|it|that|this|there|here|remind|tell|turn|switch|play|set|the light|the lights)\\b)";
const NAME = "[\\p{L}][\\p{L}\\p{M}\\d'.\\-]{0,40}";
const WHO = `(?<who>${NO_NAME}${NAME}(?: ${NAME}){0,2}?)(?<!'s)`;
const ONE = `(?<who>${NO_NAME}${NAME})(?<!'s)`;
const TWO = `(?<who>${NO_NAME}${NAME} ${NAME})(?<!'s)`;
const OTHER = `(?<name>${NAME}(?: ${NAME})?)`;
const END = "(?:until|till|til|'til|up to|through|for|over)";
const UNTIL = `(?: ${END} (?<until>[^,;]{1,40}?))`;
const MAYBE = `(?:,? (?:${END}|to) (?<until>[^,;]{1,40}?))?`;
const PLACE = "(?:house|home|flat|apartment|place)";
const FAMILY =
  "(?:the |our |my |this )?(?:family|household|home|house|flat|people|residents|guests|guest list|list of people)";
const ADD = "(?:add|register|enter|save)";
const GUEST = "(?:a |our |my |another )?(?:house ?guest|guest|visitor)";
const CHILD = "(?:a |our |my |another )?(?:child|kid|son|daughter)";
const ADULT =
  "(?:an |a |our |another |new )*(?:adult|grown-?up|member(?: of the (?:family|household))?|family member|resident|housemate|flatmate|roommate|person)";
const NOW = "(?: (?:now|too|as well|again|from now on|any ?more|any longer))*";

function form(
  meaning: PeopleMeaning,
  body: string,
  more: Partial<Omit<PeopleForm, "said" | "meaning">> = {},
): PeopleForm {
  return { said: new RegExp(`^${body}$`, "u"), meaning, ...more };
}

const SURE = { sure: true } as const;
const ADD_GUEST: PeopleMeaning = { kind: "add", role: "guest" };
const ADD_CHILD: PeopleMeaning = { kind: "add", role: "child" };
const ADD_ADULT: PeopleMeaning = { kind: "add", role: "adult" };
const REMOVE: PeopleMeaning = { kind: "remove" };
const ALIAS: PeopleMeaning = { kind: "alias" };
const ROOM: PeopleMeaning = { kind: "room" };
const SLEEPS: PeopleMeaning = { kind: "room", implied: true };

/** "Add Mia as a guest until Sunday", "who lives here", "Emma is also called mum". */
export const ENGLISH_REGISTRY: readonly PeopleForm[] = [
  form({ kind: "listed" }, `who(?: all| else)? (?:lives|stays|belongs) (?:here|with us|in (?:this|the|our) ${PLACE})`),
  form({ kind: "listed" }, "who(?:'s| is| are)(?: all)? in (?:the|our|my|this) (?:family|household)"),
  form(
    { kind: "listed" },
    "(?:who|which people|what people) do you know|(?:which|what) people (?:live here|are there)",
  ),
  form(
    { kind: "listed" },
    "who are (?:all )?(?:the |our )?(?:people|members|residents)(?: (?:of|in) (?:this|the|our) (?:home|house|household|family))?",
  ),
  form(
    { kind: "listed" },
    "(?:list|show)(?: me)?(?: all)? (?:the )?(?:people|residents|household|members of the (?:family|household)|people of (?:the|this) home)",
  ),
  form(
    { kind: "stays" },
    `(?:until when|till when|how long|until what day) (?:is|will|does|can) ${WHO} (?:staying|stay|be staying|be here|visiting|our guest|a guest)(?: (?:for|until|here|with us))*`,
  ),
  form({ kind: "stays" }, `when does ${WHO}'s (?:stay|visit) end`),
  form(ADD_GUEST, `${ADD} ${WHO} as ${GUEST}${MAYBE}`, SURE),
  form(ADD_GUEST, `${ADD} ${GUEST}(?:,? (?:called|named))? ${WHO}${MAYBE}`, SURE),
  form(
    ADD_GUEST,
    `${WHO}(?: is|'s| will be)(?: (?:going to be|coming to stay|staying|visiting|here|with us|our guest|a guest|over|as a guest|at ours))+${UNTIL}`,
  ),
  form(ADD_GUEST, `${WHO} (?:stays|will stay|can stay|may stay)(?: (?:with us|here|over|as a guest))*${UNTIL}`),
  form(ADD_GUEST, `${WHO}(?: is|'s) (?:a|our) (?:house ?)?guest${NOW}`),
  form(ADD_CHILD, `${ADD} ${WHO} as ${CHILD}`, SURE),
  form(
    ADD_CHILD,
    `${ADD} (?:my|our|a|another) (?:new |little )?(?:son|daughter|child|kid|baby)(?:,? (?:called|named))? ${WHO}(?: as ${CHILD})?`,
    SURE,
  ),
  form(ADD_ADULT, `${ADD} ${WHO} (?:as ${ADULT}(?: to ${FAMILY})?|to ${FAMILY})`, SURE),
  form(
    ADD_ADULT,
    `${ADD} (?:my|our|an|a|another) (?:new )?(?:wife|husband|partner|girlfriend|boyfriend|mother|father|mum|mom|dad|brother|sister|flatmate|housemate|roommate|adult|person)(?:,? (?:called|named))? ${WHO}(?: as ${ADULT})?`,
    SURE,
  ),
  form(ADD_ADULT, `${WHO} (?:lives here|lives with us|has moved in|moved in|is moving in)(?: with us)?${NOW}`),
  form(REMOVE, `(?:remove|delete|drop) ${WHO} from ${FAMILY}`, SURE),
  form(REMOVE, `(?:remove|delete) (?:the guest |our guest )?${WHO}`),
  form(
    REMOVE,
    `${WHO} (?:doesn't live here|does not live here|no longer lives here|has moved out|moved out|isn't living here|doesn't live with us|is no longer (?:our|a) guest|isn't (?:our|a) guest)${NOW}`,
  ),
  form({ kind: "role", role: "adult" }, `(?:make|set) ${WHO} (?:to |as )?(?:an adult|adult|a grown-?up)${NOW}`),
  form({ kind: "role", role: "adult" }, `(?:change|set|switch) ${WHO}(?:'s role)? to (?:an )?adult${NOW}`),
  form({ kind: "role", role: "adult" }, `${WHO}(?: is|'s)(?: now)? (?:an adult|grown up|a grown-?up)${NOW}`),
  form({ kind: "role", role: "child" }, `(?:make|set) ${WHO} (?:to |as )?(?:a child|child|a kid)${NOW}`),
  form({ kind: "role", role: "child" }, `(?:change|set|switch) ${WHO}(?:'s role)? to (?:a )?child${NOW}`),
  form({ kind: "role", role: "guest" }, `(?:make|set) ${WHO} (?:to |as )?(?:a guest|guest)${MAYBE}`),
  form({ kind: "role", role: "guest" }, `(?:change|set|switch) ${WHO}(?:'s role)? to (?:a )?guest${NOW}`),
  ...[ONE, TWO].flatMap((who) => [
    form(ALIAS, `(?:(?:also|please) )*(?:you can |we )?(?:also )?call ${who} ${OTHER},? (?:as well|too|also)`),
    form(ALIAS, `(?:you can |we )?also call ${who} ${OTHER}`),
  ]),
  form(ALIAS, `${WHO}(?: is|'s|'m| am) (?:also|sometimes|otherwise) (?:called|known as|named) ${OTHER}`),
  form(ALIAS, `${WHO}(?: is|'s|'m| am) (?:called|known as|named) ${OTHER},? (?:as well|too|also)`),
  form(ALIAS, `${WHO} also goes by(?: the name(?: of)?)? ${OTHER}`),
  form(ALIAS, `${WHO}'s (?:nickname|pet name|other name) is ${OTHER}`),
  form(ROOM, `${WHO}'s (?:own )?(?:room|bedroom) is (?<room>[^,;]{2,40})`),
  form(ROOM, `(?<room>(?:the |our )?[^,;]{2,40}?) is ${WHO}'s (?:own )?(?:room|bedroom)`),
  form(SLEEPS, `${WHO} (?:sleeps|lives) in (?<room>the [^,;]{2,40})`),
];
