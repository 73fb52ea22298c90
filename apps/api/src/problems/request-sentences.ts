import type { Language } from '@entente/agreement';

import type { FieldProblem, RequestProblemCode } from './request-problem.js';

type Facts = Readonly<Record<string, unknown>>;
type Told = Readonly<Record<Language, string | ((facts: Facts) => string)>>;

export type RequestStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 429 | 500 | 503;

interface RequestTelling extends Told {
  readonly status: RequestStatus;
}

/** Status and sentence of everything that can be wrong with a request before the rules are asked. */
export const requestTellings: Readonly<Record<RequestProblemCode, RequestTelling>> = {
  'invalid-body': {
    status: 400,
    zh: '提交的内容有误，请按各项提示修改。',
    en: 'What was sent is not right; see each field.',
  },
  'invalid-query': {
    status: 400,
    zh: '查询参数有误，请按各项提示修改。',
    en: 'The query is not right; see each parameter.',
  },
  'invalid-header': {
    status: 400,
    zh: (facts) => `请求头 ${text(facts, 'header')} 格式有误。`,
    en: (facts) => `The header ${text(facts, 'header')} is not of the right form.`,
  },
  'bad-request': { status: 400, zh: '无法理解该请求。', en: 'The request cannot be understood.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'cross-origin': {
    status: 403,
    zh: '不接受来自其他网站的操作。',
    en: 'Requests from other sites are not accepted.',
  },
  'not-allowed': {
    status: 403,
    zh: '您的职位无权查看此内容。',
    en: 'Your position does not entitle you to see this.',
  },
  'not-found': { status: 404, zh: '没有找到。', en: 'There is nothing here.' },
  'no-web-page': {
    status: 404,
    zh: '网页尚未构建：请运行 npm run build 后重新启动。',
    en: 'The web page has not been built: run "npm run build" and start again.',
  },
  'before-its-beginning': {
    status: 404,
    zh: '当时这项合作尚未提出。',
    en: 'At that moment it had not been proposed yet.',
  },
  'answer-link-unknown': {
    status: 404,
    zh: '此链接无效：可能未完整复制，或并非由本系统发出。',
    en: 'This is no link of ours; perhaps part of it was left behind when it was copied.',
  },
  'answer-link-expired': {
    status: 410,
    zh: '此链接已过期。请使用最近一封提醒中的链接，或登录办理。',
    en: 'The time of this link is over. Use the one in the newest message, or sign in.',
  },
  'answer-link-passed-on': {
    status: 403,
    zh: '此链接所提醒的事项现由他人负责，您无需再办理。',
    en: 'Somebody else is reminded of this now; nothing is asked of you any more.',
  },
  'already-set-up': {
    status: 409,
    zh: '已有统筹人员，请登录。',
    en: 'Somebody coordinates here already; sign in instead.',
  },
  'setup-begun': {
    status: 409,
    zh: '此前已用另一单位名称开始设置，请使用该名称完成。',
    en: 'Setting up was begun with another organisation; finish it with that one.',
  },
  'body-too-large': { status: 413, zh: '内容过大，最多 1 MB。', en: 'This is too large; 1 MB is the most.' },
  'unsupported-media-type': {
    status: 415,
    zh: '请以 application/json 提交。',
    en: 'Send it as application/json.',
  },
  'too-many-requests': {
    status: 429,
    zh: '请求过于频繁，请稍后再试。',
    en: 'Too many requests; wait a moment.',
  },
  'too-many-streams': {
    status: 429,
    zh: '打开的实时连接过多，请关闭一些页面。',
    en: 'Too many live connections are open; close some pages.',
  },
  'store-unavailable': {
    status: 503,
    zh: '数据库暂时无法访问，请稍后再试。',
    en: 'The database cannot be reached; try again shortly.',
  },
  'stream-unreadable': {
    status: 500,
    zh: '此处的记录含有本版本程序无法读取的内容，未作任何更改，已记录。',
    en: 'Part of what is recorded here cannot be read by this version of the program. Nothing was changed; it has been logged.',
  },
  'internal-error': {
    status: 500,
    zh: '系统内部出错，已记录。',
    en: 'Something went wrong on our side; it has been logged.',
  },
};

const fieldTellings: Readonly<Record<FieldProblem['code'], Told>> = {
  required: {
    zh: (facts) =>
      'either' in facts ? `须且仅须提供其一：${list(facts, 'either', '、')}。` : '此项必须填写。',
    en: (facts) =>
      'either' in facts
        ? `Give exactly one of these: ${list(facts, 'either', ', ')}.`
        : 'This must be given.',
  },
  'unknown-field': { zh: '没有这一项。', en: 'There is no such field.' },
  'wrong-type': {
    zh: (facts) => `类型有误，应为${TYPES[text(facts, 'expected')]?.zh ?? '其他类型'}。`,
    en: (facts) => `This must be ${TYPES[text(facts, 'expected')]?.en ?? 'something else'}.`,
  },
  empty: { zh: '此项不能为空。', en: 'This must not be empty.' },
  'too-long': {
    zh: (facts) => `最多 ${text(facts, 'max')} 个字符。`,
    en: (facts) => `At most ${text(facts, 'max')} characters.`,
  },
  'too-many': {
    zh: (facts) => `最多 ${text(facts, 'max')} 项，且不可重复。`,
    en: (facts) => `At most ${text(facts, 'max')}, each once.`,
  },
  'out-of-range': {
    zh: (facts) => `应在 ${text(facts, 'min')} 到 ${text(facts, 'max')} 之间。`,
    en: (facts) => `This must lie between ${text(facts, 'min')} and ${text(facts, 'max')}.`,
  },
  'not-one-of': {
    zh: (facts) => `可选：${list(facts, 'allowed', '、')}。`,
    en: (facts) => `Choose from: ${list(facts, 'allowed', ', ')}.`,
  },
  'not-an-id': { zh: '应为小写的 UUID。', en: 'This must be a UUID in lower case.' },
  'not-a-hash': {
    zh: '应为 64 位小写十六进制的 SHA-256。',
    en: 'This must be a SHA-256 hash: 64 lower-case hexadecimal digits.',
  },
  'not-a-day': {
    zh: '应为实际存在的日期，如 2026-12-23。',
    en: 'This must be a day that exists, such as 2026-12-23.',
  },
  'not-an-instant': {
    zh: '应为时刻，如 2026-12-23T08:00:00Z。',
    en: 'This must be a moment, such as 2026-12-23T08:00:00Z.',
  },
  'not-a-zone': {
    zh: '应为时区，如 Asia/Shanghai。',
    en: 'This must be a time zone, such as Asia/Shanghai.',
  },
  'not-an-email': {
    zh: '电子邮箱格式应为 name@example.org。',
    en: 'An e-mail address looks like name@example.org.',
  },
  malformed: { zh: '格式有误。', en: 'This is not of the right form.' },

  'empty-body': {
    zh: '没有内容；没有字段的操作请提交 {}。',
    en: 'There is no content; a command without fields is sent as {}.',
  },
  'not-an-object': { zh: '应为 JSON 对象。', en: 'This must be a JSON object.' },
  'invalid-utf-8': { zh: '不是有效的 UTF-8。', en: 'This is not valid UTF-8.' },
  'malformed-json': {
    zh: (facts) => `不是有效的 JSON（第 ${text(facts, 'offset')} 个字符处）。`,
    en: (facts) => `This is not valid JSON (at character ${text(facts, 'offset')}).`,
  },
  'duplicate-key': { zh: '同一字段出现了两次。', en: 'This field stands there twice.' },
  'forbidden-key': { zh: '不允许使用这个字段名。', en: 'No field may be called so.' },
  'unsafe-number': {
    zh: '应为 -9007199254740991 到 9007199254740991 之间的整数。',
    en: 'This must be an integer between -9007199254740991 and 9007199254740991.',
  },
  'ill-formed-text': {
    zh: '文字中含有无法保存的字符。',
    en: 'The text holds a character that cannot be stored.',
  },
  'too-deep': { zh: '嵌套过深。', en: 'This is nested too deeply.' },
};

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  text: { zh: '文字', en: 'text' },
  list: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  integer: { zh: '整数', en: 'an integer' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
};

export function requestSentence(code: RequestProblemCode, facts: Facts, language: Language): string {
  return tell(requestTellings[code][language], facts);
}

export function fieldSentence({ code, facts = {} }: FieldProblem, language: Language): string {
  return tell(fieldTellings[code][language], facts);
}

function tell(told: string | ((facts: Facts) => string), facts: Facts): string {
  return typeof told === 'string' ? told : told(facts);
}

function text(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
}

function list(facts: Facts, name: string, separator: string): string {
  const value = facts[name];
  return Array.isArray(value) ? value.join(separator) : '…';
}
