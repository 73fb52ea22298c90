import type { Annex, Language, LocalText } from '@entente/agreement';
import type { LetterToPrint } from '@entente/application';

import { dayOf, revisionOf, word } from './words.js';

export interface LetterSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** The text in one language. */
export interface LetterText {
  readonly language: Language;
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly LetterSection[];
}

export interface SignatureBlock {
  readonly party: string;
  readonly signatory: string;
  readonly signature: string;
  readonly seal: string;
  readonly date: string;
}

/** A letter as it stands on paper, whatever the format. */
export interface PaperLetter {
  /** What stands across it while it is not to be signed. */
  readonly mark?: string;
  readonly order?: string;
  /** The prevailing order: Chinese first. */
  readonly texts: readonly LetterText[];
  readonly end: string;
  readonly signatures: readonly SignatureBlock[];
  /** In the footer, beside the page's number. */
  readonly stamp: string;
  /** What its QR code opens. */
  readonly url: string;
}

const SHORT_HASH = 12;

export function paperLetter(letter: LetterToPrint, publicUrl: string): PaperLetter {
  const { language, standing, agreementId, agreement, textHash, textRevision } = letter;
  const languages: readonly Language[] = language === 'both' ? ['zh', 'en'] : [language];
  const stamp = [
    agreement.number ?? word('draft', language),
    revisionOf(textRevision, language),
    textHash.slice(0, SHORT_HASH),
  ];
  return {
    ...(standing === 'approved' ? {} : { mark: word(standing, language) }),
    ...(language === 'both' ? { order: `${word('order', 'zh')}\n${word('order', 'en')}` } : {}),
    texts: languages.map((one) => textIn(letter, one)),
    end: word('end', language),
    signatures: letter.parties.map((party) => signatureOf(party, letter)),
    stamp: stamp.join(' · '),
    url: `${publicUrl}/agreements/${agreementId}`,
  };
}

function textIn(letter: LetterToPrint, language: Language): LetterText {
  const { agreement, parties, textRevision, textSince, zone } = letter;
  const { title, field, number, sections, annexes = [] } = agreement;
  const label = (name: 'number' | 'field' | 'text', value: string): string =>
    labelled(word(name, language), value, language);
  return {
    language,
    title: inLanguage(title, language),
    lines: [
      ...(number === undefined ? [] : [label('number', number)]),
      ...parties.map(({ role, name }) =>
        labelled(inLanguage(role, language), inLanguage(name, language), language),
      ),
      ...(field ? [label('field', inLanguage(field, language))] : []),
      label('text', `${revisionOf(textRevision, language)} · ${dayOf(textSince, zone, language)}`),
    ],
    sections: [
      ...sections.map(({ renditions }) => {
        const { heading = '', body = word('missing', language) } = renditions[language] ?? {};
        return { heading, paragraphs: paragraphsOf(body) };
      }),
      ...(annexes.length === 0 ? [] : [annexesOf(annexes, language)]),
    ],
  };
}

/** By their hashes, which belong to what is approved and signed. */
function annexesOf(annexes: readonly Annex[], language: Language): LetterSection {
  return {
    heading: word('annexes', language),
    paragraphs: annexes.map(({ file, title }, at) => {
      const hash = file.sha256.slice(0, SHORT_HASH);
      return `${at + 1}. ${inLanguage(title, language)} (SHA-256 ${hash})`;
    }),
  };
}

function signatureOf(party: LetterToPrint['parties'][number], { language }: LetterToPrint): SignatureBlock {
  const said = (text: LocalText): string => {
    if (language !== 'both') return inLanguage(text, language);
    return [...new Set([inLanguage(text, 'zh'), inLanguage(text, 'en')])].join('\n');
  };
  const signatory = party.instead ?? party.signatory;
  const one = language === 'en' ? 'en' : 'zh';
  return {
    party: said(party.name),
    signatory: labelled(word('signs', language), signatory ? said(signatory) : '', one),
    signature: labelled(word('signature', language), '', one),
    seal: word('seal', language),
    date: labelled(word('date', language), '', one),
  };
}

const labelled = (name: string, value: string, language: Language): string =>
  language === 'zh' ? `${name}：${value}` : `${name}: ${value}`.trimEnd();

/** The other language where a name has no other. */
function inLanguage({ zh, en }: LocalText, language: Language): string {
  return (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '';
}

function paragraphsOf(body: string): readonly string[] {
  return body
    .split(/\r?\n/u)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '');
}
