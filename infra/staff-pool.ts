/** Where an access token's issuer finds who a person is. */
export type StaffPool = { readonly issuer: string; readonly clientId: string };
