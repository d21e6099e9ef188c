/** SHA-256 of some bytes, both written in hex. It is given, for the domain imports no cryptography. */
export type Sha256 = (hex: string) => string;

/** A leaf and a node are hashed under different prefixes, so that neither passes for the other (RFC 6962 §2.1). */
export const leafHash = (sha256: Sha256, data: string): string => sha256(`00${data}`);
export const nodeHash = (sha256: Sha256, left: string, right: string): string => sha256(`01${left}${right}`);

/** The root of a tree without leaves. */
export const emptyRoot = (sha256: Sha256): string => sha256('');

/** Anything of another length would move the border between the left and the right half of a node. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
