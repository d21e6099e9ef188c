/**
 * From where somebody looks at an object: at what had taken effect by `asOf`, of what had been recorded by `knownAt`.
 * Both instants are included; an absent one leaves nothing out.
 */
export type Viewpoint = { readonly asOf?: string; readonly knownAt?: string };

/**
 * The records that were there by an instant. An aggregate's recording times never run backward, so they are the first
 * so many of its records.
 */
export const recordedBy = <R extends { readonly recordedAt: string }>(
  records: readonly R[],
  knownAt: string | undefined,
): readonly R[] => (knownAt === undefined ? records : records.filter(({ recordedAt }) => recordedAt <= knownAt));

/** When an event took effect: the time that it names itself, or that of its command. */
export const effectiveAt = ({ data }: { readonly data: unknown }, businessAt: string): string => {
  const at = typeof data === 'object' && data !== null && 'at' in data ? data.at : undefined;
  return typeof at === 'string' ? at : businessAt;
};
