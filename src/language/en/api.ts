/** What the HTTP API says about requests, beside the errors of the table. */
export const api = {
  /** One problem of a request, at its place: "?limit must be at most 1000". */
  problemAt: "{place} {problem}",
  notJson: "the body is not JSON",
  badAddress: "the address is not one: every % must be followed by two hexadecimal digits that make up UTF-8",
  notHttp: "it is not HTTP/1.1",
  otherLength: "the body has another length than Content-Length",
  noHost: "the header Host is missing",
  seeLog: "the log has the details",
  unknownHost: 'the name "{name}" is not in server.hosts',
  foreignSite: "it comes from another web site",
  noProperties: "properties is empty: give at least one",
  fromAfterTo: "?from is after ?to",
};
