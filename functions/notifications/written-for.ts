import { PersonalData } from '../../domain/customers/schema.ts';
import { messageOf, type ToldEvent } from '../../domain/notifications/message-of.ts';
import { pickTemplate } from '../../domain/notifications/pick-template.ts';
import type { Content } from '../../domain/notifications/schema.ts';
import { valuesOf } from '../../domain/notifications/values-of.ts';
import { writeMessage } from '../../domain/notifications/write-message.ts';
import { policyNumberOf } from '../../domain/policies/view/policy-view.ts';
import { messagesOf } from '../../domain/products/message-catalogue.ts';
import type { ReadableStates } from '../_kit/aggregates.ts';
import { sha256Base64url } from '../_kit/crypto.ts';
import { productUnder, verificationCodeOf } from '../_kit/policy-view.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { notifications } from './contract.ts';

export type Ports = PortsOf<typeof notifications.subscribers.notifyCustomers>;

/** Whom and what a message is about, as it was read. */
export type Found = {
  readonly tenant: string;
  readonly policy: ReadableStates['policy'];
  readonly claim: ReadableStates['claim'] | undefined;
  readonly customer: ReadableStates['customer'];
  readonly vault: string;
};

const verificationOf = (ports: Ports, tenant: string, policyId: string, number: string) => {
  const code = verificationCodeOf(ports, policyId);
  return { code, link: `${ports.mailer.baseUrl}/v1/tenants/${tenant}/verifications/${number}?code=${code}` };
};

/**
 * The message that tells of an event, in the customer's language, by the template of the version that the policy stands
 * on. Undefined for what a claim did that is not there.
 */
export const writtenFor = async (ports: Ports, event: ToldEvent, found: Found) => {
  const { tenant, policy, claim, customer, vault } = found;
  const { customerId, locale } = customer;
  const product = productUnder(policy);
  const { name, email } = PersonalData.parse(await ports.open(vault, customerId, customer.personal));
  const policyNumber = policyNumberOf(policy.policyId);
  const verification = verificationOf(ports, tenant, policy.policyId, policyNumber);
  const values = valuesOf({ event, policy, product, customerName: name, locale, policyNumber, verification }, claim);
  if (values === undefined) return undefined;

  const message = messageOf(event);
  const { template, texts } = pickTemplate(messagesOf(product), message, locale);
  const content: Content = { ...writeMessage(texts, values), ...(email !== undefined && { to: email }) };
  return { message, locale, template, templateHash: sha256Base64url(JSON.stringify(texts)), content };
};
