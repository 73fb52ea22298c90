import { positionFor, type Viewer } from '@entente/access';
import {
  definitionOf,
  textFileOf,
  type DocumentLanguage,
  type IssueDocument,
  type ProposedAgreement,
} from '@entente/agreement';
import { refuse, type EventStore, type Refused } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import type { Files } from '../ports/files.js';
import type {
  DocumentFormat,
  LetterDocuments,
  LetterToPrint,
  MadeDocument,
} from '../ports/letter-documents.js';
import type { NumberIndex } from '../ports/ports.js';
import { readAgreement, type ReadAgreement } from '../queries/read-agreement.js';
import type { AgreementCode } from './agreement.js';

export interface DocumentPorts {
  readonly store: EventStore;
  readonly numbers: NumberIndex;
  readonly documents: LetterDocuments;
  readonly files: Files;
  readonly zone: string;
  readonly definitions: Pick<Facts, 'definitionOf'>;
}

export interface DocumentChoice {
  readonly format: DocumentFormat;
  readonly language: DocumentLanguage;
}

type Code = Extract<
  AgreementCode,
  'unknown-agreement' | 'not-allowed' | 'text-missing' | 'text-too-long' | 'text-is-a-file'
>;

/** Some two hundred pages: whoever writes more does not keep everybody else's letters waiting. */
export const MAX_PRINTED = 200_000;
/** What an empty line takes of it. */
const LINE = 40;

/** The letter as a document, for whoever may see the letter; nothing is kept. */
export async function previewDocument(
  ports: DocumentPorts,
  viewer: Viewer,
  agreementId: string,
  choice: DocumentChoice,
): Promise<(MadeDocument & { readonly number?: string }) | Refused<Code>> {
  const read = await readAgreement(ports.store, ports.numbers, viewer, agreementId);
  if (!read) return refuse('unknown-agreement');
  const definition = await ports.definitions.definitionOf(viewer.space, read.agreement.definition);
  const letter = letterToPrint(read, choice, ports.zone, definition);
  if ('refused' in letter) return letter;
  const { number } = read.agreement;
  return { ...(await ports.documents.make(letter)), ...(number === undefined ? {} : { number }) };
}

/** Which signs of the letter its PDF cannot show, for whoever may see the letter. */
export async function unprintableSigns(
  ports: DocumentPorts,
  viewer: Viewer,
  agreementId: string,
  language: DocumentLanguage,
): Promise<{ readonly signs: readonly string[] } | Refused<Code>> {
  const read = await readAgreement(ports.store, ports.numbers, viewer, agreementId);
  if (!read) return refuse('unknown-agreement');
  const definition = await ports.definitions.definitionOf(viewer.space, read.agreement.definition);
  const letter = letterToPrint(read, { format: 'pdf', language }, ports.zone, definition);
  return 'refused' in letter ? letter : { signs: await ports.documents.unprintable(letter) };
}

/** Several letters as one PDF, for whoever may see each of them. */
export async function previewTogether(
  ports: DocumentPorts,
  viewer: Viewer,
  agreementIds: readonly string[],
  language: DocumentLanguage,
): Promise<MadeDocument | Refused<Code>> {
  const letters: LetterToPrint[] = [];
  let length = 0;
  for (const agreementId of new Set(agreementIds)) {
    const read = await readAgreement(ports.store, ports.numbers, viewer, agreementId);
    if (!read) return refuse('unknown-agreement', { facts: { agreementId } });
    const definition = await ports.definitions.definitionOf(viewer.space, read.agreement.definition);
    const letter = letterToPrint(read, { format: 'pdf', language }, ports.zone, definition);
    if ('refused' in letter)
      return refuse(letter.refused.code, { facts: { ...letter.refused.facts, agreementId } });
    length += lengthOf(read.agreement, language);
    if (length > MAX_PRINTED) return refuse('text-too-long', { facts: { limit: MAX_PRINTED } });
    letters.push(letter);
  }
  return ports.documents.makeTogether(letters);
}

/** The command that records a document as issued, once the document is made and kept. Throws FileRefused. */
export async function documentToIssue(
  ports: DocumentPorts,
  viewer: Viewer,
  agreementId: string,
  choice: DocumentChoice,
): Promise<IssueDocument | Refused<Code>> {
  const read = await readAgreement(ports.store, ports.numbers, viewer, agreementId);
  if (!read) return refuse('unknown-agreement');
  // Asked before anything is kept, and once more when the command comes.
  if (!positionFor(viewer, { command: 'IssueDocument' }, read.agreement)) return refuse('not-allowed');
  const definition = await ports.definitions.definitionOf(viewer.space, read.agreement.definition);
  const letter = letterToPrint(read, choice, ports.zone, definition);
  if ('refused' in letter) return letter;
  const { content, template } = await ports.documents.make(letter);
  const file = await ports.files.put(inOnePart(content));
  return { type: 'IssueDocument', file, textHash: letter.textHash, template, language: choice.language };
}

export function letterToPrint(
  { agreementId, agreement, history }: ReadAgreement,
  { format, language }: DocumentChoice,
  zone: string,
  definition = definitionOf(agreement.definition),
): LetterToPrint | Refused<Code> {
  const { textHash, parties } = agreement;
  if (textHash === null) return refuse('text-missing');
  const wanted = language === 'both' ? (['zh', 'en'] as const) : [language];
  const file = wanted.map((one) => textFileOf(agreement, one)?.file).find((found) => found !== undefined);
  // It is on paper already: another page made of half of it would not be the text.
  if (file) return refuse('text-is-a-file', { facts: { sha256: file.sha256 } });
  if (lengthOf(agreement, language) > MAX_PRINTED) {
    return refuse('text-too-long', { facts: { limit: MAX_PRINTED } });
  }
  const roles = definition?.partyRoles ?? [];
  // The first event that names the text is the one that made it; approvals and documents name it later.
  const written = history.find(({ event }) => 'textHash' in event.data && event.data.textHash === textHash);
  return {
    agreementId,
    agreement,
    // The text signed never changes: who joined it later signed another sheet.
    parties: parties
      .filter(({ accededOn }) => accededOn === undefined)
      .map(({ name, role, signatory, substitute }) => ({
        name,
        role: roles.find((known) => known.role === role)?.title ?? { en: role },
        ...(signatory ? { signatory: signatory.title } : {}),
        ...(substitute ? { instead: substitute.title } : {}),
      })),
    textHash,
    textRevision: written?.event.revision ?? 0,
    textSince: written?.event.recordedAt ?? agreement.proposedAt,
    zone,
    standing: standingOf(agreement),
    language,
    format,
  };
}

function lengthOf({ sections }: ProposedAgreement, language: DocumentLanguage): number {
  return sections
    .flatMap(({ renditions: { zh, en } }) => (language === 'both' ? [zh, en] : [language === 'zh' ? zh : en]))
    .map((rendition) => (rendition ? rendition.body.length + LINE * rendition.body.split('\n').length : 0))
    .reduce((sum, length) => sum + length, 0);
}

/** A text is for signing when every party approved it and it can no longer be revised. */
function standingOf({
  voided,
  signedAt,
  activities,
  parties,
  textHash,
}: ProposedAgreement): LetterToPrint['standing'] {
  if (voided) return 'void';
  if (signedAt !== undefined) return 'approved';
  const agreed = parties.length > 0 && parties.every(({ approvedHash }) => approvedHash === textHash);
  return agreed && !activities.includes('text@1') ? 'approved' : 'draft';
}

async function* inOnePart(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
