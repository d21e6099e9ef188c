import type { JSONWebKeySet } from 'jose';
import { checkProof } from '../../tools/verify/check-proof.ts';
import { opener, openStatement } from '../../tools/verify/statement.ts';
import { at, textAt } from './client.ts';
import type { Shop } from './shop.ts';
import { mustBe } from './tale.ts';

const keySet = async ({ client }: Shop): Promise<JSONWebKeySet> =>
  (await client.raw('/.well-known/jwks.json')).body as JSONWebKeySet;

/** Takes the certificate, verifies its signature against the published keys, and its code at the open door. */
export const checkCertificate = async (shop: Shop, policyId: string): Promise<string> => {
  const { client } = shop;
  const answer = await client.get('partner', `/policies/${policyId}/certificate`);
  mustBe(answer.status, 200, 'The status of the certificate', answer.text);
  const { signature, ...said } = Object(answer.body);
  const signed = await openStatement(signature, 'certificate+jwt', await keySet(shop));
  const sameKeys = Object.keys(Object(signed)).toSorted();
  mustBe(sameKeys, Object.keys(said).toSorted(), 'The fields that are signed');
  mustBe(at(signed, 'policyNumber'), at(said, 'policyNumber'), 'The number that is signed');
  const path = textAt(said, 'verification.path');
  const code = textAt(said, 'verification.code');
  const open = await client.raw(`${path}?code=${code}`);
  mustBe(at(open.body, 'genuine'), true, '"genuine" by the right code', open.text);
  const forged = await client.raw(`${path}?code=WRONGCODE000`);
  mustBe(at(forged.body, 'genuine'), false, '"genuine" by a wrong code', forged.text);
  return textAt(said, 'policyNumber');
};

export type Proved = { readonly objects: number; readonly records: number };

/** Checks the whole history of every object: numbers, hashes, heads, the audit's own head, and the signed statement. */
export const checkHistories = async (shop: Shop, objects: ReadonlySet<string>): Promise<Proved> => {
  const open = opener(await keySet(shop));
  let records = 0;
  for (const objectId of objects) {
    const answer = await shop.client.get('partner', `/history/${objectId}/proof`);
    mustBe(answer.status, 200, `The status of the proof of ${objectId}`, answer.text);
    const { findings, looked } = await checkProof(answer.body, open);
    mustBe(findings, [], `What is wrong with the history of ${objectId}`);
    mustBe(at(answer.body, 'auditedHead.seq'), at(answer.body, 'head.seq'), `The audited head of ${objectId}`);
    records += looked;
  }
  return { objects: objects.size, records };
};

/** The same check must find a history that was edited; a check that cannot fail proves nothing. */
export const checkTampering = async (shop: Shop, objectId: string): Promise<void> => {
  const { text } = await shop.client.get('partner', `/history/${objectId}/proof`);
  const edited: unknown = JSON.parse(text.replace(/"operation":"\w+"/, '"operation":"anotherOne"'));
  const { findings } = await checkProof(edited, opener(await keySet(shop)));
  mustBe(findings.length > 0, true, '"the edit is found"');
};
