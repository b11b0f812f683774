/** Conditions of other conditions: all of them, any of them, or the opposite of one. */
import type { z } from "zod";
import { message } from "../../language/index.ts";
import { mapItems, withParts } from "../references/changes.ts";
import { type ConditionKind, defineCondition, type InnerCondition, type Truth } from "./kind.ts";
import { allOf, anyOf } from "./match.ts";

interface Joined<Type extends string> {
  readonly type: Type;
  readonly of: InnerCondition[];
}
interface Negated {
  readonly type: "not";
  readonly of: InnerCondition;
}

const NOT_KNOWN = message("traces.notKnown");

/** All must hold. @param schema with the conditions that may stand inside */
export function allKind(schema: z.ZodType<Joined<"all">>): ConditionKind<z.ZodType<Joined<"all">>> {
  return defineCondition({
    ...joined(allOf),
    type: "all",
    schema,
    example: { type: "all", of: [{ type: "sun", is: "down" }] },
    words: ({ of }, _home, inner) => message("conditions.all", { conditions: of.map((one) => inner.words(one)) }),
    traceWords: message("conditions.allOfThese"),
  });
}

/** One is enough. @param schema with the conditions that may stand inside */
export function anyKind(schema: z.ZodType<Joined<"any">>): ConditionKind<z.ZodType<Joined<"any">>> {
  return defineCondition({
    ...joined(anyOf),
    type: "any",
    schema,
    example: { type: "any", of: [{ type: "sun", is: "down" }] },
    words: ({ of }, _home, inner) => message("conditions.any", { conditions: of.map((one) => inner.words(one)) }),
    traceWords: message("conditions.anyOfThese"),
  });
}

/** The common part of `all` and `any`. */
function joined<Type extends string>(join: (results: readonly Truth[]) => Truth) {
  type Kind = ConditionKind<z.ZodType<Joined<Type>>>;
  return {
    check({ of }, field, _check, inner) {
      of.forEach((each, index) => {
        inner(each, `${field}.of[${index}]`);
      });
    },
    notWords: () => null,
    evaluate({ of }, _context, inner) {
      return found(join(of.map((each, index) => inner(each, `of[${index}]`))));
    },
    dependsOnTime: ({ of }, inner) => of.some((each, index) => inner(each, `of[${index}]`)),
    dayTest: () => null,
    withTargets: (condition, _change, inner) => withParts(condition, { of: mapItems(condition.of, inner) }),
    withPeople: (condition, _change, inner) => ({ ...condition, of: condition.of.map(inner) }),
  } satisfies Pick<
    Kind,
    "check" | "notWords" | "evaluate" | "dependsOnTime" | "dayTest" | "withTargets" | "withPeople"
  >;
}

/** The opposite. @param schema with the conditions that may stand inside */
export function notKind(schema: z.ZodType<Negated>): ConditionKind<z.ZodType<Negated>> {
  return defineCondition({
    type: "not",
    schema,
    example: { type: "not", of: { type: "sun", is: "down" } },
    check: ({ of }, field, _check, inner) => inner(of, `${field}.of`),
    words: ({ of }, _home, inner) => inner.notWords(of),
    notWords: ({ of }, _home, inner) => inner.words(of),
    evaluate({ of }, _context, inner) {
      const holds = inner(of, "of");
      return found(holds === null ? null : !holds);
    },
    dependsOnTime: ({ of }, inner) => inner(of, "of"),
    dayTest({ of }, inner) {
      const test = inner(of, "of");
      return test && ((midnight) => !test(midnight));
    },
    withTargets: (condition, _change, inner) => withParts(condition, { of: inner(condition.of) }),
    withPeople: (condition, _change, inner) => ({ ...condition, of: inner(condition.of) }),
  });
}

function found(holds: Truth) {
  return { holds, detail: holds === null ? NOT_KNOWN : "" };
}
