/** Messages of the HTTP API about requests, beside the errors of the table. */
export const api = {
  otherPerson: "the token belongs to another person",
  /** One problem of a request, at its place: "?limit must be at most 1000". */
  problemAt: "{place} {problem}",
  notJson: "the body is not JSON",
  badAddress: "the address is not valid: two hexadecimal digits must follow every %, and they must form UTF-8",
  notHttp: "the request is not HTTP/1.1",
  otherLength: "the length of the body is not what Content-Length says",
  badCursor: "?cursor is not the `next` of an answer to this list with these filters",
  unknownField: '?fields: there is no field "{field}"; there are {known}',
  unknownFieldNear: '?fields: there is no field "{field}"; did you mean "{near}"?',
  oneLength: "give either seconds or duration",
  notLength: 'duration: "{given}" is no length of time; give one such as 8m, 1h30, 10 minutes or 十分钟',
  noHost: "the header Host is missing",
  seeLog: "the log has the details",
  unknownHost: 'server.hosts does not list the name "{name}"',
  foreignSite: "it comes from another website",
  noProperties: '"properties" is empty; give at least one property',
  fromAfterTo: "?from is later than ?to",
  notMoment: '?{name}: "{given}" is no moment; give 2026-03-01, 2026-03-01T08:00, or 2d for two days ago',
  notStep: '?step: "{given}" is no step; give hour, day, or a duration such as 5m',
  tooManySteps: "?step: there would be {count} steps, and at most {most} are possible; choose longer ones",
};
