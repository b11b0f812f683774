/** Why nothing is sent to an address that stands in a definition, and what to do. */
export const outgoing = {
  noAddress: "is not an address of the web",
  password: "the address of {host} holds a password",
  notPublic: "{host} is no public address",
  unasked: "nobody has said yes to sending anything to {host}",
  leadsInside: "{host} leads to {address}, which is no public address",
  redirected: "{host} sent on to another address, which is not followed",
  listIt: "Give a public address, or list its origin under policy.outgoing.",
};
