import type { Mutant } from '../mutant.ts';

const cloudEvent = 'functions/_kit/cloud-event.ts';
const append = 'functions/audit/append-records.ts';

/** Bugs of delivery: what happened is told wrongly, not at all, or taken twice. */
export const eventsMutants: readonly Mutant[] = [
  {
    name: 'gives events of different records the same id',
    breaks: ['D1'],
    file: cloudEvent,
    text: 'record.seq}.',
    by: 'record.v}.',
  },
  {
    name: 'does not announce the record itself',
    breaks: ['A1', 'D1'],
    file: cloudEvent,
    text: "envelope(0, 'operation.recorded', recorded),",
    by: '',
  },
  {
    name: 'drops the last event of a record',
    breaks: ['D1'],
    file: cloudEvent,
    text: '...record.events.map((event, at)',
    by: '...record.events.slice(0, Math.max(1, record.events.length - 1)).map((event, at)',
  },
  {
    name: 'numbers records with gaps',
    breaks: ['D2'],
    file: 'functions/_kit/change.ts',
    text: 'seq: before.seq + 1,',
    by: 'seq: before.seq === 0 ? 1 : before.seq + 2,',
  },
  {
    name: 'audits records that were lost without publishing them',
    from: 3,
    breaks: ['D1'],
    file: append,
    text: 'await publishRecords(platform.services.bus, chains.flatMap(unannouncedIn));',
    by: '',
  },
  {
    name: 'sweeps and publishes nothing',
    from: 4,
    breaks: ['A1', 'D1'],
    file: 'functions/audit/sweep-records.ts',
    text: 'if (lost.length === 0) return;',
    by: 'if (lost.length < 99) return;',
  },
  {
    name: 'takes a record that comes again for a broken chain',
    from: 20,
    breaks: ['D3', 'A1'],
    file: 'domain/audit/check-link.ts',
    text: "link.hash === head.hash ? 'drop' : 'broken';",
    by: "'broken';",
  },
  {
    name: 'gives a delivery up when the table is unavailable',
    from: 14,
    breaks: ['D5', 'M9', 'M1', 'D3'],
    file: 'functions/_kit/system.ts',
    text: "if (thrown.signal === 'answered') return 'replayed';",
    by: "if (thrown.signal !== 'raced') return 'replayed';",
  },
  {
    name: 'asks nobody what became of money',
    from: 67,
    breaks: ['M9', 'D5'],
    file: 'domain/policies/run-due.ts',
    text: 'events: [...life.events, ...reminders, ...checksDue(policy, given.now)]',
    by: 'events: [...life.events, ...reminders]',
  },
  {
    name: 'answers a webhook that cannot be listed in the inbox',
    breaks: ['D7'],
    file: 'functions/_kit/inbound/entries.ts',
    text: 'if (kept.entry.processed === 0)',
    by: 'if (kept.entry.processed > 0)',
  },
];
