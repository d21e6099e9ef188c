import { type Path, pathOf, valueAt } from '../at-path.ts';
import type { Wire } from '../request.ts';
import type { Answered } from '../stage/door.ts';
import type { Heard } from '../stage/ground.ts';
import { isPlainObject } from '../written.ts';
import { schemaFaults } from './answer-schema.ts';

/** What is wrong with an answer: the name of the rule, and what was found. */
export type Fault = { readonly rule: string; readonly what: string };

const slowMs = 2_000;

/** Texts of our own inside that no caller has to see, unless they sent them. */
const insides = [
  ...['node_modules', '/functions/', '/domain/', 'file://', 'at async', 'Error:', 'ValidationException'],
  ...[
    'T#shop-',
    'T#sandbox-',
    '#KEY#',
    'OP#0',
    'ConditionExpression',
    'TransactWrite',
    '[object Object]',
    'mutations ',
  ],
];

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

const leaks = ({ answer }: { readonly answer: Answered }, wire: Wire): readonly Fault[] => {
  const shown = answer.body + JSON.stringify(answer.headers);
  const sent = `${wire.target} ${decoded(wire.target)} ${wire.body} ${JSON.stringify(wire.headers)}`;
  return insides
    .filter((text) => shown.includes(text) && !sent.includes(text))
    .map((text) => ({ rule: 'no-leak', what: `The answer shows ${text}.` }));
};

type Problem = {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly pointer: string }[];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether a path leads to something, or to what is missing from an object that is there or is missing itself. */
const leads = (value: unknown, path: Path): boolean => {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const next = valueAt(value, [first]);
  return next === undefined ? isPlainObject(value) : leads(next, rest);
};

/** A fault is at something that was sent, or that is missing from something that was sent. */
const pointsInto = (pointer: string, { endpoint, params }: Answered, wire: Wire): boolean => {
  const path = pathOf(pointer);
  const [root = '', name = ''] = path.map(String);
  const body = parsed(wire.body.toString());
  if (root === 'path') return Object.hasOwn(params, name) || endpoint?.contract.path.includes(`{${name}}`) === true;
  return root === 'query' || root === 'headers' || leads(body, path);
};

const problemFaults = (answer: Answered, wire: Wire): readonly Fault[] => {
  const problem = parsed(answer.body) as Problem | undefined;
  if (problem === undefined) return [];
  const { status, requestId, errors = [] } = problem;
  const lost = errors.filter(({ pointer }) => !pointsInto(pointer, answer, wire));
  return [
    ...(status === answer.statusCode ? [] : [{ rule: 'own-status', what: `The problem says ${status}.` }]),
    ...(requestId === answer.headers['x-request-id'] || answer.headers['idempotent-replayed'] === 'true'
      ? []
      : [{ rule: 'own-request', what: `The problem is of request ${requestId}.` }]),
    ...lost.map(({ pointer }) => ({ rule: 'points-at-request', what: `Nothing was sent at ${pointer}.` })),
  ];
};

/** What has to hold of every answer, whatever was asked. */
export const answerFaults = (heard: Heard, wire: Wire): readonly Fault[] => {
  const { answer, ms, log } = heard;
  if (answer === undefined) return [{ rule: 'answers', what: 'No answer ever came.' }];
  const { statusCode, body } = answer;
  const bugs = log.flatMap((line) => (line['bug'] === undefined ? [] : [`${line['bug']} ${line['stack'] ?? ''}`]));
  const isText = body === '' ? statusCode === 304 : parsed(body) !== undefined;
  return [
    ...(statusCode >= 500 ? [{ rule: 'no-5xx', what: `${statusCode} ${body.slice(0, 300)}` }] : []),
    ...bugs.map((bug) => ({ rule: 'no-bug', what: bug.slice(0, 1_500) })),
    ...(ms > slowMs ? [{ rule: 'in-time', what: `It took ${ms.toFixed(0)} ms.` }] : []),
    ...(isText
      ? schemaFaults(answer).map((what) => ({ rule: 'on-schema', what }))
      : [{ rule: 'on-schema', what: 'no JSON' }]),
    ...leaks({ answer }, wire),
    ...(statusCode >= 400 ? problemFaults(answer, wire) : []),
  ] satisfies readonly Fault[];
};
