/** What operators did stands in the archive beside the evidence of the business, under names of its own. */
export const opsFolder = 'ops/';
export const lettersFolder = `${opsFolder}dead-letters/`;

/** Where it is written what was decided about a dead letter: one name, which the first decision takes for good. */
export const letterEvidence = (id: string): string => `${lettersFolder}${id}.json`;

/** The archive of a stage in a Region, by its name alone: who looks at it knows his account and where he looks. */
export const archiveBucketOf = (stage: string, account: string, region: string): string =>
  `bindery-${stage}-archive-${account}-${region}`;
