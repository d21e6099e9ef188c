import { kitRefusals } from '../../../functions/_kit/refusals.ts';
import { type Answer, type Command, changes, isFinal } from '../client.ts';
import { shownIn } from '../generators/policies.ts';
import { itemsIn, pricedBy } from '../generators/quoting.ts';
import type { Known } from '../known.ts';
import type { Simulation } from '../simulation.ts';
import type { Invariant, Violation } from '../violation.ts';
import { itemsAreAnsweredAlike } from './batches.ts';
import { eventsKeepTheirOrder } from './events.ts';
import { stands } from './remembered.ts';

type Heard = {
  readonly simulation: Simulation;
  readonly command: Command;
  readonly answer: Answer;
  readonly known: Known;
  /** What the clients of the other tenant know. */
  readonly others: Known;
};

/** V1: only "not now" is a 5xx, and every answer is one that the contract declares. */
const isDeclared = ({ simulation, command, answer }: Heard): readonly Violation[] => {
  const { contract } = command.endpoint;
  const what = (sentence: string): readonly Violation[] => [
    { invariant: 'V1', what: `${contract.id} of command ${command.n} ${sentence}` },
  ];
  const { status, body, text } = answer;
  if (status >= 500 && body['code'] !== 'temporarily-unavailable')
    return what(`answers ${status}: ${simulation.logged.findLast((line) => line.includes('"bug"'))}`);
  // Nobody here asks faster than a shop may, and a limit that were met would hide what is looked for.
  if (status === 429) return what('is limited, though nobody asked that often.');
  if (status >= 400) {
    const code = String(body['code']);
    const known = Object.hasOwn(contract.refusals, code) || Object.hasOwn(kitRefusals, code);
    return known ? [] : what(`answers with the undeclared refusal ${code}.`);
  }
  // Every later answer is the same to the byte, or another invariant is broken.
  if (command.answers.some((one) => one !== answer && one.text === text)) return [];
  const checked = contract.response.safeParse(body);
  return checked.success ? [] : what(`answers off its schema: ${checked.error.message} in ${text}`);
};

const neutral = (text: string, { ask }: Command): string =>
  Object.values(ask.params ?? {}).reduce(
    (all, id) => all.replaceAll(id, '{id}'),
    text.replaceAll(/sim-\d{4}-\d+/g, '{request}'),
  );

/** T1: what belongs to somebody else looks, to the byte, like what nobody has. */
const foreignLooksMissing =
  (missing: Map<string, string>) =>
  ({ command, answer }: Heard): readonly Violation[] => {
    if (
      command.ask.foreign !== true ||
      command.injected !== undefined ||
      command.reuses !== undefined ||
      !isFinal(answer)
    )
      return [];
    const { id } = command.endpoint.contract;
    const seen = `${answer.status} ${neutral(answer.text, command)}`;
    const first = missing.get(id) ?? seen;
    missing.set(id, first);
    const right = answer.status === 404 && seen === first;
    return right
      ? []
      : [{ invariant: 'T1', what: `${id} answers a foreign id with ${seen}, a missing one with ${first}` }];
  };

/** T1: an answer names nothing of another tenant's but what was asked for by its id. */
const nothingForeignIsTold = ({ command, answer, others }: Heard): readonly Violation[] => {
  // What anyone may read, such as which credentials were revoked, names them by ids that open nothing.
  if (command.endpoint.contract.caller === 'anyone') return [];
  const { customers, policies, claims, credentials } = others;
  const clients = credentials.map(({ credentialId }) => credentialId);
  const theirs = [...customers, ...claims, ...clients, ...policies.map(({ policyId }) => policyId)];
  const asked = JSON.stringify([command.ask.params, command.ask.body]);
  return theirs
    .filter((id) => answer.text.includes(id) && !asked.includes(id))
    .map((id) => ({ invariant: 'T1', what: `${command.endpoint.contract.id} tells ${command.tenant} of ${id}.` }));
};

/** T3: what asks for a role is done for nobody without one of them. */
const rolesAreAsked = ({ command: { endpoint, ask, n }, answer }: Heard): readonly Violation[] => {
  const { id, roles } = endpoint.contract;
  if (roles === undefined || answer.status >= 300 || roles.some((role) => ask.as?.roles.includes(role))) return [];
  return [{ invariant: 'T3', what: `${id} of command ${n} is done for ${ask.as?.roles.join() ?? 'a partner'}.` }];
};

/** Answers that stand for ever under their key: effects, and business refusals. */
export const isRemembered = ({ endpoint }: Command, { status, body }: Answer): boolean =>
  stands(endpoint.contract, status, body['code']);

/** I1 and I2: whatever happened since, the same key is answered as it was, to the byte. */
const sameAnswerAgain = ({ command, answer }: Heard): readonly Violation[] => {
  const { caller, batch } = command.endpoint.contract;
  if (!changes(command) || caller === 'provider' || batch !== undefined) return [];
  const first = command.answers.find((one) => isFinal(one) && isRemembered(command, one));
  if (first === undefined || first === answer || !isFinal(answer)) return [];
  if (first.status === answer.status && first.text === answer.text) return [];
  return [
    {
      invariant: first.status < 300 ? 'I1' : 'I2',
      what:
        `Command ${command.n} (${command.endpoint.contract.id}) was answered ${first.status} ${first.text}, ` +
        `and then ${answer.status} ${answer.text}`,
    },
  ];
};

/** I1: another request under a key that has its answer is refused, whatever it asks for. */
const reusedKeyIsRefused = ({ command, answer }: Heard): readonly Violation[] => {
  if (command.reuses === undefined || !isFinal(answer)) return [];
  const { id, refusals } = command.endpoint.contract;
  const code = String(answer.body['code']);
  // Whatever burns no key may be said first: that the request is malformed, or what it names not there.
  const burnsNothing = ['not-found', 'forbidden', 'invalid-request'].includes(refusals[code]?.kind ?? '');
  if (code === 'idempotency-key-reused' || burnsNothing || code === 'forbidden' || code === 'invalid-request')
    return [];
  return [
    { invariant: 'I1', what: `${id} takes the key of command ${command.reuses} for another request: ${answer.text}` },
  ];
};

/** T2: a field that is not in the contract is named, whatever else is wrong. */
const unknownFieldIsRefused = ({ command, answer }: Heard): readonly Violation[] => {
  if (command.injected === undefined || !isFinal(answer)) return [];
  const named = answer.text.includes(`/${command.injected}"`) && answer.status === 422;
  // Whoever may not call at all learns nothing of fields.
  if (named || answer.status === 403) return [];
  return [
    { invariant: 'T2', what: `${command.endpoint.contract.id} takes the field ${command.injected}: ${answer.text}` },
  ];
};

const quotedAt = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).q;
/** Shanghai has had no summer time since 1991: its date is that of eight hours later. */
const dayInShanghai = (instant: string): string => new Date(Date.parse(instant) + 28_800_000).toISOString();

/** M8: the same inputs on the same day have the same price, whoever asks and how often. */
const samePriceAgain = ({ command, answer, known }: Heard): readonly Violation[] => {
  if (command.endpoint.contract.id !== 'createQuote' || answer.status !== 200) return [];
  const results = answer.body['items'] as readonly {
    itemId: string;
    offer?: Record<string, unknown> & { token: string };
  }[];
  return results.flatMap(({ itemId, offer }): readonly Violation[] => {
    const item = itemsIn(command.ask).find((one) => one['itemId'] === itemId);
    if (offer === undefined || item === undefined) return [];
    const name = pricedBy(item, dayInShanghai(quotedAt(offer.token)));
    const gross = Number(Object(Object(offer['premium']).gross).amount);
    const before = known.prices.get(name) ?? gross;
    known.prices.set(name, before);
    return before === gross ? [] : [{ invariant: 'M8', what: `The price of ${name} was ${before}, and is ${gross}.` }];
  });
};

/** M7: a cancellation returns what the buyer was shown, under the rule that was shown, or it is refused. */
const doneAsPreviewed = ({ command: { endpoint, ask, n }, answer, known }: Heard): readonly Violation[] => {
  if (endpoint.contract.id !== 'cancelPolicy' || answer.status !== 201) return [];
  const { preview, reason } = Object(ask.body);
  const seen = known.previews.find(({ token }) => token === preview);
  const right = seen?.reason === reason && seen?.policyId === ask.params?.['policyId'];
  const done = shownIn(answer.body);
  if (right && done === seen?.shown) return [];
  return [{ invariant: 'M7', what: `Command ${n} returned ${done}; its preview showed ${JSON.stringify(seen)}.` }];
};

/** Judges every answer as it is heard, and counts what each invariant had to judge. */
export const judgeOfAnswers = () => {
  const looked = new Map<Invariant, number>();
  const saw = (invariant: Invariant, applies: boolean): void => {
    if (applies) looked.set(invariant, (looked.get(invariant) ?? 0) + 1);
  };
  const foreign = foreignLooksMissing(new Map());
  const of = (heard: Heard): readonly Violation[] => {
    const { command, answer } = heard;
    saw('V1', true);
    saw('I1', command.reuses !== undefined);
    saw('T1', command.ask.foreign === true);
    saw('T2', command.injected !== undefined);
    saw('I2', changes(command) && answer.status >= 400 && isFinal(answer) && isRemembered(command, answer));
    const checks = [isDeclared, foreign, nothingForeignIsTold, sameAnswerAgain, reusedKeyIsRefused, rolesAreAsked];
    return [
      ...checks,
      unknownFieldIsRefused,
      samePriceAgain,
      doneAsPreviewed,
      itemsAreAnsweredAlike,
      eventsKeepTheirOrder,
    ].flatMap((check) => check(heard));
  };
  return { looked, of };
};
