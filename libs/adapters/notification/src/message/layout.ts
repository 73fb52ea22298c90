import type { Language } from './words.js';

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** One of several things in a message. */
export interface Item {
  readonly heading: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly link: Link;
  readonly answer?: Link;
}

/** A message before it is laid out as text and as HTML. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  /** What is asked, in a sentence or two. */
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** In a message of several things, which stand before the link. */
  readonly items?: readonly Item[];
  readonly link: Link;
  /** Where the recipient answers. */
  readonly answer?: Link;
  readonly closing: string;
}

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function render(letter: Letter): Rendered {
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) };
}

/** Puts a line in front of a message, so that it is read before anything else. */
export function withNotice(message: Rendered, subjectPrefix: string, notice: string): Rendered {
  return {
    subject: `${subjectPrefix} ${message.subject}`,
    text: `${notice}\n\n${message.text}`,
    html: message.html.replace(
      /<body[^>]*>/u,
      (body) => `${body}<p style="${NOTICE}">${escapeHtml(notice)}</p>`,
    ),
  };
}

const NOTICE = 'background:#fff3cd;border:1px solid #d9b44a;padding:8px 12px;margin:0 0 16px';
const BODY =
  'font:16px/1.5 system-ui,sans-serif;color:#1f1f1f;max-width:36em;margin:24px auto;padding:0 16px';
const ITEM = 'border-top:1px solid #dadce0;padding:14px 0';
const BUTTON =
  'display:inline-block;padding:10px 18px;background:#0b57d0;color:#fff;text-decoration:none;border-radius:4px';

function asText(letter: Letter): string {
  const { language, greeting, paragraphs, facts, items = [], link, answer, closing } = letter;
  const colon = language === 'zh' ? '：' : ': ';
  const lines = (all: Letter['facts']): string[] => all.map(([name, value]) => `${name}${colon}${value}`);
  const answerLines = ({ answer: own }: Item): string[] => (own ? [`${own.label}${colon}`, own.url] : []);
  return [
    greeting,
    ...paragraphs,
    ...(facts.length === 0 ? [] : [lines(facts).join('\n')]),
    ...items.map((item, index) =>
      [`${index + 1}. ${item.heading}`, ...lines(item.facts), item.link.url, ...answerLines(item)].join(
        '\n   ',
      ),
    ),
    ...[link, ...(answer ? [answer] : [])].map(({ label, url }) => `${label}${colon}\n${url}`),
    closing,
  ].join('\n\n');
}

function asHtml(letter: Letter): string {
  const { language, subject, greeting, paragraphs, facts, items = [], link, answer, closing } = letter;
  return [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(subject)}</title></head><body style="${BODY}">`,
    ...[greeting, ...paragraphs].map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(facts.length === 0 ? [] : [tableOf(facts)]),
    ...items.map(itemAsHtml),
    `<p><a href="${escapeHtml(link.url)}" style="${BUTTON}">${escapeHtml(link.label)}</a></p>`,
    ...(answer ? [`<p>${anchor(answer)}</p>`] : []),
    `<p style="color:#5f6368">${escapeHtml(closing)}</p></body></html>`,
  ].join('\n');
}

function tableOf(facts: Letter['facts']): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" align="left" style="padding:2px 16px 2px 0;vertical-align:top;white-space:nowrap">${escapeHtml(name)}</th>` +
      `<td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table role="presentation">${rows.join('')}</table>`;
}

function itemAsHtml({ heading, facts, link, answer }: Item): string {
  const links = [link, ...(answer ? [answer] : [])].map(anchor);
  return [
    `<div style="${ITEM}"><h2 style="font-size:17px;margin:0 0 4px">${escapeHtml(heading)}</h2>`,
    tableOf(facts),
    `<p style="margin:6px 0 0">${links.join('<br>')}</p></div>`,
  ].join('\n');
}

function anchor({ label, url }: Link): string {
  return `<a href="${escapeHtml(url)}" style="color:#0b57d0">${escapeHtml(label)}</a>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
