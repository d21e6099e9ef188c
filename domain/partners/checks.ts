type Rights = { readonly scopes?: readonly string[] | undefined; readonly roles?: readonly string[] | undefined };

/** A credential has scopes or plays roles, and not both. */
export const scopesOrRoles = ({ scopes, roles }: Rights): boolean => (scopes === undefined) !== (roles === undefined);
