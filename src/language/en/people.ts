/** The people of the home. */
export const people = {
  /** As what is defined: 'The person "Emma" cannot be saved'. */
  person: "person",
  named: 'person "{name}"',
  anyone: "anyone",
  everyone: "everyone",
  nobody: "nobody",
  reserved: "is a word with a meaning of its own. Choose another id",
  nameInUse: '"{name}" is already a name of "{id}"',
  noPin: "a PIN has 4 to 12 digits",
  doorSign: 'needs either "event", or "property" with "is"',
  longKey: "is not a key. Use 16 to 100 letters, digits, - or _",
  sameKey: 'is already the key of "{id}"',
  noRoom: 'the home has no room "{room}"',
  onlyAdults: "only an adult of this home may do that",
  withThisKey: "person with this key",
  tooManyTokens: "A person can have {most} tokens. Revoke one first.",
  tokenNamed: 'token "{id}"',
  taken: 'A person with the id "{id}" already exists.',
};
