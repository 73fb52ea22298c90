import { createHash, createHmac, randomBytes } from 'node:crypto';

import { Facts, RecentDirectory } from '@entente/application';
import { chinaCalendar, type Calendar } from '@entente/calendar';
import { KnownStreams, type EventStore } from '@entente/event-sourcing';

export interface InstallationParts {
  readonly store: EventStore;
  readonly clock: { now(space: string): string };
  /** 32 bytes that only this installation knows. */
  readonly installationKey: Buffer;
  readonly zone: string;
}

/** The facts of this installation: its log, clock, calendar, zone and key. */
export class InstallationFacts extends Facts {
  override readonly store: EventStore;
  override readonly calendar: Calendar = chinaCalendar;
  override readonly zone: string;
  override readonly streams = new KnownStreams();
  override readonly directory = new RecentDirectory();
  override readonly tzdb = process.versions['tz'] ?? 'unknown';
  readonly #parts: InstallationParts;

  constructor(parts: InstallationParts) {
    super();
    this.#parts = parts;
    this.store = parts.store;
    this.zone = parts.zone;
  }

  override readonly sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

  override now(space: string): string {
    return this.#parts.clock.now(space);
  }

  override newSalt(): string {
    return randomBytes(16).toString('hex');
  }

  override mac(text: string): string {
    return createHmac('sha256', this.#parts.installationKey).update(text).digest('hex');
  }

  override sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }
}
