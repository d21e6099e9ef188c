import type { Mutant } from '../mutant.ts';

const commit = 'functions/_storage/commit.ts';

/** Bugs of what is written: without its condition, not at all, or not as it is told. */
export const storageMutants: readonly Mutant[] = [
  {
    name: 'writes a state and its record over whatever stands there',
    from: 5,
    breaks: ['A1', 'M1', 'M2', 'O1'],
    file: commit,
    text: 'unchanged(change.before.seq)),\n  put(operationItem(tenant, change, compression), absent),',
    by: '{}),\n  put(operationItem(tenant, change, compression)),',
  },
  {
    name: 'calls a failed write committed',
    from: 4,
    breaks: ['I1'],
    file: commit,
    text: 'return settled(client, keys.answer(wanted',
    by: "if (thrown) return { status: 'committed' };\n    return settled(client, keys.answer(wanted",
  },
  {
    name: 'calls a passing failure a bug',
    from: 4,
    breaks: ['V1'],
    file: 'functions/_storage/client.ts',
    text: "  return 'unavailable';\n};",
    by: "  return 'bug';\n};",
  },
  {
    name: 'frees the business key when it is taken',
    from: 12,
    breaks: ['I3'],
    file: 'functions/_storage/items.ts',
    text: '({ ...keys.one(tenant, hash), a: holder }) satisfies Item;',
    by: '({ ...keys.one(tenant, hash), a: holder, rl: true }) satisfies Item;',
  },
  {
    name: 'sets no wake-up',
    breaks: ['D5'],
    file: commit,
    text: 'arm === undefined ? [] : [put(wakeUpItem(tenant, { kind, id: before.id }, arm))]',
    by: 'arm === undefined || kind !== undefined ? [] : [put(wakeUpItem(tenant, { kind, id: before.id }, arm))]',
  },
  {
    name: 'keeps the state from before the command',
    breaks: ['O1'],
    file: 'functions/_storage/items.ts',
    text: 's: stateAttributes(kind, state),\n    ...(due',
    by: 's: stateAttributes(kind, before.state ?? state),\n    ...(due',
  },
  {
    name: 'goes on behind what was read instead of behind what was shown',
    from: 3,
    breaks: ['V5'],
    file: 'functions/_storage/walk.ts',
    text: 'next: stretch.places[last]?.position',
    by: 'next: stretch.reached',
  },
  {
    name: 'leaves the books out of the past',
    breaks: ['V6'],
    file: 'domain/policies/as-of.ts',
    text: 'businessAt <= asOf ? postings : []',
    by: 'businessAt <= asOf ? [] : postings',
  },
];
