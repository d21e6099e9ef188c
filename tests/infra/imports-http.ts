/** HTTP as a module, statically or when it is needed: that loads all of `fetch`. */
export const importsHttp = /(?:from|import\(|import) ?["'](?:node:)?https?["']/;
