import type { AgreementRefusalCode } from '@entente/agreement';
import { POSITION_ROLES } from '@entente/directory';

import type { RefusalCode, RefusalSentences } from './refusal-words.js';
import { POSITION_ROLE_NAMES } from './words.js';

const ROLES = {
  zh: POSITION_ROLES.map((role) => POSITION_ROLE_NAMES[role].zh).join('、'),
  en: POSITION_ROLES.map((role) => POSITION_ROLE_NAMES[role].en).join(', '),
};

/** Codes of the directory, of access, of the command path and of the log, beside those an agreement has too. */
export const otherRefusals: RefusalSentences<Exclude<RefusalCode, AgreementRefusalCode>> = {
  'already-registered': {
    zh: '此标识下已有其他登记。',
    en: 'Something else is registered under this id already.',
  },
  'unknown-person': { zh: '此标识下没有登记人员。', en: 'Nobody is registered under this id.' },
  'person-erased': {
    zh: '该人员的姓名和联系方式已永久删除。',
    en: "This person's name and contacts were erased for good.",
  },
  'invalid-id': {
    zh: '标识只能由字母、数字、连字符和下划线组成。',
    en: 'An id consists of letters, digits, hyphens and underscores.',
  },
  'invalid-email': {
    zh: '电子邮箱格式应为 name@example.org。',
    en: 'An e-mail address looks like name@example.org.',
  },
  'unknown-zone': {
    zh: '没有这个时区；例如：Asia/Shanghai。',
    en: 'There is no such time zone; one is Asia/Shanghai, for example.',
  },
  'unknown-language': { zh: '语言可选：中文、英文。', en: 'The language is Chinese or English.' },
  'unknown-position-role': {
    zh: `没有这种职责，可选且不可重复：${ROLES.zh}。`,
    en: `Choose each of these roles at most once: ${ROLES.en}.`,
  },

  'not-allowed': {
    zh: '您的职位无权进行此操作。',
    en: 'Your position does not entitle you to this.',
  },

  'command-id-reused': {
    zh: '这个请求标识已用于内容不同的请求，请使用新的标识。',
    en: 'This request id was used for a request with other content; use a new one.',
  },
  'stale-revision': {
    zh: '此后已有新的变动，请刷新后重试。',
    en: 'Something has changed in the meantime; look again, then repeat what you meant to do.',
  },
  conflict: {
    zh: '同时进行的操作过多，请稍后重试。',
    en: 'Too much is being done to this at the same moment; please try again.',
  },
  'event-malformed': {
    zh: '内容中含有无法保存的字符或数值。',
    en: 'The content holds characters or numbers that cannot be stored.',
  },
  'event-too-large': {
    zh: '内容过大，请以文件形式提交。',
    en: 'The content is too large; submit it as a file.',
  },
  'append-too-large': {
    zh: '一次提交的内容过多，请分次提交。',
    en: 'This is too much at once; submit it in parts.',
  },
};
