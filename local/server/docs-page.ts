import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import { type FileResponse, fileIn } from './static-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = join(root, 'docs');
const reference = join(docs, 'reference');
const swagger = join(root, 'node_modules', 'swagger-ui-dist');

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bindery reference</title>
<link rel="stylesheet" href="/docs/swagger/swagger-ui.css">
<p style="margin:1rem">
  <a href="/docs/quickstart.md">First policy</a> ·
  <a href="/docs/guides/onboarding.md">Onboarding</a> ·
  <a href="/docs/guides/sandbox.md">Sandbox</a> ·
  <a href="/docs/guides/webhooks.md">Webhooks</a> ·
  <a href="/docs/guides/retries.md">Retries</a> ·
  <a href="/docs/guides/notifications.md">Notifications</a> ·
  <a href="/docs/reference/limits.md">Limits</a> ·
  <a href="/docs/guides/versioning.md">Versioning</a> ·
  <a href="/CHANGELOG.md">Changelog</a> ·
  <a href="/docs/reference/operations.md">Operations</a> ·
  <a href="/docs/reference/events.md">Events</a> ·
  <a href="/docs/reference/lifecycles.md">Lifecycles</a> ·
  <a href="/docs/reference/problems/README.md">Problems</a> ·
  <a href="/openapi.json">OpenAPI</a> ·
  <a href="/ops">This machine</a>
</p>
<div id="reference"></div>
<script src="/docs/swagger/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true });\n`;

/** Everything comes from this machine, and the page may load nothing else. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

const made = (type: string, body: string): HttpResponse => ({
  statusCode: 200,
  headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  body,
});

/** The schemas that events name in `dataschema`; any page and any consumer may read and keep them. */
const schemaFile = async (name: string): Promise<FileResponse | undefined> => {
  const file = await fileIn(join(reference, 'schemas', 'events'), name);
  if (file === undefined) return undefined;
  const headers = {
    ...file.headers,
    'content-type': 'application/schema+json',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  };
  return { ...file, headers };
};

/** The human reference at `/docs`: Swagger UI over the OpenAPI document, and the pages of `docs/`; it works offline. */
export const docsAt = async (path: string): Promise<HttpResponse | FileResponse | undefined> => {
  if (path === '/docs' || path === '/docs/') return made('text/html; charset=utf-8', page);
  if (path === '/docs/start.js') return made('text/javascript; charset=utf-8', start);
  if (path === '/openapi.json') return fileIn(reference, 'openapi.json');
  // The pages link to it as it lies in the repository: beside their folder.
  if (path === '/CHANGELOG.md') return fileIn(root, 'CHANGELOG.md');
  const [, folder, name = ''] = /^\/(docs\/swagger|docs\/problems|docs|schemas\/events)\/(.+)$/.exec(path) ?? [];
  switch (folder) {
    case 'docs/swagger':
      return fileIn(swagger, name);
    case 'docs/problems':
      return fileIn(join(reference, 'problems'), `${name}.md`);
    case 'docs':
      return fileIn(docs, name);
    case 'schemas/events':
      return schemaFile(name);
    default:
      return undefined;
  }
};
