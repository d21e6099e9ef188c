import { describe, expect, it } from 'vitest';
import { assertAnswered } from '../../bench/cold/answers.ts';
import { bucket } from '../../bench/cold/bucket.ts';
import { environmentAt } from '../../bench/cold/environment.ts';
import { httpEvent } from '../../bench/cold/events.ts';
import { startOf } from '../../bench/cold/start.ts';
import { figuresOf, inRounds, medianAbove, medianOf, medianTimes } from '../../bench/measure/rounds.ts';

const all = ['empty', 'ours', 'theirs'].map((name) => ({ name }));

describe('rounds of cold starts', () => {
  it('start everybody once a round, in an order that a seed repeats', async () => {
    const orderOf = async (seed: number) => {
      const order: string[] = [];
      await inRounds(all, { rounds: 8, seed }, async ({ name }) => order.push(name));
      return order;
    };
    const order = await orderOf(1);
    for (let round = 0; round < 8; round += 1)
      expect(order.slice(3 * round, 3 * round + 3).toSorted()).toEqual(['empty', 'ours', 'theirs']);
    expect(await orderOf(1)).toEqual(order);
    expect(await orderOf(2)).not.toEqual(order);
    // In eight rounds the order is not always the same one.
    expect(new Set([0, 3, 6, 9, 12, 15, 18, 21].map((at) => order.slice(at, at + 3).join())).size).toBeGreaterThan(1);
  });

  // The machine is twice as slow in the third round. ours - empty: 10, 8, 20; theirs - empty: 40, 40, 80.
  const rounds = [
    { empty: 2, ours: 12, theirs: 42 },
    { empty: 2, ours: 10, theirs: 42 },
    { empty: 4, ours: 24, theirs: 84 },
  ].map((round) => new Map(Object.entries(round)));
  const same = (ms: number): number => ms;

  it('are told by their middle, and by what is above an empty function in the same round', () => {
    expect(medianOf(rounds, 'ours', same)).toBe(12);
    expect(medianAbove(rounds, ['ours', 'empty'], same)).toBe(10);
    expect(medianAbove(rounds, ['theirs', 'empty'], same)).toBe(40);
  });

  it('compare inside a round: 40/10, 40/8 and 80/20', () => {
    const times = (name: string) => medianTimes(rounds, { name, ours: 'ours', empty: 'empty' }, same);
    expect([times('theirs'), times('ours'), times('empty')]).toEqual([4, 1, 0]);
  });

  it('refuse to speak of somebody who was left out', () => {
    expect(() => figuresOf(rounds, 'nobody', same)).toThrow('nobody was not in every round');
  });
});

describe('a cold start', () => {
  it('is what its process said, line by line', () => {
    const said = '{"booted":20,"imported":70,"answered":95,"answer":{"statusCode":200}}\n{"warmCallUs":450}\n';
    expect(startOf(said, 120)).toEqual({
      ...{ importCpu: 50, firstCpu: 25, wholeCpu: 95, wall: 120, warmCallUs: 450 },
      answer: { statusCode: 200 },
    });
  });
  it.each(['', '{"booted":20}\n', '{"warmCallUs":1}\n'])('that said %j is none', (said) => {
    expect(() => startOf(said, 1)).toThrow('ended before its time');
  });

  const priced = (amount: number) => ({ items: [{ offer: { premium: { gross: { amount } } } }] });
  const answer = (statusCode: number, body: object) => ({ answer: { statusCode, body: JSON.stringify(body) } });
  it('counts only with the right answer: 4.32 as the catalogue works it out (5.1)', () => {
    const ok = { status: 200 };
    expect(() => assertAnswered('create-quote', answer(200, priced(432)), ok)).not.toThrow();
    expect(() => assertAnswered('conventional', answer(200, priced(431)), ok)).toThrow('conventional quotes 431');
    expect(() => assertAnswered('create-quote', answer(200, {}), ok)).toThrow('quotes undefined and not 432');
    expect(() => assertAnswered('claims-partner', answer(503, {}), ok)).toThrow('claims-partner answers 503');
    expect(() => assertAnswered('claims-partner', answer(200, {}), ok)).not.toThrow();
    expect(() => assertAnswered('payments-provider', answer(401, {}), { status: 401 })).not.toThrow();
  });
  it('of one that answers no request is right when all of it is', () => {
    const whole = { batchItemFailures: [] };
    expect(() => assertAnswered('drain-due', { answer: undefined }, { whole: undefined })).not.toThrow();
    expect(() => assertAnswered('notify-customers', { answer: { ...whole } }, { whole })).not.toThrow();
    const failed = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };
    expect(() => assertAnswered('notify-customers', { answer: failed }, { whole })).toThrow('message-1');
  });
});

describe('the bucket outside', () => {
  it('keeps the first text under a name, and says so to whoever brings another', () => {
    const { put, get } = bucket();
    expect(get('/archive/a').text).toContain('<Code>NoSuchKey</Code>');
    expect([put('/archive/a', 'one').status, put('/archive/a', 'two').status]).toEqual([200, 412]);
    expect(get('/archive/a')).toEqual({ status: 200, text: 'one' });
  });
});

describe('what a function finds', () => {
  it('is a request as API Gateway hands it on', () => {
    const route = '/v1/policies/{policyId}';
    const event = httpEvent({ method: 'GET', route, path: { policyId: 'pol_1' }, token: 'a.b.c' });
    expect(event).toMatchObject({ routeKey: `GET ${route}`, rawPath: '/v1/policies/pol_1' });
    expect(event.headers).toMatchObject({ authorization: 'Bearer a.b.c' });
    expect(event).not.toHaveProperty('body');
  });
  it('is an environment whose every address is on this machine', () => {
    const environment = environmentAt('http://127.0.0.1:1234', 'http://127.0.0.1:5678');
    expect(environment).toMatchObject({
      TOKEN_JWKS_URL: 'http://127.0.0.1:1234/.well-known/jwks.json',
      PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: '1234',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:5678',
      OFFER_KEYS_SECRET_ARN: 'arn:offerKeys',
    });
  });
});
