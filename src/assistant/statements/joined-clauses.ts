import type { ClausePart, StatementClause } from "./clause.ts";
import { mentionsThing } from "./values.ts";

/** Joins clauses that only name things to the one that says something of them: "the hall light, the lamp and the fan are on". */
export function joinClauses(clauses: readonly StatementClause[]): StatementClause[] {
  const whole: StatementClause[] = [];
  let names: readonly ClausePart[] = [];
  for (const clause of clauses) {
    const parts = [...names, ...clause.parts];
    names = isNaming(clause) ? parts : [];
    if (names.length === 0) whole.push({ ...clause, parts });
  }
  if (names.length > 0) whole.push({ parts: names, question: false });
  const all = whole.flatMap(({ parts }) => parts);
  let before: readonly ClausePart[] = [];
  return whole.map((clause) => {
    const placed = { ...clause, whole: all, before };
    if (clause.parts.some(mentionsThing)) before = clause.parts;
    return placed;
  });
}

function isNaming({ parts, question }: StatementClause): boolean {
  const named = parts.some(
    ({ home, lex }) => (home !== null && home.devices.length + home.parts.length > 0) || (lex?.kinds.length ?? 0) > 0,
  );
  const plain = parts.every(
    ({ predicate, measure, marks }) => predicate === null && measure === null && !marks.has("none"),
  );
  return named && !question && plain;
}
