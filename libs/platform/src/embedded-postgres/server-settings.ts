import { totalmem } from 'node:os';

const MB = 1024 * 1024;
const LEAST_BUFFERS_MB = 128;
const MOST_BUFFERS_MB = 1024;

/**
 * What a server that is to hold a log of millions of events is started with, beyond PostgreSQL's defaults, which suit
 * a smaller machine than any of today: with those, the pages of three indexes soon no longer fit its memory, and each
 * checkpoint has them written whole into its log again. Every setting that makes a commit durable stays as it is.
 *
 * `memoryBytes`: what the machine has, or what this process may use of it.
 */
export function serverSettings(memoryBytes = usableMemory()): Readonly<Record<string, string>> {
  const share = Math.floor(memoryBytes / 16 / MB);
  return {
    shared_buffers: `${Math.min(MOST_BUFFERS_MB, Math.max(LEAST_BUFFERS_MB, share))}MB`,
    // Twice the default's distance between checkpoints; after a crash that much is read again, seconds rather than minutes.
    max_wal_size: '2GB',
    wal_compression: 'on',
    jit: 'off',
  };
}

function usableMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}
