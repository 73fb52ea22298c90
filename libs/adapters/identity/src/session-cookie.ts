import { SESSION_HOURS } from './session-tokens.js';

const NAME = 'entente_session';

export interface CookieOptions {
  /** Over HTTPS only; browsers would drop such a cookie on plain HTTP. */
  readonly secure: boolean;
}

/** `Set-Cookie` for a new session. Strict: no other site's link or form carries it. */
export function sessionCookie(token: string, options: CookieOptions): string {
  return cookie(token, SESSION_HOURS * 3_600, options);
}

/** `Set-Cookie` that makes the browser forget the session. */
export function endedCookie(options: CookieOptions): string {
  return cookie('', 0, options);
}

/** The token a program sends as `Authorization: Bearer`, or a browser as the cookie. */
export function tokenOf(headers: {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}): string | undefined {
  const bearer = /^Bearer +(\S+)$/iu.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === NAME && value) return value;
  }
  return undefined;
}

function cookie(value: string, maxAge: number, { secure }: CookieOptions): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${String(maxAge)}`];
  return [`${NAME}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
