import { StartRefused, urlWithoutSecrets } from '@entente/platform';
import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';

import type { Blobs } from './blobs.js';

const PATIENCE_MS = 60_000;
const NOT_IMPLEMENTED = 501;
/** Also of a server that is busy or away for a moment: each waits twice as long as the one before, from 50 ms on. */
const TRIES = 4;

/** In a bucket of any S3 server, addressed by path. The keys stand in the URL: `https://KEY:SECRET@HOST/BUCKET?region=…`. */
export class S3Blobs implements Blobs {
  readonly #client: AwsClient;
  readonly #bucket: string;
  /** Whether the server keeps what is there when asked to; one that cannot is asked beforehand whether it is. */
  #conditional = true;

  constructor(url: string) {
    const { protocol, host, pathname, username, password, searchParams } = new URL(url);
    this.#bucket = `${protocol}//${host}${pathname.replace(/\/+$/u, '')}`;
    this.#client = new AwsClient({
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
      service: 's3',
      region: searchParams.get('region') ?? 'us-east-1',
      retries: TRIES - 1,
    });
  }

  /** Throws StartRefused when the bucket cannot be used: an Entente that loses files must not start. */
  static async open(url: string): Promise<S3Blobs> {
    const blobs = new S3Blobs(url);
    const refused = (why: string, cause?: unknown): StartRefused =>
      new StartRefused(`S3_URL (${urlWithoutSecrets(url)}): ${why}.`, { cause });
    const answer = await blobs.#ask('HEAD', '').catch((error: unknown) => {
      throw refused('no server answers there', error);
    });
    if (answer.status === 404) throw refused('there is no such bucket');
    if (answer.status === 403) throw refused('these keys may not use the bucket');
    if (!answer.ok) throw refused(`the server answers ${answer.status}`);
    return blobs;
  }

  async has(name: string): Promise<boolean> {
    const answer = await this.#ask('HEAD', name);
    if (answer.ok) return true;
    if (answer.status === 404) return false;
    throw failed('look for', name, answer);
  }

  async take(name: string, path: string): Promise<void> {
    if (!this.#conditional && (await this.has(name))) return;
    const answer = await this.#ask('PUT', name, {
      body: await openAsBlob(path),
      headers: {
        'x-amz-content-sha256': await sha256Of(path),
        // What is there is never replaced: somebody may be reading it, part after part.
        ...(this.#conditional ? { 'if-none-match': '*' } : {}),
      },
    });
    await answer.body?.cancel();
    if (answer.status === NOT_IMPLEMENTED && this.#conditional) {
      this.#conditional = false;
      return this.take(name, path);
    }
    const isThere = answer.status === 412 || answer.status === 409;
    if (!answer.ok && !isThere) throw failed('store', name, answer);
  }

  async read(name: string, start: number): Promise<AsyncIterable<Uint8Array> | undefined> {
    const answer = await this.#ask('GET', name, { headers: { range: `bytes=${start}-` } });
    if (answer.status === 404) {
      await answer.body?.cancel();
      return undefined;
    }
    if (answer.status !== 206 || !answer.body) throw failed('read', name, answer);
    return answer.body;
  }

  #ask(method: string, name: string, init: RequestInit = {}): Promise<Response> {
    // A file is as long in coming as the line is slow; everything else is answered in time or not at all.
    const signal = method === 'HEAD' ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {};
    return this.#client.fetch(`${this.#bucket}/${name}`, { method, ...signal, ...init });
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

const failed = (what: string, name: string, { status }: Response): Error =>
  new Error(`S3: cannot ${what} ${name}: the server answers ${status}`);
