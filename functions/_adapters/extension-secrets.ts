import { getJson } from './get-json.ts';

/** Reads one secret that is a JSON object. */
export type SecretReader = () => Promise<Readonly<Record<string, unknown>>>;

const port = process.env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
const patienceMs = 2_000;
/** A rotated secret is seen after this and the extension's own five minutes. */
const memoryMs = 60_000;

const fetchSecret = async (arn: string): Promise<Readonly<Record<string, unknown>>> => {
  const url = new URL(`http://localhost:${port}/secretsmanager/get?secretId=${encodeURIComponent(arn)}`);
  const headers = { 'x-aws-parameters-secrets-token': process.env['AWS_SESSION_TOKEN'] ?? '' };
  const { status, body } = await getJson(url, { headers, patienceMs });
  if (status !== 200) throw new Error(`The secrets extension answers ${status} for ${arn}.`);
  const { SecretString } = body as { readonly SecretString: string };
  return JSON.parse(SecretString);
};

/**
 * Reads a secret from the Lambda extension beside the function, so that no SDK client is bundled for it, and remembers
 * it for a minute.
 */
export const extensionSecret = (arn: string, now: () => number = Date.now): SecretReader => {
  let known: { readonly value: ReturnType<SecretReader>; readonly until: number } | undefined;
  return () => {
    if (known !== undefined && now() < known.until) return known.value;
    const value = fetchSecret(arn);
    known = { value, until: now() + memoryMs };
    value.catch(() => {
      known = undefined;
    });
    return value;
  };
};
