import type { Attachment } from 'postal-mime';

/** What a mail server tells of a message it took from us (RFC 3464). */
export interface MailReturn {
  /** `failed`: it reached nobody; `delayed`: it may yet; `delivered`: it did. */
  readonly kind: 'failed' | 'delayed' | 'delivered';
  /** As RFC 3463 numbers it: `5.1.1`. */
  readonly status: string;
  /** Of the message that is told of, with its angle brackets. */
  readonly messageId?: string;
  /** What its envelope was given as a name (RFC 3461). */
  readonly envelopeId?: string;
}

const REPORTS = ['message/delivery-status', 'message/global-delivery-status'];
const ORIGINALS = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'];
const KINDS: Readonly<Record<string, MailReturn['kind']>> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};
const WORST_FIRST = ['failed', 'delayed', 'delivered'] as const;

/** Undefined for every other message: an answer out of office, a letter, a report in words of its own. */
export async function readReturn(source: Uint8Array): Promise<MailReturn | undefined> {
  const { default: PostalMime } = await import('postal-mime');
  const { attachments } = await PostalMime.parse(source, { attachmentEncoding: 'utf8' });
  const report = textOf(attachments, REPORTS);
  if (report === undefined) return undefined;
  const [message = new Map<string, string>(), ...recipients] = fieldsOf(report);
  const told = recipients.flatMap((fields) => {
    const kind = KINDS[(fields.get('action') ?? '').toLowerCase()];
    const [status] = /^[245]\.\d{1,3}\.\d{1,3}/u.exec(fields.get('status') ?? '') ?? [];
    return kind === undefined || status === undefined ? [] : [{ kind, status }];
  });
  // One message of ours has one recipient; whoever passes it on to several tells of each.
  const worst = WORST_FIRST.map((kind) => told.find((one) => one.kind === kind)).find(
    (one) => one !== undefined,
  );
  if (!worst) return undefined;
  const [messageId] = /<[^<>\s]+>/u.exec(headerOf(textOf(attachments, ORIGINALS), 'message-id')) ?? [];
  const envelopeId = message.get('original-envelope-id');
  return {
    ...worst,
    ...(messageId === undefined ? {} : { messageId }),
    ...(envelopeId === undefined ? {} : { envelopeId }),
  };
}

function textOf(attachments: readonly Attachment[], types: readonly string[]): string | undefined {
  const content = attachments.find(({ mimeType }) => types.includes(mimeType))?.content;
  return typeof content === 'string' ? content : undefined;
}

/** Groups of fields, parted by empty lines: the first is about the message, the others about a recipient each. */
function fieldsOf(text: string): ReadonlyMap<string, string>[] {
  return unfolded(text)
    .split(/\n(?:[ \t]*\n)+/u)
    .filter((group) => group.trim() !== '')
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line) => {
            const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/u.exec(line) ?? [];
            return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
          }),
        ),
    );
}

function headerOf(message: string | undefined, name: string): string {
  return fieldsOf(message ?? '')[0]?.get(name) ?? '';
}

function unfolded(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/\n[ \t]+(?=\S)/gu, ' ');
}
