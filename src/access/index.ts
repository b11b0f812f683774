/** Who may use this Jia: the owner's token, named tokens with scopes, sessions of browsers, links that sign in. */
export { AccessControl } from "./access-control.ts";
export { hasScope, type Identity, SCOPES, type Scope } from "./identity.ts";
export { OWNER_FILE, ownerToken, readOwnerToken } from "./owner-file.ts";
export type { Grant, GrantFacts, GrantStorage } from "./storage.ts";
