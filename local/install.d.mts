export const hashOf: (text: string) => string;
export const samePackages: (lockText: string, installedText: string) => boolean;
export const installNeed: (found: {
  readonly lock: string;
  readonly installedLock: string | undefined;
  readonly stamp: string | undefined;
  readonly hasNode: boolean;
}) => 'install' | 'stamp' | 'nothing';
export const nodeFor: (root: string) => string | undefined;
export const install: (root: string) => boolean;
export declare const compileCache: (
  root: string,
  verb: string | undefined,
  given: string | undefined,
) => { readonly NODE_COMPILE_CACHE?: string };
