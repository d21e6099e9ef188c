import type { Login } from '../seed/credentials.ts';
import type { HttpClient } from './http.ts';

/** Tokens live five minutes. */
const tokenMs = 4 * 60_000;

/** The access token of a credential, taken anew a while before it runs out or when it is not taken any more. */
export const tokenSource = (http: HttpClient, url: string, { clientId, secret }: Login) => {
  let held: { readonly token: Promise<string>; readonly until: number } | undefined;
  const fresh = async (): Promise<string> => {
    const { text } = await http.send({
      url: `${url}/oauth/token`,
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    return String(Object(JSON.parse(text)).access_token);
  };
  const renew = (): void => {
    held = undefined;
  };
  return {
    renew,
    take: (): Promise<string> => {
      if (held === undefined || Date.now() > held.until) {
        const token = fresh();
        held = { token, until: Date.now() + tokenMs };
        // One that could not be had is asked for again.
        token.catch(renew);
      }
      return held.token;
    },
  };
};
