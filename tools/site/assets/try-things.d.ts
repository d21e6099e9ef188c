export declare const thingsIn: (
  sent: Readonly<Record<string, unknown>>,
  answered: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;
export declare const filledWith: (
  body: Readonly<Record<string, unknown>>,
  things: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;
