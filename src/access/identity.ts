/** What a token may do, each scope with all before it. */
export const SCOPES = ["read", "control", "configure", "admin"] as const;

/**
 * What a token may do at most. `read`: look · `control`: also command devices, talk, start scenes and timers ·
 * `configure`: also change scenes, automations, rooms, names · `admin`: also people, tokens, settings, backups.
 */
export type Scope = (typeof SCOPES)[number];

/** Who sends a request: what its token, its session or the owner's file says. */
export interface Identity {
  /** `owner`: the token of the owner's file or of the configuration · `person`: a token that acts as a person. */
  readonly kind: "owner" | "token" | "session" | "person";
  /** Tells identities apart; also for the audit. */
  readonly id: string;
  /** For people: "Kitchen tablet". */
  readonly name: string;
  readonly scope: Scope;
  /** Ids of the only rooms that it may see and command; null: all. */
  readonly rooms: readonly string[] | null;
  /** Id of the room where the client stands: "here" is there; null: not known. */
  readonly room: string | null;
  /** Id of the person as whom it acts; null: nobody's. */
  readonly person: string | null;
}

/** Whether an identity may do what needs a scope. Nobody may do nothing. */
export function hasScope(identity: Pick<Identity, "scope"> | null, needed: Scope): boolean {
  return identity !== null && SCOPES.indexOf(identity.scope) >= SCOPES.indexOf(needed);
}
