import { setTimeout as sleep } from 'node:timers/promises';

import type { Facts } from '@entente/application';
import { isPassing, silentLog, type Database, type Log } from '@entente/platform';
import type { ImapFlow } from 'imapflow';

import type { Outbox } from '../outbox/outbox.js';
import { MailboxProgress, type Progress } from './mailbox-progress.js';
import { ReturnedMails } from './returned-mails.js';

export interface ReturnMailboxOptions {
  /** `imaps://user:password@host:port/MAILBOX`. */
  readonly url: string;
  readonly outbox: Outbox;
  readonly facts: Facts;
  readonly database: Database;
  readonly log?: Log;
  /** Between two looks. */
  readonly lookMs?: number;
  /** For one answer of the server. */
  readonly timeoutMs?: number;
  /** Before the next try when the server is away. */
  readonly retryMs?: number;
}

export interface ReturnFigures {
  /** When it was last read to its end, UTC ISO text; null: not yet. */
  readonly readAt: string | null;
  readonly handled: number;
  /** Messages that are about none of ours. */
  readonly unknown: number;
  /** Why it cannot be read now. */
  readonly failing?: string;
}

const LOOK_MS = 15_000;
const RETRY_MS = 30_000;
const TIMEOUT_MS = 20_000;
const SOCKET_TIMEOUT_MS = 90_000;
/** A report says what it says at its beginning; whatever is added to it is not asked for. */
const MAX_SOURCE = 512_000;
/** So often one message may keep the others waiting. */
const MAX_TRIES = 5;

/** Reads the mailbox that mails come back to, message by message, each once and again after a crash. */
export class ReturnMailbox {
  readonly #log: Log;
  readonly #mails: ReturnedMails;
  readonly #progress: MailboxProgress;
  readonly #stop = new AbortController();
  readonly #path: string;
  #running: Promise<void> | undefined;
  #figures: ReturnFigures = { readAt: null, handled: 0, unknown: 0 };
  #stuck = { uid: 0, tries: 0 };

  constructor(private readonly options: ReturnMailboxOptions) {
    const { url, outbox, facts, database, log = silentLog } = options;
    const { host, username, pathname } = new URL(url);
    this.#log = log;
    this.#path = decodeURIComponent(pathname.replace(/^\//u, '')) || 'INBOX';
    this.#mails = new ReturnedMails(outbox, facts);
    this.#progress = new MailboxProgress(database, `${username}@${host}/${this.#path}`);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  get figures(): ReturnFigures {
    return this.#figures;
  }

  /** Lets the message under way be finished. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#connected((client) => this.#follow(client));
      } catch (error) {
        const failing = reasonOf(error);
        if (this.#figures.failing === undefined)
          this.#log.warn({ reason: failing }, 'the mailbox of returned mails cannot be read');
        this.#figures = { ...this.#figures, failing };
      }
      await this.#pause(this.options.retryMs ?? RETRY_MS);
    }
  }

  async #connected(work: (client: ImapFlow) => Promise<void>): Promise<void> {
    const { ImapFlow } = await import('imapflow');
    const { protocol, hostname, port, username, password } = new URL(this.options.url);
    const secure = protocol === 'imaps:';
    const client = new ImapFlow({
      host: hostname,
      port: port === '' ? (secure ? 993 : 143) : Number(port),
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
    });
    // Whoever waits for an answer is told by it; without a listener it would end the process.
    client.on('error', () => undefined);
    const closed = Promise.withResolvers<never>();
    client.on('close', () => {
      closed.reject(new MailboxLost());
    });
    try {
      await Promise.race([client.connect().then(() => work(client)), closed.promise]);
    } finally {
      client.close();
    }
  }

  async #follow(client: ImapFlow): Promise<void> {
    const { uidValidity } = await client.mailboxOpen(this.#path);
    while (!this.#stop.signal.aborted) {
      const progress = await this.#progress.begin(String(uidValidity));
      const { handled, unknown } = await this.#readNew(client, progress);
      this.#figures = { readAt: new Date().toISOString(), handled, unknown };
      await this.#pause(this.options.lookMs ?? LOOK_MS);
      await this.#answered(client.noop());
      if (!client.usable) throw new MailboxLost();
    }
  }

  async #readNew(
    client: ImapFlow,
    { lastUid, handled, unknown }: Progress,
  ): Promise<Omit<Progress, 'lastUid'>> {
    const counts = { handled, unknown };
    const found = await this.#answered(client.search({ uid: `${String(lastUid + 1)}:*` }, { uid: true }));
    if (!found) throw new MailboxLost();
    // "From n on" names the last message also when it comes before n.
    for (const uid of found.filter((one) => one > lastUid).toSorted((one, other) => one - other)) {
      if (this.#stop.signal.aborted) break;
      const isOurs = await this.#read(client, uid);
      await this.#progress.done(uid, isOurs);
      counts[isOurs ? 'handled' : 'unknown'] += 1;
    }
    return counts;
  }

  async #read(client: ImapFlow, uid: number): Promise<boolean> {
    const range = String(uid);
    const fetched = await this.#answered(
      client.fetchOne(range, { source: { maxLength: MAX_SOURCE } }, { uid: true }),
    );
    if (!fetched || !fetched.source) {
      if (!client.usable) throw new MailboxLost();
      // Somebody took it away meanwhile.
      return false;
    }
    try {
      const isOurs = await this.#mails.take(fetched.source);
      // Left unread for whoever looks at the mailbox is what nobody here understands.
      if (isOurs) await client.messageFlagsAdd(range, ['\\Seen'], { uid: true });
      return isOurs;
    } catch (error) {
      this.#stuck = { uid, tries: this.#stuck.uid === uid ? this.#stuck.tries + 1 : 1 };
      if (isPassing(error) || this.#stuck.tries < MAX_TRIES) throw error;
      this.#log.error({ uid, err: error }, 'a returned mail was given up');
      return false;
    }
  }

  /** A server that is gone may not say so, and the library waits for it. */
  async #answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new MailboxLost());
    }, this.options.timeoutMs ?? TIMEOUT_MS);
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
  }
}

/** The library answers false where its connection is gone. */
class MailboxLost extends Error {
  readonly code = 'connection-lost';
}

/** A server's own words may repeat what it was told. */
function reasonOf(error: unknown): string {
  const { authenticationFailed, code, name } = error as Record<
    'authenticationFailed' | 'code' | 'name',
    unknown
  >;
  if (authenticationFailed === true) return 'login-refused';
  if (typeof code === 'string') return code.toLowerCase();
  return typeof name === 'string' ? name : 'unknown';
}
