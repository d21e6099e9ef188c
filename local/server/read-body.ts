import type { IncomingMessage } from 'node:http';

/** A body as it came; `too-large` once it has more bytes than allowed, `broken` when it never came whole. */
export type Body = { readonly bytes: Buffer } | { readonly trouble: 'too-large' | 'broken' };

/**
 * Reads a body and stops at the byte that is too much: a sender cannot make us hold more. Reading slowly is ended by
 * the server's own time limit, which breaks the request off.
 */
export const readBody = (request: IncomingMessage, bytesMax: number): Promise<Body> =>
  new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > bytesMax) {
      resolve({ trouble: 'too-large' });
      return;
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        request.pause();
        resolve({ trouble: 'too-large' });
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve({ bytes: Buffer.concat(chunks) }));
    request.on('error', () => resolve({ trouble: 'broken' }));
    request.on('close', () => resolve({ trouble: 'broken' }));
  });
