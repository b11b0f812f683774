/** A notice of the gateway to the person who runs it. */
export type GatewayNotice =
  | { readonly kind: "online" | "offline"; readonly did: string; readonly name: string }
  /** It has no address and did not answer a broadcast. */
  | { readonly kind: "not-found"; readonly did: string }
  /** `greeted`: it answers a hello and nothing else. */
  | { readonly kind: "silent"; readonly did: string; readonly address: string; readonly greeted: boolean }
  | { readonly kind: "no-spec"; readonly did: string; readonly model: string }
  | { readonly kind: "not-miot"; readonly did: string; readonly model: string; readonly detail: string };
