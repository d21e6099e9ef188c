import type * as z from 'zod';
import { rootKinds } from '../../functions/_kit/aggregates.ts';
import { type CloudEvent, cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import type { OperationRecord } from '../../functions/_kit/record.ts';
import { samples, samplesOf } from './event-samples.ts';

type Schema = z.core.JSONSchema.BaseSchema;
type Root = { readonly $defs: Readonly<Record<string, Schema>>; readonly samples: Readonly<Record<string, unknown>> };

const resolve = (schema: Schema, { $defs }: Root): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...$defs[name], ...schema };
};

/** The value of a field: what its schema says, else the sample of its name; a field without either is an error. */
const exampleFor = (name: string, given: Schema, root: Root): unknown => {
  const schema = resolve(given, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (name in root.samples) return root.samples[name];
  if (schema.type === 'object' && schema.properties !== undefined) return objectOf(schema, root);
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (schema.type === 'boolean') return false;
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return exampleFor(name, choice as Schema, root);
  if (schema.type === 'array') return [exampleFor(name, schema.items as Schema, root)];
  throw new Error(`No example of ${name}: add one to its schema, or to event-samples.ts.`);
};

/** The members that are always there; what is optional is left out. */
const objectOf = (schema: Schema, root: Root): object =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => schema.required?.includes(name))
      .map(([name, member]) => [name, exampleFor(name, member as Schema, root)]),
  );

const recordOf = (type: string, operation: string, data: Readonly<Record<string, unknown>>): OperationRecord => {
  const [prefix = ''] = type.split('.');
  const aggregate = rootKinds.find((kind) => kind === prefix) ?? 'policy';
  return {
    v: 1,
    tenant: 'shop-a',
    aggregate,
    id: String(data[`${aggregate}Id`]),
    seq: 1,
    operation,
    recordedAt: '2026-11-23T08:00:00.000Z',
    businessAt: '2026-11-23T08:00:00.000Z',
    actor: { kind: 'partner', id: String(samples['by']) },
    requestId: 'req_01jd8x2k7v5m3q9w4t6y8r0z1b',
    events: [{ type, data }],
    postings: [],
    prev: null,
  };
};

const dataOf = (type: string, schema: Schema): Readonly<Record<string, unknown>> => {
  const $defs = (schema.$defs ?? {}) as Root['$defs'];
  return { ...objectOf(schema, { $defs, samples: { ...samples, ...samplesOf[type] } }) };
};

const sent = (event: CloudEvent | undefined): CloudEvent => {
  if (event === undefined) throw new Error('A record is sent as itself and as each of its events.');
  return event;
};

/** A whole event of a type as it goes onto the bus, by way of the record of the operation that would carry it. */
export const exampleEvent = (type: string, operation: string, schema: Schema): CloudEvent =>
  sent(cloudEventsOf(recordOf(type, operation, dataOf(type, schema)))[1]);

/** The record itself as it goes onto the bus, with one event in it. */
export const exampleRecorded = (type: string, operation: string, schema: Schema): CloudEvent =>
  sent(cloudEventsOf(recordOf(type, operation, dataOf(type, schema)))[0]);
