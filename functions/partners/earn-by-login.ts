import { grantToPerson } from '../../domain/partners/grant-to-person.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import type { Instant } from '../_kit/clock.ts';
import { homeOf } from '../_kit/sandbox.ts';
import type { StaffDirectory, TokenSigner } from '../_kit/services.ts';
import type { Earned } from './earn-by-secret.ts';
import { exchangeRequestOf } from './exchange-request.ts';
import type { TokenRequest } from './token-request.ts';

type Given = {
  readonly tenant: string;
  readonly now: Instant;
  readonly wall: Instant;
  readonly ports: {
    readonly staffDirectory: StaffDirectory;
    readonly tokenSigner: Pick<TokenSigner, 'audience'>;
  };
};

/**
 * What a person earns who logged in at the directory. The application is a public client, so it proves itself by
 * nothing, and must not try to. Which tenant the person belongs to is said by the ID token alone.
 */
export const earnByLogin = async (asked: TokenRequest, body: string, { tenant, now, wall, ports }: Given) => {
  const { staffDirectory, tokenSigner } = ports;
  if (staffDirectory.clientId === undefined) return refuse('unsupported-grant-type');
  const { subjectToken, understood, targets } = exchangeRequestOf(body);
  const asItself =
    asked.secret === undefined && (asked.clientId ?? staffDirectory.clientId) === staffDirectory.clientId;
  if (!understood || !asItself) return refuse('token-request-invalid');
  if (targets.some((target) => target !== tokenSigner.audience)) return refuse('target-invalid');

  const person = await staffDirectory.identify(subjectToken, wall);
  if (person === undefined) return refuse('subject-token-invalid');
  // A sandbox is named by its home: the directory knows nothing of generations.
  const placed = { groups: person.groups, tenant: person.tenant === homeOf(tenant) ? tenant : undefined };
  const grant = grantToPerson(placed, asked.scope, { now });
  if (!grant.ok) return grant;
  return accept<Earned>({
    ...grant.value,
    subject: `${tenant}.${person.subject}`,
    clientId: staffDirectory.clientId,
    earnedBy: [],
    until: person.until,
  });
};
