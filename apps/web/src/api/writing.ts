import { saw } from './seen.js';

/** As `crypto.randomUUID`, which browsers keep from pages served over plain HTTP by another machine. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Whoever wrote something is next shown a list that has it. */
export async function written<Answer extends { position: string | null }>(
  sent: Promise<Answer>,
): Promise<Answer> {
  const done = await sent;
  if (done.position !== null) saw(done.position);
  return done;
}
