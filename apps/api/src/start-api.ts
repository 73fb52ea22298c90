import { EntenteModule, type Entente } from '@entente/engine';
import { StartRefused, type Configuration } from '@entente/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { createApi } from './create-api.js';

export interface StartedApi {
  readonly app: NestFastifyApplication;
  /** Where people open it. */
  readonly url: string;
  /** Ends open streams and connections. */
  close(): Promise<void>;
}

/** Serves an opened installation. Throws StartRefused with one sentence when its address cannot be had. */
export async function startApi(
  entente: Entente,
  { webRoot = path.resolve(import.meta.dirname, '../../web') }: { readonly webRoot?: string } = {},
): Promise<StartedApi> {
  const { configuration, log } = entente;
  const settings = {
    production: configuration.environment === 'production',
    mail: configuration.smtpUrl === undefined ? 'outbox' : 'smtp',
    publicUrl: configuration.publicUrl,
    webRoot,
  } as const;
  const app = await createApi(EntenteModule.forRoot(entente), settings, log);
  try {
    // Not by Nest, which logs what is answered here in one sentence.
    const { port, host } = configuration;
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    await app.close();
    throw refused(error, configuration);
  }
  return { app, url: urlOf(app, configuration), close: () => app.close() };
}

function urlOf(app: NestFastifyApplication, { port, publicUrl }: Configuration): string {
  if (port !== 0) return publicUrl;
  const address = app.getHttpServer().address() as AddressInfo;
  const url = new URL(publicUrl);
  url.port = String(address.port);
  return url.origin;
}

function refused(error: unknown, { host, port }: Configuration): unknown {
  const because = (sentence: string): StartRefused => new StartRefused(sentence, { cause: error });
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return because(
        `PORT ${String(port)} on ${host} is in use: stop the program that has it, or set PORT to another number.`,
      );
    case 'EACCES':
      return because(`PORT ${String(port)} may not be opened by this user: set PORT to a number above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return because(`HOST ${host} is no address of this machine: set it to one, e.g. 127.0.0.1.`);
    default:
      return error;
  }
}
