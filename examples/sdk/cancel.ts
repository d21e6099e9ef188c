import { formatMoney } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';
import { aBuyer, acceptance, anOffer } from './selling.ts';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const sandbox = await openSandbox({ baseUrl, name: 'Cancel' });
const { bindery } = sandbox;
const orderNumber = 'SO-20261123-0048';
const offer = await anOffer(sandbox, orderNumber);
const { policyId } = await bindery.bindPolicy(acceptance(offer, await aBuyer(sandbox), orderNumber));

// region preview
const preview = await bindery.previewCancellation({ policyId, reason: 'order-cancelled' });
console.log(`You would get back ${formatMoney(preview.refund.gross, 'zh-CN')}`);

const done = await preview.confirm().result();
if (done.ok) console.log(`Cancelled: ${formatMoney(done.value.refund.gross, 'zh-CN')} come back`);
else if (done.problem.code === 'preview-outdated') console.log('That has changed: preview it again.');
else console.log(done.problem.detail);
// endregion
