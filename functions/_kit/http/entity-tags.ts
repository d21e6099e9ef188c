const oneTag = /^\s*(?:W\/)?("[\x21\x23-\x7e]*"|\*)\s*$/;

/**
 * The entity tags of an `If-Match` or `If-None-Match` header, and `*` for any (RFC 9110, 13.1); undefined without one.
 * Versions are numbers here, so a weak tag names the same version as a strong one, and one that makes no sense names
 * none.
 */
export const entityTags = (header: string | undefined): readonly string[] | undefined =>
  header === undefined ? undefined : header.split(',').map((tag) => oneTag.exec(tag)?.[1] ?? '');
