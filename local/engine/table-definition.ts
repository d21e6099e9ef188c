/** A table as data: string keys everywhere, and indexes that are sparse and KEYS_ONLY. */
export type TableDefinition = {
  readonly tableName: string;
  readonly keys: KeyNames;
  readonly indexes: readonly IndexDefinition[];
};

/** The names of the two attributes that make a key. */
export type KeyNames = { readonly pk: string; readonly sk: string };
export type IndexDefinition = KeyNames & { readonly name: string };
