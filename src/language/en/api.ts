/** What the HTTP API says about requests, beside the errors of the table. */
export const api = {
  /** One problem of a request, at its place: "?limit must be at most 1000". */
  problemAt: "{place} {problem}",
  notJson: "the body is not JSON",
  seeLog: "the log has the details",
  unknownHost: 'the name "{name}" is not in server.hosts',
  foreignSite: "it comes from another web site",
  noProperties: "properties is empty: give at least one",
  fromAfterTo: "?from is after ?to",
};
