import type { AgreementRefusalCode, DefinitionRefusalCode } from '@entente/agreement';
import { POSITION_ROLES } from '@entente/directory';

import { type MeetingsOwn } from './meeting-refusals.js';
import type { RefusalCode, RefusalSentences } from './refusal-words.js';
import { POSITION_ROLE_NAMES } from './words.js';

const ROLES = {
  zh: POSITION_ROLES.map((role) => POSITION_ROLE_NAMES[role].zh).join('、'),
  en: POSITION_ROLES.map((role) => POSITION_ROLE_NAMES[role].en).join(', '),
};

/** Codes of the directory, of access, of the command path and of the log, beside those an agreement has too. */
export const otherRefusals: RefusalSentences<
  Exclude<RefusalCode, AgreementRefusalCode | DefinitionRefusalCode | MeetingsOwn>
> = {
  'already-registered': {
    zh: '此标识下已有其他登记。',
    en: 'Something else is registered under this id already.',
  },
  'calendar-faulty': {
    zh: (words) => `日历有${words.count('faults')}处错误。`,
    en: (words) =>
      words.count('faults') === '1'
        ? 'The calendar has a fault.'
        : `The calendar has ${words.count('faults')} faults.`,
  },
  'too-many-reminders': {
    zh: (words) => `每个期限最多发送${words.value('limit')}次提醒，此处共${words.value('reminders')}次。`,
    en: (words) =>
      `At most ${words.value('limit')} reminders go out for one deadline; these are ${words.value('reminders')}.`,
  },
  'escalation-order': {
    zh: '逐级上报须由下而上，每级一次，且一级晚于一级。',
    en: 'Escalation goes upwards, to each level once, and each later than the one before.',
  },
  'offset-beyond-deadline': {
    zh: (words) => `期限只有${words.value('most')}个工作日，提醒不能更早。`,
    en: (words) => `The deadline runs for ${words.value('most')} working days; no reminder can come earlier.`,
  },
  'deadline-ended': {
    zh: '该事项已经办结或取消，无需再办理。',
    en: 'It is done, or was cancelled: nothing is asked any more.',
  },
  'deadline-set-anew': {
    zh: '期限已重新设定，请以新的提醒为准。',
    en: 'The day was set anew; a new message tells of it.',
  },
  'not-their-duty': {
    zh: '这个期限没有提醒该职位。',
    en: 'This position is not reminded of the deadline.',
  },
  'date-out-of-range': {
    zh: (words) =>
      `只能选择${words.date('first')}至${words.date('last')}之间的日期；当天到期或已逾期的不能再推迟。`,
    en: (words) =>
      `Choose a day from ${words.date('first')} to ${words.date('last')}; what is due today or late cannot be put off.`,
  },
  'unknown-day-kind': {
    zh: '种类应为 holiday（休息日）或 make-up-working-day（补班日）。',
    en: 'The kind is holiday or make-up-working-day.',
  },
  'unknown-country': { zh: '没有这个国家的节假日数据。', en: 'No days are known for this country.' },
  'unknown-region': { zh: '该国没有这个地区。', en: 'This country has no such region.' },
  'country-has-own-list': {
    zh: '中国的节假日逐年由国务院公布，请用文件导入。',
    en: "China's days off are decided year by year: bring its list in as a file.",
  },
  'years-reversed': {
    zh: (words) => `结束年份不能早于起始年份，且最多${words.value('most')}年。`,
    en: (words) => `The last year is not before the first, and there are ${words.value('most')} at most.`,
  },
  'years-not-known': {
    zh: '这些年份的节假日要临近时才公布，目前无从知晓。',
    en: 'The days off of these years are told when they come; nobody knows them yet.',
  },
  'no-calendar-file': {
    zh: '文件不是日历：应为 CSV，或含 publishedFrom、publishedTo 和 days 的 JSON。',
    en: 'This is no calendar: it is a CSV, or JSON with publishedFrom, publishedTo and days.',
  },
  'unknown-calendar': { zh: '没有这个日历。', en: 'There is no such calendar.' },
  'other-calendar-kind': {
    zh: (words) =>
      words.is('closures')
        ? '这里应为单位自己的休息日，而不是国家日历。'
        : '这里应为国家日历，而不是单位自己的休息日。',
    en: (words) =>
      words.is('closures')
        ? "This is a country's calendar; name one of an organisation's closures."
        : "These are an organisation's closures; name a country's calendar.",
  },
  'unknown-person': { zh: '此标识下没有登记人员。', en: 'Nobody is registered under this id.' },
  'person-erased': {
    zh: '该人员的姓名和联系方式已永久删除。',
    en: "This person's name and contacts were erased for good.",
  },
  'file-empty': { zh: '文件没有内容。', en: 'There is nothing in this file.' },
  'file-too-large': {
    zh: (words) => `文件过大，最多${words.value('limit')}字节。`,
    en: (words) => `The file is too large; ${words.value('limit')} bytes are the most.`,
  },
  'file-type-not-allowed': {
    zh: '不接受这种文件；可用 PDF、DOCX（不含宏）、ODT、PNG、JPEG、TIFF 或 HEIC。类型按内容识别，与文件名无关。',
    en: 'Files of this kind are not taken: send PDF, DOCX without macros, ODT, PNG, JPEG, TIFF or HEIC. What is in it counts, not its name.',
  },
  'file-malformed': { zh: '文件已损坏，无法打开。', en: 'This file is damaged and cannot be opened.' },
  'file-unpacks-too-large': {
    zh: '文件解压后过大，不予接受。',
    en: 'Unpacked, this file is larger than any document; it is not taken.',
  },
  'file-erased': {
    zh: '该文件的内容已永久删除，不能再次提交。',
    en: 'This file was erased for good, and is not taken again.',
  },
  'invalid-id': {
    zh: '标识只能由字母、数字、连字符和下划线组成。',
    en: 'An id consists of letters, digits, hyphens and underscores.',
  },
  'invalid-email': {
    zh: '电子邮箱格式应为 name@example.org。',
    en: 'An e-mail address looks like name@example.org.',
  },
  'invalid-phone': {
    zh: () => '电话号码须为 3 至 30 位数字，其间可有空格、括号、斜线、点和连字符。',
    en: () =>
      'A telephone number has 3 to 30 digits, with spaces, brackets, slashes, dots and hyphens between them.',
  },
  'invalid-window': {
    zh: '时段须为两个时刻（HH:MM），后者至少晚一小时。',
    en: 'Hours are two times of a day, HH:MM, the second at least an hour after the first.',
  },
  'reminded-today': {
    zh: '今天已就该期限提醒过，每天最多一次。',
    en: 'A reminder of this deadline went out today; one a day is enough.',
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

  'no-csv': { zh: '此行不是有效的CSV。', en: 'This line is no CSV.' },
  'no-rows': {
    zh: '表格至少要有标题行和一行内容。',
    en: 'The table needs a header and at least one row.',
  },
  'too-many-rows': {
    zh: (words) => `一次最多导入${words.value('limit')}行。`,
    en: (words) => `At most ${words.value('limit')} rows can be brought in at once.`,
  },
  'unknown-column': { zh: '没有这一列。', en: 'There is no such column.' },
  'column-twice': { zh: '这一列重复出现。', en: 'This column is there twice.' },
  'cells-missing': {
    zh: (words) => `此行有${words.value('cells')}格，标题行有${words.value('expected')}格。`,
    en: (words) => `This row has ${words.value('cells')} cells, the header ${words.value('expected')}.`,
  },
  'unknown-other-organisation': {
    zh: '请选择另一个已登记的单位。',
    en: 'Choose another organisation that is registered.',
  },
  'organisation-closed': {
    zh: (words) => `该单位已于${words.date('on')}合并或撤销，不能再作此变更。`,
    en: (words) =>
      `This organisation was merged or dissolved on ${words.date('on')}; this can no longer be changed.`,
  },
  'position-ended': {
    zh: (words) => `该职位已于${words.date('on')}撤销。`,
    en: (words) => `This position was abolished on ${words.date('on')}.`,
  },
  'own-coordinator-position': {
    zh: '不能卸任自己的统筹职位，请由其他统筹人员办理，或直接由继任者接任。',
    en: 'You cannot leave your own coordinating position; another coordinator does this, or a successor takes it.',
  },
  'invalid-registration-code': {
    zh: '登记代码为2至40个字母、数字、空格、点、斜线或连字符。',
    en: 'A registration code has 2 to 40 letters, digits, spaces, dots, slashes or hyphens.',
  },
  'until-before-from': {
    zh: (words) => `截止日期不能早于起始日期${words.date('from')}。`,
    en: (words) => `The last day cannot be before the first one, ${words.date('from')}.`,
  },
  'unknown-mandate': { zh: '该单位没有这项授权。', en: 'This organisation has granted no such mandate.' },
  'mandate-without-holder': {
    zh: '请指定另一个职位或一位人员作为受托方，二者选一。',
    en: 'Name either another position or a person as the holder of the mandate.',
  },
  'mandate-expired': {
    zh: '授权在签署当日无效。',
    en: 'The mandate does not hold on the day of the signature.',
  },
  'not-a-coordinator': {
    zh: '该职位没有统筹职责，不能负责统筹席位。',
    en: 'Whoever holds this position does not coordinate, and so cannot keep a desk.',
  },
  'no-offer': {
    zh: '该席位目前没有待接受的移交。',
    en: 'Nobody has offered this desk; there is nothing to accept.',
  },
  'holder-present': {
    zh: '现任负责人仍在岗，请由其提出移交。',
    en: 'Its holder is still there; they offer the desk to somebody themselves.',
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
