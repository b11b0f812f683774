/** What must hold, as a clause: "it is dark outside". What devices and properties are stands under `states`. */
export const conditions = {
  all: ({ conditions }: { conditions: readonly string[] }) => joined(conditions, " and "),
  any: ({ conditions }: { conditions: readonly string[] }) => joined(conditions, " or "),
  not: "it is not true that {condition}",
  bounds: "{what} {bounds}",
  between: "it is between {after} and {before}",
  after: "it is after {after}",
  before: "it is before {before}",
  sunUp: "the sun is up",
  dark: "it is dark outside",
  quiet: "nobody has moved at {who} for {duration}",
  /** In a trace, where what they are made of is told line by line. */
  allOfThese: "all of these",
  anyOfThese: "any of these",
};

function joined(conditions: readonly string[], joining: string): string {
  return conditions.length > 1 ? `(${conditions.join(joining)})` : (conditions[0] ?? "");
}
