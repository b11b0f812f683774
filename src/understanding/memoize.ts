interface Answer<Of, Others, Value> {
  readonly of: Of;
  readonly others: Others;
  readonly value: Value;
}

/**
 * Memoizes the last calls of a pure function, because consecutive stages ask for the same. Arguments are compared by
 * identity, so they must not change while a sentence is decided.
 * @param most number of results that are kept
 */
export function memoizeLast<Of extends object, Others extends readonly unknown[], Value>(
  make: (of: Of, ...others: Others) => Value,
  most = 1,
): (of: Of, ...others: Others) => Value {
  const answers: Answer<Of, Others, Value>[] = [];
  let next = 0;
  return (of, ...others) => {
    for (const answer of answers) if (answer.of === of && isSame(answer.others, others)) return answer.value;
    const value = make(of, ...others);
    answers[next] = { of, others, value };
    next = (next + 1) % most;
    return value;
  };
}

/**
 * The same for a function of one argument. Further arguments are ignored, so that it can be passed to `some` and the like.
 */
export function memoizeEach<Of extends object, Value>(make: (of: Of) => Value, most = 1): (of: Of) => Value {
  const answers: { readonly of: Of; readonly value: Value }[] = [];
  let next = 0;
  return (of) => {
    for (const answer of answers) if (answer.of === of) return answer.value;
    const value = make(of);
    answers[next] = { of, value };
    next = (next + 1) % most;
    return value;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}
