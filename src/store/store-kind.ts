/** The kinds of database that a store may be. */
export type StoreKind = "sqlite" | "postgres";
