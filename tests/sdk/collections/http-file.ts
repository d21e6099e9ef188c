/** One request of a `.http` file, with its variables still in it. */
export type Request = {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};
export type HttpFile = { readonly variables: Readonly<Record<string, string>>; readonly requests: readonly Request[] };

const isComment = (line: string): boolean => /^(#|\/\/)/.test(line);

const requestIn = (part: string): readonly Request[] => {
  const name = /^# @name (\S+)$/m.exec(part)?.[1] ?? '';
  const lines = part.split('\n').filter((line) => !isComment(line) && !/^@\w+ = /.test(line));
  const start = lines.findIndex((line) => line !== '');
  const [first = '', ...rest] = start < 0 ? [] : lines.slice(start);
  const [, method, url] = /^([A-Z]+) (\S+)$/.exec(first) ?? [];
  if (method === undefined || url === undefined) return [];
  const end = rest.indexOf('');
  const headerLines = end < 0 ? rest : rest.slice(0, end);
  const headers = headerLines.map((line) => /^([\w-]+): (.+)$/.exec(line) ?? ['', 'malformed', line]);
  const body =
    end < 0
      ? ''
      : rest
          .slice(end + 1)
          .join('\n')
          .trim();
  return [
    {
      ...{ name, method, url, body: body === '' ? undefined : body },
      headers: Object.fromEntries(headers.map(([, key = '', value = '']) => [key.toLowerCase(), value])),
    },
  ];
};

/** Reads what the REST Client reads: parts between lines of `###`, a head of variables, headers up to an empty line. */
export const readHttpFile = (text: string): HttpFile => ({
  variables: Object.fromEntries(
    [...text.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  ),
  requests: text.split(/^###.*$/m).flatMap(requestIn),
});

export type Answers = Map<string, unknown>;

const at = (value: unknown, path: string): unknown =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>((inner, name) => (inner === undefined ? inner : Object(inner)[name]), value);

/** A text with its variables filled in: of the file, of answers that came before, and a new UUID. */
export const filled = (text: string, variables: Readonly<Record<string, string>>, answers: Answers): string =>
  text.replace(/\{\{([^{}]+)\}\}/g, (whole, inner: string) => {
    if (inner === '$guid') return crypto.randomUUID();
    const [, name = '', path = ''] = /^(\w+)\.response\.body\.(.+)$/.exec(inner) ?? [];
    const value = name === '' ? variables[inner] : at(answers.get(name), path);
    if (value === undefined) throw new Error(`${whole} stands for nothing.`);
    return name === '' ? filled(String(value), variables, answers) : String(value);
  });
