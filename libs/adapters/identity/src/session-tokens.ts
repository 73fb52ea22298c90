import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who is signed in, until when. Nothing is stored: the signature is what makes it true. */
export interface Session {
  readonly space: string;
  readonly personId: string;
  /** Milliseconds since 1970; not valid from then on. */
  readonly expires: number;
}

export const SESSION_HOURS = 12;
const LIFETIME_MS = SESSION_HOURS * 3_600_000;
const MAX_LENGTH = 1_000;
const MAX_REMEMBERED = 10_000;

/** Makes and reads session tokens: `base64url(session) . base64url(HMAC-SHA-256)`. */
export class SessionTokens {
  /** Read before: a signature once right stays so. */
  readonly #read = new Map<string, Session>();

  constructor(
    /** Derived from the installation's key for this use alone. */
    private readonly key: Buffer,
    private readonly now: () => number = Date.now,
  ) {}

  issue(space: string, personId: string): { readonly token: string; readonly session: Session } {
    const session: Session = { space, personId, expires: this.now() + LIFETIME_MS };
    const content = Buffer.from(JSON.stringify(session)).toString('base64url');
    return { token: `${content}.${this.#signature(content).toString('base64url')}`, session };
  }

  /** The session of a token this installation signed and that has not expired; everything else is undefined. */
  read(token: string): Session | undefined {
    const session = this.#read.get(token) ?? this.#verified(token);
    return session && session.expires > this.now() ? session : undefined;
  }

  #verified(token: string): Session | undefined {
    if (token.length > MAX_LENGTH) return undefined;
    const [content, signature, ...rest] = token.split('.');
    if (content === undefined || signature === undefined || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#signature(content);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    // Signed by us, so it is what `issue` wrote.
    const session = JSON.parse(Buffer.from(content, 'base64url').toString()) as Session;
    if (this.#read.size >= MAX_REMEMBERED) this.#read.clear();
    this.#read.set(token, session);
    return session;
  }

  #signature(content: string): Buffer {
    return createHmac('sha256', this.key).update(content).digest();
  }
}
