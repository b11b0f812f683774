/**
 * A pure function that remembers what it was asked last: stages that come one after the other ask for the same of the same
 * sentence. Arguments are compared by identity.
 */
export function remembering<Of extends object, Others extends readonly unknown[], Value>(
  make: (of: Of, ...others: Others) => Value,
): (of: Of, ...others: Others) => Value {
  let last: { readonly of: Of; readonly others: Others; readonly value: Value } | null = null;
  return (of, ...others) => {
    if (last?.of === of && others.every((each, at) => each === last?.others[at])) return last.value;
    const value = make(of, ...others);
    last = { of, others, value };
    return value;
  };
}
