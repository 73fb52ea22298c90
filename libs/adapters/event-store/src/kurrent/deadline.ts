import { EventStoreSilent } from './failure.js';

/**
 * Whether the work happened is then in doubt. The client has no deadline of
 * its own here: all appends share one call, whose end it waits for when the server falls silent.
 */
export async function failIfSilent<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    silence.reject(new EventStoreSilent(`the log has not answered for ${Math.round(ms)} ms`));
  }, ms);
  try {
    return await Promise.race([work, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}
