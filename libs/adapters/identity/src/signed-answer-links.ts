import { createHmac, timingSafeEqual } from 'node:crypto';

import { AnswerLinks, type AnswerLink } from '@entente/application';
import { isUuid } from '@entente/canonical';

/** The path of the page that a link opens. */
const PATH = '/answer/';
const SIGNATURE_BYTES = 16;
const SIGNATURE_LENGTH = 22;
const MAX_LENGTH = 500;
const TOKEN = /^[A-Za-z0-9_-]+$/u;

type Content = readonly [
  space: string,
  agreementId: string,
  deadlineId: string,
  version: number,
  positionId: string,
  personId: string,
  lastDay: string,
  copied: 0 | 1,
];

/**
 * `base64url(content) base64url(HMAC-SHA-256, 128 bits of it)`, with nothing between them: letters, digits, hyphens and
 * underscores come through every mail and chat program, and the shorter a code of it, the better cameras read it.
 */
export class SignedAnswerLinks extends AnswerLinks {
  readonly #publicUrl: string;

  constructor(
    /** Derived from the installation's key for this use alone. */
    private readonly key: Buffer,
    publicUrl: string,
  ) {
    super();
    this.#publicUrl = publicUrl.replace(/\/+$/u, '');
  }

  override urlOf(link: AnswerLink): string {
    return `${this.#publicUrl}${PATH}${this.#tokenOf(link)}`;
  }

  override read(token: string): AnswerLink | undefined {
    if (token.length > MAX_LENGTH || !TOKEN.test(token)) return undefined;
    const content = token.slice(0, -SIGNATURE_LENGTH);
    const given = Buffer.from(token.slice(-SIGNATURE_LENGTH), 'base64url');
    const expected = this.#signature(content);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    // Signed by us, so it is what `#tokenOf` wrote; but a last letter has bits that nobody reads.
    const link = linkIn(JSON.parse(Buffer.from(content, 'base64url').toString()) as Content);
    return this.#tokenOf(link) === token ? link : undefined;
  }

  #tokenOf(link: AnswerLink): string {
    const { space, agreementId, deadlineId, version, positionId, personId, lastDay, copied } = link;
    const content: Content = [
      space,
      packed(agreementId),
      deadlineId,
      version,
      packed(positionId),
      packed(personId),
      lastDay,
      copied ? 1 : 0,
    ];
    const text = Buffer.from(JSON.stringify(content)).toString('base64url');
    return `${text}${this.#signature(text).toString('base64url')}`;
  }

  #signature(content: string): Buffer {
    return createHmac('sha256', this.key).update(content).digest().subarray(0, SIGNATURE_BYTES);
  }
}

function linkIn(content: Content): AnswerLink {
  const [space, agreementId, deadlineId, version, positionId, personId, lastDay, copied] = content;
  return {
    space,
    agreementId: unpacked(agreementId),
    deadlineId,
    version,
    positionId: unpacked(positionId),
    personId: unpacked(personId),
    lastDay,
    copied: copied === 1,
  };
}

/** A UUID in 22 letters instead of 36; anything else as it is, behind a sign that no UUID begins with. */
function packed(id: string): string {
  return isUuid(id) ? Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') : `=${id}`;
}

function unpacked(text: string): string {
  if (text.startsWith('=')) return text.slice(1);
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
