type Query = { readonly identityNumber?: string | undefined; readonly phone?: string | undefined };

/** A person is looked up by something. */
export const byIdentityOrPhone = ({ identityNumber, phone }: Query): boolean =>
  identityNumber !== undefined || phone !== undefined;
