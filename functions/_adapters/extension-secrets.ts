/** Reads one secret that is a JSON object. */
export type SecretReader = () => Promise<Readonly<Record<string, unknown>>>;

const port = process.env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
const patienceMs = 2_000;
/** A rotated secret is seen after this and the extension's own five minutes. */
const memoryMs = 60_000;

const fetchSecret = async (arn: string): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(`http://localhost:${port}/secretsmanager/get?secretId=${encodeURIComponent(arn)}`, {
    headers: { 'x-aws-parameters-secrets-token': process.env['AWS_SESSION_TOKEN'] ?? '' },
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`The secrets extension answers ${response.status} for ${arn}.`);
  const { SecretString } = (await response.json()) as { readonly SecretString: string };
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
