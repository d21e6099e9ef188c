import type { EndpointContract } from '../../../functions/_kit/contract.ts';

/** Said here once more and not taken from the platform: a check trusts nobody (design §4). */
const rememberedKinds = ['conflict', 'invalid-state', 'not-eligible', 'gone', 'limit-exceeded'];

/** Whether an answer stands for ever under its key: an effect, or a refusal of the business. */
export const stands = ({ refusals }: EndpointContract, status: number, code: unknown): boolean =>
  status < 300 || rememberedKinds.includes(refusals[String(code)]?.kind ?? '');
