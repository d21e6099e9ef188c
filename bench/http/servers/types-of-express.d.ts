/** What is used of Express 5, which brings no types of its own. */
declare module 'express' {
  type Middleware = (request: { readonly body: unknown }, response: Response, next: () => void) => void;
  type Response = { readonly status: (code: number) => Response; readonly json: (body: unknown) => Response };
  type Application = {
    readonly disable: (setting: string) => void;
    readonly use: (middleware: Middleware) => void;
    readonly post: (path: string, handler: Middleware) => void;
    readonly listen: (port: number, host: string) => void;
  };
  const express: { (): Application; readonly json: () => Middleware };
  export default express;
}
