import type { Mutant } from '../mutant.ts';

const session = 'functions/_kit/session.ts';
const ports = 'functions/_kit/make-ports.ts';

/** Bugs of keys and answers: the same command has two effects, or two answers. */
export const idempotencyMutants: readonly Mutant[] = [
  {
    name: 'answers a key whatever is asked under it',
    from: 2,
    breaks: ['I1'],
    file: session,
    text: 'answer.fingerprint === command.key?.fingerprint',
    by: "answer.fingerprint !== ''",
  },
  {
    name: 'forgets business refusals',
    breaks: ['I2'],
    file: ports,
    text: 'if (context.key === undefined) return;',
    by: 'if (context !== undefined) return;',
  },
  {
    name: 'keeps a refusal over the answer that stands',
    breaks: ['I1', 'I2'],
    file: 'functions/_storage/commit.ts',
    text: '        ...absent,\n        ReturnConsumedCapacity',
    by: '        ReturnConsumedCapacity',
  },
  {
    name: 'keeps every answer of an operation under one key',
    from: 2,
    breaks: ['I1'],
    file: ports,
    text: "command.actor.kind === 'person' ? command.actor.id : '',\n  text,",
    by: "command.actor.kind === 'person' ? command.actor.id : '',",
  },
  {
    name: 'runs each item of a batch under a key of its own making',
    breaks: ['I1', 'I3', 'M8'],
    file: 'functions/_kit/batch/run-batch.ts',
    text: "'idempotency-key': idempotencyKey,",
    by: "'idempotency-key': idempotencyKey + call.callId,",
  },
  {
    name: 'forgets one of the policies that a basket bound',
    from: 5,
    breaks: ['I4'],
    file: 'functions/policies/bind-basket.ts',
    text: 'const basket = takeOffers({ customerId, policyIds }',
    by: 'const basket = takeOffers({ customerId, policyIds: policyIds.slice(1) }',
  },
];
