import type { createTransport } from 'nodemailer';

export interface Mail {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With its angle brackets. */
  readonly messageId: string;
}

export type MailOutcome =
  | { readonly accepted: true }
  /** `reason` names no address; `permanent`: the server will refuse this message again. */
  | { readonly accepted: false; readonly permanent: boolean; readonly reason: string };

export interface MailServer {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
  /** For the whole of one delivery, in milliseconds. */
  readonly timeoutMs?: number;
}

type Transport = ReturnType<typeof createTransport>;

const DEFAULT_TIMEOUT_MS = 20_000;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u;

/** Mail over SMTP. Never throws: a server that is away is an outcome. */
export class MailChannel {
  #transport: Promise<Transport> | undefined;

  constructor(private readonly server: MailServer) {}

  async send(mail: Mail): Promise<MailOutcome> {
    if (!ADDRESS.test(mail.to)) return { accepted: false, permanent: true, reason: 'address-malformed' };
    // The library's limits are per step: a server that answers one byte a second would hold a worker for ever.
    const signal = AbortSignal.timeout(this.#timeoutMs);
    try {
      const transport = await (this.#transport ??= this.#open());
      await transport.sendMail({
        ...mail,
        from: this.server.from,
        to: { name: '', address: mail.to },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal,
      });
      return { accepted: true };
    } catch (error) {
      return signal.aborted ? { accepted: false, permanent: false, reason: 'timeout' } : failure(error);
    }
  }

  close(): void {
    this.#transport
      ?.then((transport) => {
        transport.close();
      })
      .catch(() => undefined);
  }

  /** Loaded with the first mail: a start need not wait for it. */
  async #open(): Promise<Transport> {
    const nodemailer = await import('nodemailer');
    const timeout = this.#timeoutMs;
    return nodemailer.createTransport({
      url: this.server.url,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      dnsTimeout: timeout,
      // Only words of ours are sent; nothing in them may make the library read a file or fetch a page.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  get #timeoutMs(): number {
    return this.server.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  }
}

/** The server's own words may repeat the address, so only codes are told. */
function failure(error: unknown): MailOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') {
    // A 5xx to a login or a greeting is about the server's settings, not about this message.
    const permanent = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
    return { accepted: false, permanent, reason: `smtp-${responseCode}` };
  }
  if (code === 'ETIMEDOUT') return { accepted: false, permanent: false, reason: 'timeout' };
  return {
    accepted: false,
    permanent: false,
    reason: typeof code === 'string' ? code.toLowerCase() : 'unknown',
  };
}
