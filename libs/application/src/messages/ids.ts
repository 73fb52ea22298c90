import { uuidV5, type Sha1 } from '@entente/canonical';

/** The same sender with the same idempotency key means the same command. */
export function commandIdFrom(sha1: Sha1, space: string, actor: string, idempotencyKey: string): string {
  return uuidV5(sha1, space, actor, idempotencyKey);
}

/** Id of what a command brings into being, so that a repeat of the command finds the same stream. */
export function derivedId(
  sha1: Sha1,
  commandId: string,
  what: 'agreement' | 'desk' | 'meeting' | 'organisation' | 'person',
): string {
  return uuidV5(sha1, commandId, what);
}
