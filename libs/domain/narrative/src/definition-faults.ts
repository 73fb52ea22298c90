import type { DefinitionFault, DefinitionFaultCode, Language } from '@entente/agreement';

type Words = Readonly<Record<Language, (fact: (name: string) => string) => string>>;

const FAULTS: Readonly<Record<DefinitionFaultCode, Words>> = {
  schema: {
    zh: (fact) => `此处格式不符：${fact('expected')}。`,
    en: (fact) => `What stands here has another form: it ${fact('expected')}.`,
  },
  'duplicate-name': {
    zh: (fact) => `“${fact('name')}”已经用过，请另取名称。`,
    en: (fact) => `“${fact('name')}” is given twice; choose another name.`,
  },
  'unknown-stage': {
    zh: (fact) => `没有这个阶段，可选：${fact('stages')}。`,
    en: (fact) => `There is no such stage; there are ${fact('stages')}.`,
  },
  'unreachable-stage': {
    zh: () => '从起始阶段无法到达此阶段。',
    en: () => 'No way leads here from the first stage.',
  },
  'no-way-to-an-end': {
    zh: () => '从此阶段无法到达任何终止阶段。',
    en: () => 'No way leads from here to a final stage.',
  },
  'busy-final-stage': {
    zh: () => '终止阶段不能有活动或期限；如需继续，请添加出口。',
    en: () => 'Nothing leads out of this stage, so nothing can be done or due in it.',
  },
  'automatic-cycle': {
    zh: (fact) => `这些阶段会自动循环不止：${fact('stages')}；其中至少一步须由命令触发。`,
    en: (fact) =>
      `These stages follow each other by themselves without end: ${fact('stages')}. Let one wait for a command.`,
  },
  'automatic-without-condition': {
    zh: () => '自动转换至少需要一个条件。',
    en: () => 'What moves by itself needs a condition to wait for.',
  },
  'unknown-activity': {
    zh: (fact) => `没有这种活动，可选：${fact('known')}。`,
    en: (fact) => `There is no such activity; there are ${fact('known')}.`,
  },
  'unknown-condition': {
    zh: (fact) => `没有这种条件，可选：${fact('known')}。`,
    en: (fact) => `There is no such condition; there are ${fact('known')}.`,
  },
  'unknown-command': {
    zh: (fact) => `不能由此命令转换阶段，可选：${fact('known')}。`,
    en: (fact) => `No stage is left by this command; there are ${fact('known')}.`,
  },
  'count-missing': {
    zh: () => '此条件需要数目：{"name": …, "count": …}。',
    en: () => 'This condition asks for a number: {"name": …, "count": …}.',
  },
  'count-without-meaning': {
    zh: () => '此条件不需要数目，只写名称即可。',
    en: () => 'This condition asks for no number; its name alone is enough.',
  },
  'count-out-of-reach': {
    zh: (fact) => `参加方最多为${fact('most')}方，达不到此数目。`,
    en: (fact) => `There can be ${fact('most')} parties at most, so this is never reached.`,
  },
  'ambiguous-command': {
    zh: (fact) => `同一阶段已有由“${fact('command')}”触发的转换。`,
    en: (fact) => `Another transition of this stage is asked for by ${fact('command')} already.`,
  },
  'unknown-attribute': {
    zh: (fact) => `没有这个名称，可选：${fact('known')}。`,
    en: (fact) => `There is no such name; there are ${fact('known')}.`,
  },
  'attribute-keyword': {
    zh: (fact) => `“${fact('keyword')}”不适用于类型“${fact('type')}”。`,
    en: (fact) => `“${fact('keyword')}” says nothing of a ${fact('type')}; leave it out.`,
  },
  'empty-range': {
    zh: () => '最大值小于最小值，任何值都不可能成立。',
    en: () => 'The maximum lies below the minimum, so no value is ever right.',
  },
  'no-attributes': {
    zh: () => '这里涉及信息项，但定义中没有“attributes”。',
    en: () => 'This is about attributes, and the definition has none.',
  },
  'deadline-not-computable': {
    zh: () => '期限须写作 P{n}D，即 1 至 2500 个工作日。',
    en: () => 'A deadline is P{n}D: n working days, from 1 to 2500.',
  },
  'too-many-reminders': {
    zh: (fact) => `每个期限最多发送${fact('limit')}次提醒，此处共${fact('reminders')}次。`,
    en: (fact) =>
      `At most ${fact('limit')} reminders go out for one deadline; these are ${fact('reminders')}.`,
  },
  'escalation-order': {
    zh: () => '逐级上报须由下而上（representative、desk、head），每级一次，且一级晚于一级。',
    en: () =>
      'Escalation goes upwards (representative, desk, head), to each once, and each later than the one before.',
  },
  'offset-beyond-deadline': {
    zh: (fact) => `期限只有${fact('most')}个工作日，提醒不能更早。`,
    en: (fact) => `The deadline runs for ${fact('most')} working days; no reminder can come earlier.`,
  },
  'unknown-transition': {
    zh: (fact) => `此阶段没有这个无条件的转换，可选：${fact('known')}。`,
    en: (fact) => `The stage has no such transition without conditions; there are ${fact('known')}.`,
  },
  'number-pattern': {
    zh: () => '编号格式须含 {year} 和 {number}，如 LOI-{year}-{number:4}。',
    en: () => 'The pattern needs {year} and {number}, as in LOI-{year}-{number:4}.',
  },
};

/** What is wrong and what would be right, in a sentence; the pointer says where. */
export function definitionFaultSentence({ code, facts = {} }: DefinitionFault, language: Language): string {
  return FAULTS[code][language]((name) => {
    const value = facts[name];
    return Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : String(value);
  });
}
