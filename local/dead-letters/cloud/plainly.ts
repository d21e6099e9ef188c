import { isPlainError, plainError } from '../../plain-error.ts';

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');
const wordsOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** What a person can do about a refusal of AWS; undefined for one that nobody foresaw. */
const remedyOf = (thrown: unknown, stage: string): string | undefined => {
  const name = nameOf(thrown);
  if (/CredentialsProviderError|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId/.test(name))
    return 'AWS knows no identity of yours here: sign in, for example with aws sso login, or set AWS_PROFILE.';
  if (/ExpiredToken/.test(name)) return 'Your AWS session has ended: sign in again.';
  if (/AccessDenied|NotAuthorized/.test(name))
    return `Your AWS identity may not do this: it needs the policy bindery-${stage}-operator.`;
  if (/NoSuchBucket/.test(name)) return 'There is no such archive: say its bucket by --archive.';
  if (/Region is missing/.test(wordsOf(thrown))) return 'Say in which Region: --region eu-central-1, or AWS_REGION.';
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|TimeoutError/.test(`${name} ${Object(thrown).code ?? ''}`))
    return 'AWS cannot be reached from here.';
  return undefined;
};

/** Says in a sentence what a person can mend, wherever one of these functions throws. */
export const plainly = <T extends object>(port: T, stage: string): T => {
  const wrapped = Object.entries(port).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    const call = async (...args: readonly unknown[]): Promise<unknown> => {
      try {
        return await value(...args);
      } catch (thrown) {
        const remedy = isPlainError(thrown) ? undefined : remedyOf(thrown, stage);
        throw remedy === undefined ? thrown : plainError(`${remedy} (${wordsOf(thrown)})`, thrown);
      }
    };
    return [name, call];
  });
  return Object.fromEntries(wrapped) as T;
};
