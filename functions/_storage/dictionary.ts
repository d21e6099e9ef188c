/**
 * Text that records and answers have in common, for deflate to point back to; what is most common stands last. Bytes
 * that were squeezed with it cannot be read with any other, so it never changes: a better one comes as a second
 * dictionary with a mark of its own.
 */
export const dictionary: Uint8Array = Buffer.from(
  [
    '"clauses":["claim.approvedclaim.assessedclaim.awaiting-factsclaim.paidclaim.referredclaim.rejected',
    'disbursement.succeededdisbursement.submitteddisbursement.requested","kind":"refundpayout","checkAt":"',
    'premium.received","paymentId":"pi_"policy.expiredpolicy.cancelledrefund_payableclaims_payable","reason":"',
    '"policyNumber":"BN","verificationCode":","status":"pending","productName":{"en":","zh-CN":","invoice":{',
    '"invoiceId":"inv_","status":"credit","gross":{"amount":,"tax":{"amount":,"commission":{"amount":},',
    '"milestones":{},"claims":[],"disbursements":[]}{"customerId":"cus_","locale":"zh-CN","personal":"',
    '","registeredAt":""},"type":"customer.registered"}],"id":"cus_","operation":"registerCustomer","',
    '"milestone":"shipment_confirmed","occurredAt":"},"type":"policy.milestone-recorded"recordMilestone',
    '"},"type":"claim.reported"},{"data":{"at":","claimId":"clm_","coverage":","currency":"CNY","facts":{},',
    '"hashes":{},"holds":[],"lossAt":","policyId":"pol_","reportedAt":","reporter":","sealedForm":"',
    '"type":"claim.registered","reserve":"reportClaim","postings":[{"account":"claims_incurred","amount":,',
    '{"account":"claim_reserve","amount":-,"buyerReturnRate":"0.","category":"","distance":"","sellerRating":"4.',
    '"delayPublished":false,"flightDate":"2026-","flightNumber":"","hour":,"minutesLeft":,"month":,"plan":"","risk":"',
    '"scheduledDeparture":"2026-T:00+08:00"},"objectHashes":{"passengerDocument":"","ticketNumber":"flight-delay',
    '"ageDays":0,"deductible":"10","deviceValue":,"model":"","plan":"screen","priorRepairs":0,"purchasedOn":"2026-',
    '","region":"T1"},"objectHashes":{"imei":"device-protection},"objectHashes":{"orderNumber":"return-freight',
    '{"actor":{"id":"","kind":"partner"},"aggregate":"policy","businessAt":"2026-11-23T08:00:00.000Z","events":',
    '[{"data":{"period":{"from":"2026-11-23T16:00:00.000Z","to":"2027-11-23T16:00:00.000Z"},"policyId":"pol_',
    '","terms":{"acknowledged":[{"code":"terms","contentHash":""},{"code":"exemptions","contentHash":""},',
    '{"code":"duty-of-disclosure","contentHash":""},{"code":"data-use","contentHash":""}],"boundAt":"2026-',
    '","collection":"provider","collection":"partner","currency":"CNY","customerId":"cus_","holds":["","object":{"',
    '"},"objectHashes":{"","offerId":"off_","payBy":"2026-","premium":{"commission":,"gross":,"tax":},',
    '"productId":"","productVersion":1,"reference":"","sealedObject":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..',
    '","zone":"Asia/Shanghai"}},"type":"policy.bound"},{"data":{"at":"2026-","policyId":"pol_"},"type":',
    '"policy.on-risk"}],"id":"pol_","operation":"bindPolicy","postings":[{"account":"receivable","amount":',
    '{"account":"due_from_partner","amount":,"currency":"CNY"},{"account":"written_premium","amount":-,',
    '"currency":"CNY"},{"account":"tax_payable","amount":-,"currency":"CNY"},',
    '{"account":"unearned_premium_change","amount":,"currency":"CNY"},{"account":"unearned_premium","amount":-,',
    '"currency":"CNY"},{"account":"commission_expense","amount":,"currency":"CNY"},',
    '{"account":"commission_payable","amount":-,"currency":"CNY"}],"prev":null,"recordedAt":"2026-',
    '","requestId":"req_","seq":1,"tenant":"","v":1}',
  ].join(''),
);
