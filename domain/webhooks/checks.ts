type Target = { readonly url?: string | undefined; readonly eventBusArn?: string | undefined };
type Wish = {
  readonly missed?: true | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** An endpoint is a URL or a bus, and not both. */
export const urlOrBus = ({ url, eventBusArn }: Target): boolean => (url === undefined) !== (eventBusArn === undefined);

/** A change changes something. */
export const saysSomething = (body: object): boolean => Object.keys(body).length > 0;

/** A replay is of what was missed, or of a window that ends after it begins. */
export const missedOrWindow = ({ missed, from, to }: Wish): boolean =>
  missed === true
    ? from === undefined && to === undefined
    : from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to);
