/** What every function costs: the process, the import of a module, one call. */
export const handler = async () => ({ statusCode: 200, headers: {}, body: '{}' });
