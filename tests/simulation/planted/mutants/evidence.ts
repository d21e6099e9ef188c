import type { Mutant } from '../mutant.ts';

/** Bugs of the audit and of what must not be told. */
export const evidenceMutants: readonly Mutant[] = [
  {
    name: 'chains no record to the one before',
    breaks: ['A1'],
    file: 'functions/_kit/change.ts',
    text: 'prev: before.head,',
    by: 'prev: null,',
  },
  {
    name: 'hashes a record without what happened in it',
    breaks: ['A1'],
    file: 'functions/_kit/change.ts',
    text: 'hash: hashOf(record) });',
    by: 'hash: hashOf({ ...record, events: [] }) });',
  },
  {
    name: 'lets the times of an aggregate run backward',
    from: 3,
    breaks: ['A1'],
    file: 'functions/_kit/change.ts',
    text: 'recordedAt: laterOf(command.wall, before.recordedAt),',
    by: 'recordedAt: command.wall,',
  },
  {
    name: 'moves a head without archiving its record',
    breaks: ['A1', 'O1'],
    file: 'functions/audit/archive-chain.ts',
    text: 'await Promise.all(appends.map((one) => archiveOne(archive, one)))',
    by: 'await Promise.all(appends.slice(1).map((one) => archiveOne(archive, one)))',
  },
  {
    name: 'uses a position of the feed again',
    breaks: ['A1'],
    file: 'functions/_storage/audit-table.ts',
    text: [
      'from + entries.length }),',
      '...moved.map((move) => headAction(tenant, move)),',
      '...entries.map((entry) => put(keys.feed(tenant, entry.position), feedItem(entry), absent))',
    ].join('\n    '),
    by: [
      'Math.max(1, from + entries.length - 1) }),',
      '...moved.map((move) => headAction(tenant, move)),',
      '...entries.map((entry) => put(keys.feed(tenant, entry.position), feedItem(entry), {}))',
    ].join('\n    '),
  },
  {
    name: 'keeps a claim form in the clear',
    breaks: ['A2'],
    file: 'functions/claims/report-claim.ts',
    text: 'await ports.seal(vault, customerId, { form, payee: body.payee })',
    by: 'JSON.stringify({ form, payee: body.payee })',
  },
  {
    name: 'logs what was asked',
    breaks: ['A2'],
    file: 'functions/_kit/http/run.ts',
    text: '  const { command } = context;',
    by: '  const { command } = context;\n  call.platform.log({ body: event.body });',
  },
  {
    name: 'keeps the objects of all tenants in one place',
    from: 10,
    breaks: ['T1'],
    file: 'functions/_storage/keys.ts',
    text: 'tenantPk(tenant, prefixOf(kind), id)',
    by: "tenantPk('shop-a', prefixOf(kind), id)",
  },
  {
    name: 'takes fields that are not in the contract',
    from: 8,
    breaks: ['T2'],
    file: 'domain/policies/view/schema.ts',
    text: 'BindPolicy = z\n  .strictObject({',
    by: 'BindPolicy = z\n  .object({',
  },
  {
    name: 'signs a checkpoint and tells nobody',
    breaks: ['A1'],
    file: 'functions/audit/sign-checkpoint.ts',
    text: '  await tellOf(own, stands);\n',
    by: '',
  },
];
