import { isUuid } from '@entente/canonical';
import {
  jsonEvent,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type KurrentDBClient,
} from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';

import { asPortError } from './failure.js';

/** Outside every space, so that it is in nobody's way and the log of a space may be thrown away without it. */
const STREAM = 'entente-log-identity';

/** The server's log has no name of its own: whoever asks first gives it one, for good. */
export async function identityOf(client: KurrentDBClient): Promise<string> {
  try {
    return (await standing(client)) ?? (await given(client, randomUUID()));
  } catch (error) {
    throw asPortError(error);
  }
}

async function standing(client: KurrentDBClient): Promise<string | undefined> {
  try {
    const options = { fromRevision: 'start', maxCount: 1, requiresLeader: true } as const;
    for await (const { event } of client.readStream(STREAM, options)) {
      const id = (event?.data as { id?: unknown } | undefined)?.id;
      if (typeof id !== 'string' || !isUuid(id)) throw new Error(`the stream ${STREAM} holds no identity`);
      return id;
    }
    return undefined;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}

async function given(client: KurrentDBClient, id: string): Promise<string> {
  try {
    const event = jsonEvent({ type: 'LogIdentified', data: { id } });
    await client.appendToStream(STREAM, event, { streamState: 'no_stream' });
    return id;
  } catch (error) {
    if (!(error instanceof WrongExpectedVersionError)) throw error;
    // Another process gave it a name between the look and this.
    const other = await standing(client);
    if (other === undefined) throw error;
    return other;
  }
}
