import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { partners } from '../../functions/partners/contract.ts';
import { masterKeyActionsOf, tableGrantsOf } from '../../infra/grants.ts';
import type { Entry } from '../../infra/groups.ts';
import { letters } from './fixture.ts';

const { writeLetter, listLetters, checkSeal, priceLetter } = letters.endpoints;

/** The keys on which some entries may use one action, of the table or of an index. */
const keysFor = (action: string, entries: readonly Entry[], on = 'table'): readonly string[] =>
  tableGrantsOf(entries)
    .filter((grant) => grant.on === on && grant.actions.includes(`dynamodb:${action}`))
    .flatMap(({ keys }) => keys);

describe('tableGrantsOf', () => {
  it('lets a command write its aggregate, its answer, its unique keys and the due item, and nothing else', () => {
    expect(keysFor('PutItem', [writeLetter])).toEqual(['DUE#*', 'T#*#DUE', 'T#*#KEY#*', 'T#*#ONE#*', 'T#*#POL#*']);
  });
  it('lets a command read what it names, the answer of its key, its unique keys and its tenant', () => {
    expect(keysFor('BatchGetItem', [writeLetter])).toEqual(['T#*#CUS#*', 'T#*#KEY#*', 'T#*#ONE#*', 'T#*#POL#*']);
    expect(keysFor('GetItem', [writeLetter])).toContain('T#*#TEN');
  });
  it('lets a command ask whether what it reads is still absent, without letting it write there', () => {
    expect(keysFor('ConditionCheckItem', [writeLetter])).toContain('T#*#CUS#*');
    expect(keysFor('PutItem', [writeLetter])).not.toContain('T#*#CUS#*');
  });
  it('lets nobody delete anything but due items', () => {
    expect(keysFor('DeleteItem', Object.values(letters.endpoints))).toEqual(['DUE#*', 'T#*#DUE']);
  });
  it('lets a reader write nothing', () => {
    for (const action of ['PutItem', 'DeleteItem', 'ConditionCheckItem'])
      expect(keysFor(action, [listLetters])).toEqual([]);
  });
  it('lets a lister query the indexes of its lists, and the list of the kinds that it reads alone', () => {
    expect(keysFor('Query', [listLetters], 'listing')).toEqual(['T#*#LIST#policy#0']);
    expect(keysFor('Query', [listLetters], 'queue')).toEqual(['T#*#QUEUE#*']);
    expect(keysFor('Query', [listLetters], 'recorded')).toEqual([]);
    expect(keysFor('Query', [listLetters])).toEqual(['T#*#FEED#*', 'T#*#POL#*']);
  });
  it('lets a list that takes a customer or a reference query the paths to them, and no other list', async () => {
    const endpoints = (await loadCapabilities()).flatMap((one) => Object.values(one.endpoints));
    const takes = (name: string) =>
      endpoints.filter(({ query }) => query instanceof z.ZodObject && name in query.shape).map(({ id }) => id);
    const may = (on: string, key: string) =>
      endpoints.filter((endpoint) => keysFor('Query', [endpoint], on).includes(key)).map(({ id }) => id);
    expect(takes('customerId')).toEqual(['listClaims', 'listNotifications', 'listBaskets', 'listPolicies']);
    expect(takes('reference')).toEqual(['listClaims', 'listBaskets', 'listPolicies']);
    expect(may('listing', 'T#*#LIST#policy#cus_*')).toEqual(['listClaims', 'getCustomer', 'listPolicies']);
    expect(may('reference', 'T#*#REF#policy#*')).toEqual(['listClaims', 'listPolicies']);
    expect(may('listing', 'T#*#LIST#basket#cus_*')).toEqual(['listBaskets']);
    expect(may('reference', 'T#*#REF#basket#*')).toEqual(['listBaskets']);
    // A notification stands under its policy as a policy does under the partner's number.
    expect(may('listing', 'T#*#LIST#notification#cus_*')).toEqual(['listNotifications']);
    expect(may('reference', 'T#*#REF#notification#*')).toEqual(['listNotifications']);
  });
  it('lets an open door read the tenant that it must prove, and nothing else', () => {
    expect(tableGrantsOf([checkSeal])).toEqual([
      { on: 'table', actions: ['dynamodb:GetItem'], keys: ['T#*#CLOCK', 'T#*#TEN'] },
    ]);
  });
  it('gives an entry that touches nothing no right at all', () => {
    expect(tableGrantsOf([priceLetter])).toEqual([]);
    expect(masterKeyActionsOf([priceLetter])).toEqual([]);
  });
  it('opens the parts of the platform itself to those that name them', () => {
    const { emptyBox } = letters.schedules;
    const { fileLetter } = letters.subscribers;
    expect(keysFor('Query', [emptyBox], 'recorded')).toEqual(['REC#*']);
    expect(keysFor('Query', [emptyBox])).toEqual(['DUE#*', 'T#*#DUE', 'TENANTS']);
    expect(keysFor('PutItem', [emptyBox])).toEqual(['DUE#*', 'REC#MARK', 'T#*#DUE']);
    expect(keysFor('PutItem', [fileLetter])).toEqual(['T#*#FEED#*', 'T#*#HEAD']);
  });
  it('lets an open door make a tenant where it may, and one that only asks read what it proves', () => {
    const { createSandbox, issueToken, getRevocations } = partners.endpoints;
    expect(keysFor('PutItem', [createSandbox])).toEqual(
      ['DUE#*', 'T#*#CRD#*', 'T#*#DUE', 'T#*#KEY#*', 'T#*#TEN', 'T#*#TNT#*', 'TENANTS'].toSorted(),
    );
    expect(keysFor('GetItem', [createSandbox])).toContain('T#*#TEN');
    expect(tableGrantsOf([issueToken])).toEqual([
      { on: 'table', actions: ['dynamodb:BatchGetItem'], keys: ['T#*#CRD#*'] },
      // In which generation a sandbox lives stands beside its secret.
      { on: 'table', actions: ['dynamodb:GetItem'], keys: ['T#*#CRD#*', 'T#*#TEN'] },
    ]);
    expect(tableGrantsOf([getRevocations])).toEqual([{ on: 'table', actions: ['dynamodb:Query'], keys: ['REVOKED'] }]);
  });
  it('lets whoever revokes write where those who verify tokens look', () => {
    const { revokeCredential, revokeCredentialSecret, addCredentialSecret } = partners.endpoints;
    for (const entry of [revokeCredential, revokeCredentialSecret])
      expect(keysFor('PutItem', [entry])).toContain('REVOKED');
    expect(keysFor('PutItem', [addCredentialSecret])).not.toContain('REVOKED');
  });
  it('lets a reset begin a tenant, and end the tokens of the one before', () => {
    const { resetSandbox } = partners.endpoints;
    expect(keysFor('PutItem', [resetSandbox])).toEqual(expect.arrayContaining(['T#*#TEN', 'TENANTS', 'REVOKED']));
    expect(masterKeyActionsOf([resetSandbox])).toEqual(['kms:Decrypt', 'kms:Encrypt']);
  });
  it('never grants a scan, an update, or a key that any item matches', () => {
    const text = JSON.stringify(
      tableGrantsOf([...Object.values(letters.endpoints), ...Object.values(letters.subscribers)]),
    );
    for (const wrong of ['Scan', 'UpdateItem', 'dynamodb:*', '"*"', '"T#*"']) expect(text).not.toContain(wrong);
  });
});

describe('masterKeyActionsOf', () => {
  it('lets those who make tenants wrap new keys, and those who ask for tokens use none', () => {
    expect(masterKeyActionsOf([partners.endpoints.createSandbox])).toEqual(['kms:Decrypt', 'kms:Encrypt']);
    expect(masterKeyActionsOf([partners.endpoints.issueToken])).toEqual([]);
  });
  it('lets those who write customers wrap new keys, and all others open keys alone', () => {
    expect(masterKeyActionsOf([writeLetter])).toEqual(['kms:Decrypt']);
    expect(masterKeyActionsOf([{ ...writeLetter, writes: ['customer'] }])).toEqual(['kms:Decrypt', 'kms:Encrypt']);
  });
});
