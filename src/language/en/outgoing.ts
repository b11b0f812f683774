/** Why nothing is sent to an address in a definition, and what to do. */
export const outgoing = {
  noAddress: "is not a web address",
  password: "the address of {host} contains a password",
  notPublic: "{host} is not a public address",
  unasked: "nobody has confirmed that Jia may send to {host}",
  leadsInside: "{host} resolves to {address}, which is not a public address",
  redirected: "{host} redirects to another address, and Jia does not follow redirects",
  listIt: "Use a public address, or add its origin to policy.outgoing.",
};
