import { Facts, RecentDirectory } from '@entente/application';
import { InMemoryEventStore, KnownStreams, type EventStore } from '@entente/event-sourcing';
import { createHash, createHmac, randomBytes } from 'node:crypto';

import { filesForTest } from '../../support/files-for-test.js';

/** Entente on a log in memory: the real commands, rules and replays; of the lists only what a request needs. */
export class MemoryFacts extends Facts {
  override store: EventStore = new InMemoryEventStore();
  override readonly zone = 'Asia/Shanghai';
  readonly stored = filesForTest();
  override readonly files = this.stored.files;
  override readonly streams = new KnownStreams();
  override readonly directory = new RecentDirectory();
  override readonly tzdb = '2026a';

  override readonly sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

  override now(): string {
    return new Date().toISOString();
  }

  override newSalt(): string {
    return randomBytes(16).toString('hex');
  }

  override mac(text: string): string {
    return createHmac('sha256', 'a key for tests').update(text).digest('hex');
  }

  override sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }
}
