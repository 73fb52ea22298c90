import { createHmac, createSecretKey, hash, randomFillSync, type KeyObject } from 'node:crypto';

import { Facts, RecentDirectory, type Files } from '@entente/application';
import type { OverrideRule } from '@entente/agreement';
import { KnownStreams, type EventStore, type SealPort } from '@entente/event-sourcing';

export interface InstallationParts {
  readonly store: EventStore;
  readonly clock: { now(space: string): string };
  /** 32 bytes that only this installation knows. */
  readonly installationKey: Buffer;
  readonly seals: SealPort;
  readonly files: Files;
  readonly zone: string;
  readonly overrides: OverrideRule;
}

/** The facts of this installation: its log, clock, zone and key. */
export class InstallationFacts extends Facts {
  override readonly store: EventStore;
  override readonly zone: string;
  override readonly seals: SealPort;
  override readonly overrides: OverrideRule;
  override readonly files: Files;
  override readonly streams = new KnownStreams();
  override readonly directory = new RecentDirectory();
  override readonly tzdb = process.versions['tz'] ?? 'unknown';
  readonly #parts: InstallationParts;
  readonly #key: KeyObject;
  readonly #salts = new Salts();

  constructor(parts: InstallationParts) {
    super();
    this.#parts = parts;
    this.#key = createSecretKey(parts.installationKey);
    this.store = parts.store;
    this.seals = parts.seals;
    this.files = parts.files;
    this.zone = parts.zone;
    this.overrides = parts.overrides;
  }

  override readonly sha1 = (bytes: Uint8Array): Uint8Array => hash('sha1', bytes, 'buffer');

  override now(space: string): string {
    return this.#parts.clock.now(space);
  }

  override newSalt(): string {
    return this.#salts.next();
  }

  override mac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }

  override sha256(text: string): string {
    return hash('sha256', text, 'hex');
  }
}

const SALT_BYTES = 16;

/** Random bytes drawn in store: asking the system for each salt costs more than the rest of an event. */
class Salts {
  readonly #store = Buffer.alloc(SALT_BYTES * 256);
  #used = this.#store.length;

  next(): string {
    if (this.#used === this.#store.length) {
      randomFillSync(this.#store);
      this.#used = 0;
    }
    this.#used += SALT_BYTES;
    return this.#store.toString('hex', this.#used - SALT_BYTES, this.#used);
  }
}
