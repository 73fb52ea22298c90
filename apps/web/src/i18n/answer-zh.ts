import type { Messages } from './en.js';

export const answerZh: Messages['answer'] = {
  title: '回复提醒',
  reminder: '提醒',
  asked: {
    signing: '等待贵方签署',
    'signed-copy': '等待归档签署件扫描',
    stage: '“{{name}}”阶段等待推进',
    milestone: '里程碑“{{name}}”等待完成',
  },
  letter: '意向书',
  due: '截止',
  endOfDay: '当日结束前（{{zone}}）',
  acknowledge: '我来办理',
  acknowledgeHint: '之后只在临近截止日时再提醒您。',
  snooze: '稍后提醒我',
  until: '再次提醒的日期',
  snoozeSend: '到时提醒',
  notMine: '这不由我负责',
  word: '应由谁负责，或为何不由您负责？',
  notMineSend: '告知统筹部门',
  given: {
    acknowledged: '您已表示正在办理。',
    snoozed: '将于{{day}}再次提醒您。',
    'not-mine': '您已表示不由您负责，统筹部门将确认负责人。',
    since: '回复于',
  },
  status: {
    ended: '该事项已办结或取消，您无需再办理。',
    'set-anew': '期限已重新设定，请回复较新的提醒。',
  },
  noLink: '此链接无效',
  over: '此处无需回复',
};
