import type { DocumentLanguage, Language } from '@entente/agreement';
import { dayInWords } from '@entente/narrative';

type Words = Readonly<Record<Language, string>>;

const WORDS = {
  number: { zh: '编号', en: 'No.' },
  field: { zh: '领域', en: 'Field' },
  text: { zh: '文本', en: 'Text' },
  draft: { zh: '草案', en: 'DRAFT' },
  void: { zh: '作废', en: 'VOID' },
  missing: { zh: '（本节无中文文本）', en: '(This section has no English text.)' },
  annexes: { zh: '附件', en: 'Annexes' },
  end: { zh: '（以下无正文，为签署栏）', en: '(End of the text; the signatures follow.)' },
  signs: { zh: '签署人', en: 'Signatory' },
  signature: { zh: '签字', en: 'Signature' },
  seal: { zh: '盖章', en: 'Seal' },
  date: { zh: '日期', en: 'Date' },
  order: {
    zh: '本文件先载中文文本，后载英文文本；两种文本的效力以正文约定为准。',
    en: 'This document sets out the Chinese text first and the English text after it; which of them prevails is as the text provides.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Word = keyof typeof WORDS;

/** A word in a document's language; in one with both texts, both. */
export function word(name: Word, language: DocumentLanguage): string {
  const { zh, en } = WORDS[name];
  return language === 'both' ? `${zh} ${en}` : WORDS[name][language];
}

export function revisionOf(revision: number, language: DocumentLanguage): string {
  const words = { zh: `第 ${revision} 版`, en: `revision ${revision}` };
  return language === 'both' ? `${words.zh} ${words.en}` : words[language];
}

export function pageOf(page: string, pages: string, language: DocumentLanguage): string {
  const words = {
    zh: `第 ${page} 页，共 ${pages} 页`,
    en: `page ${page} of ${pages}`,
    both: `${page} / ${pages}`,
  };
  return words[language];
}

/** A day in words; in a document with both texts it is the digits, which both read. */
export function dayOf(instant: string, zone: string, language: DocumentLanguage): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  return language === 'both' ? day : dayInWords(day, language);
}
