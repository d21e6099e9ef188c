import { encoded, entriesOf, jsonText, type Verbatim } from './written.ts';

export type Part = string | Verbatim;

/** A request that mutators change, before it is written out. */
export type Draft = {
  readonly operation: string;
  readonly method: string;
  /** From the root of the host on, with its `{names}`. */
  readonly path: string;
  readonly params: Readonly<Record<string, Part>>;
  readonly query: readonly (readonly [string, Part])[];
  /** Names may stand several times. */
  readonly headers: readonly (readonly [string, string])[];
  /** Undefined where nothing is sent. */
  readonly body: unknown;
  readonly form: boolean;
  /** What is done to the bytes of the body, and to the path with its query, once they are written. */
  readonly onBytes: readonly ((bytes: Buffer) => Buffer)[];
  readonly onTarget: readonly ((target: string) => string)[];
};

/** A request as it goes over a wire. */
export type Wire = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
};

export const headerOf = ({ headers }: Pick<Draft, 'headers'>, name: string): string | undefined =>
  headers.findLast(([one]) => one.toLowerCase() === name)?.[1];

/** The same request with this header once, or without it. */
export const withHeader = (draft: Draft, name: string, value: string | undefined): Draft => ({
  ...draft,
  headers: [
    ...draft.headers.filter(([one]) => one.toLowerCase() !== name),
    ...(value === undefined ? [] : [[name, value] as const]),
  ],
});

const formText = (body: unknown): string =>
  entriesOf(body)
    .map(([key, value]) => `${encoded(key)}=${encoded(typeof value === 'string' ? value : jsonText(value))}`)
    .join('&');

export const wireOf = (draft: Draft): Wire => {
  const { method, path, params, query, headers, body, form, onBytes, onTarget } = draft;
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encoded(params[name] ?? ''));
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const target = onTarget.reduce((text, change) => change(text), search === '' ? filled : `${filled}?${search}`);
  const text = body === undefined ? '' : form ? formText(body) : jsonText(body);
  return { method, target, headers, body: onBytes.reduce<Buffer>((bytes, change) => change(bytes), Buffer.from(text)) };
};

export const sameWire = (left: Wire, right: Wire): boolean =>
  left.method === right.method &&
  left.target === right.target &&
  left.body.equals(right.body) &&
  JSON.stringify(left.headers) === JSON.stringify(right.headers);
