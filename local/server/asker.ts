type Asked = { readonly headers: Readonly<Record<string, string | undefined>> };

const isHere = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);

/**
 * Says that a person at this machine asks. A page of another site whose name was made to lead here asks under that
 * name; one that asks here across sites is named by its browser.
 */
export const isOurs = ({ headers }: Asked): boolean => {
  const { host = '', origin } = headers;
  return isHere(host) && (origin === undefined || origin === `http://${host}`);
};

/** Says that a program asks, and not a browser, which takes anything. */
export const wantsJson = ({ headers }: Asked): boolean =>
  /\bapplication\/json\b/i.test(headers['accept'] ?? '') && !/\btext\/html\b/i.test(headers['accept'] ?? '');
