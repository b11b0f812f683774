/** The kinds of databases of a store. */
export type StoreKind = "sqlite" | "postgres";
