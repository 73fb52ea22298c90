import type { AgreementRefusalCode, DefinitionRefusalCode, Language } from '@entente/agreement';

import type { RefusalSentences, RefusalWords } from './refusal-words.js';
import type { Words } from './words.js';

const ATTRIBUTE_TYPES: Words<'integer' | 'string' | 'boolean' | 'date' | 'enum'> = {
  integer: { zh: '整数', en: 'a whole number' },
  string: { zh: '文字', en: 'a text' },
  boolean: { zh: '“是”或“否”', en: 'yes or no' },
  date: { zh: '实际存在的日期', en: 'a day that exists' },
  enum: { zh: '所列选项之一', en: 'one of those that are offered' },
};

function wrongAttribute(words: RefusalWords, language: Language): string {
  const expected = words.value('expected');
  if (!Object.hasOwn(ATTRIBUTE_TYPES, expected)) return expected;
  const type = ATTRIBUTE_TYPES[expected as keyof typeof ATTRIBUTE_TYPES][language];
  if (!words.has('minimum') && !words.has('maximum')) return type;
  const range = [words.value('minimum'), words.value('maximum')];
  return language === 'zh' ? `${type}，介于${range.join('与')}之间` : `${type} from ${range.join(' to ')}`;
}

export const agreementRefusals: RefusalSentences<Exclude<AgreementRefusalCode, DefinitionRefusalCode>> = {
  'unknown-agreement': { zh: '没有这项合作。', en: 'There is no such agreement.' },
  'already-proposed': {
    zh: '这项合作已经提出；新的合作需另行提出。',
    en: 'This agreement has been proposed already; another one needs a proposal of its own.',
  },
  'unknown-kind': { zh: '没有这种类型的合作文本。', en: 'There is no agreement of this kind.' },
  'wrong-stage': {
    zh: (words) =>
      `合作目前处于${words.stage('stage')}阶段，此操作只能在以下阶段进行：${words.stages('open')}。`,
    en: (words) =>
      `The agreement stands at ${words.stage('stage')}; this can be done at these stages only: ${words.stages('open')}.`,
  },
  'conditions-not-met': {
    zh: (words) => `条件尚未满足。须先做到：${words.conditions('missing')}。`,
    en: (words) => `This is possible as soon as ${words.conditions('missing')}.`,
  },
  'deadline-differs': {
    zh: (words) => `该期限现应为${words.date('localDate')}，与所见不同，请刷新后再试。`,
    en: (words) =>
      `This deadline falls on ${words.date('localDate')} by now; look again before you change it.`,
  },
  'no-common-working-day': {
    zh: '各方的日历没有共同的工作日，无法计算期限。',
    en: 'The calendars of the parties have no working day in common, so nothing can be due.',
  },
  'unknown-organisation': { zh: '该单位尚未登记。', en: 'This organisation is not registered.' },
  'unknown-role': {
    zh: (words) => `没有这个角色，可选：${words.roles('roles')}。`,
    en: (words) => `There is no such role; choose one of these: ${words.roles('roles')}.`,
  },
  'role-taken': { zh: '该角色已由另一方担任。', en: 'Another party has this role already.' },
  'party-already-invited': {
    zh: (words) => `该单位已作为${words.role('role')}参加。`,
    en: (words) => `This organisation already takes part, as ${words.role('role')}.`,
  },
  'unknown-party': {
    zh: '该单位不是本次合作的一方。',
    en: 'This organisation is not a party to the agreement.',
  },
  'unknown-position': { zh: '该单位没有这个职位。', en: 'The organisation has no such position.' },
  'position-vacant': {
    zh: '该职位目前无人担任，请先明确任职人员。',
    en: 'Nobody fills this position at present; fill it first.',
  },
  'stale-base': {
    zh: '该部分已被他人修改，请对照当前文本后重新提交。',
    en: 'Somebody has changed this section in the meantime; compare with the current text and submit again.',
  },
  'text-changed': {
    zh: '文本已有变动，请阅读当前文本后再确认。',
    en: 'The text has changed in the meantime; read it as it stands now and approve that.',
  },
  'unknown-attribute': {
    zh: '这类合作没有此项信息。',
    en: 'Agreements of this kind have no such detail.',
  },
  'attribute-required': {
    zh: (words) => `“${words.name('title')}”必须填写。`,
    en: (words) => `This kind of agreement asks for “${words.name('title')}”; fill it in.`,
  },
  'wrong-attribute': {
    zh: (words) => `此项应为${wrongAttribute(words, 'zh')}。`,
    en: (words) => `This must be ${wrongAttribute(words, 'en')}.`,
  },
  'invalid-section': {
    zh: '部分标识只能由小写字母、数字和连字符组成，以字母开头，最多40个字符。',
    en: 'A section id consists of lower-case letters, digits and hyphens, begins with a letter and has at most 40 characters.',
  },
  'limit-reached': {
    zh: (words) => `数量已达上限（${words.value('limit')}）。`,
    en: (words) => `There can be no more than ${words.value('limit')}.`,
  },
  'text-missing': { zh: '此项必须填写。', en: 'This must be filled in.' },
  'text-too-long': {
    zh: (words) => `文字过长：共${words.value('length')}字，最多${words.value('limit')}字。`,
    en: (words) =>
      `The text has ${words.value('length')} characters; at most ${words.value('limit')} are allowed.`,
  },
  'malformed-text': {
    zh: '文字中含有无法使用的字符。',
    en: 'The text holds characters that cannot be used.',
  },
  'acceded-before-force': {
    zh: (words) => `加入日期不得早于生效日（${words.date('inForceFrom')}）。`,
    en: (words) => `Nobody joins before the agreement is in force, from ${words.date('inForceFrom')} on.`,
  },
  'not-a-text-file': {
    zh: '正文须为 PDF 或 DOCX 文件。',
    en: 'The text is a PDF or a DOCX file.',
  },
  'text-is-a-file': {
    zh: '该语言的正文是一个文件：请更换文件，或先移除后再分节撰写。',
    en: 'The text in this language is a file: provide another one, or remove it to write in sections.',
  },
  'unknown-text-file': {
    zh: '该语言的正文不是这个文件。',
    en: 'This file is not the text in this language.',
  },
  'no-approval-route': {
    zh: '该方没有内部审批流程，可直接认可文本。',
    en: 'The party has no approval route: it approves the text at once.',
  },
  'wrong-approvers': {
    zh: '审批流程中的每个岗位须各指定一个职位。',
    en: 'Each post of the approval route needs one position.',
  },
  'unknown-post': {
    zh: '该方的审批流程中没有这个岗位。',
    en: 'The party’s approval route has no such post.',
  },
  'no-approver': {
    zh: '请先指定由哪个职位担任该审批岗位。',
    en: 'First say which position of the party approves for this post.',
  },
  'not-their-step': {
    zh: '还没有轮到这一步：前面的岗位尚未同意。',
    en: 'It is not their turn: an earlier step of the route has not agreed yet.',
  },
  'already-approved': {
    zh: '该方已认可此文本，内部审批已结束。',
    en: 'The party has approved this text; its route is done.',
  },
  'route-not-complete': {
    zh: (words) => `内部审批尚未完成：还有${words.count('posts')}个岗位未同意当前文本。`,
    en: (words) =>
      `The party’s approval route is not done: of its posts ${words.count('posts')} have yet to agree to the text as it stands.`,
  },
  'unknown-annex': { zh: '没有这个附件。', en: 'The letter has no such annex.' },
  'already-annexed': { zh: '该文件已是附件。', en: 'This file is an annex of the letter already.' },
  'not-the-other-side': {
    zh: '只能送交本次合作的其他各方。',
    en: 'The text is served on other parties of the agreement.',
  },
  'unknown-comment': { zh: '没有这条意见。', en: 'There is no such comment.' },
  'not-a-first-comment': {
    zh: '这是一条回复，请针对最初的意见操作。',
    en: 'This is an answer; turn to the comment that it answers.',
  },
  'other-audience': {
    zh: '回复的可见范围须与所回复的意见一致。',
    en: 'An answer is for the same people as the comment it answers.',
  },
  'unknown-section': { zh: '文本没有这个部分。', en: 'The text has no such section.' },
  'no-signatory': { zh: '该方尚未确定签署人。', en: 'This party has not named its signatory yet.' },
  'already-signed': {
    zh: (words) => `该方已于${words.date('signedOn')}签署；如有误，请先撤销该记录。`,
    en: (words) =>
      `This party signed on ${words.date('signedOn')}; if that is wrong, take the entry back first.`,
  },
  'party-declined': {
    zh: (words) => `该方已拒绝签署，理由：${words.quoted('reason')}。`,
    en: (words) => `This party has declined to sign, giving the reason ${words.quoted('reason')}.`,
  },
  'signatory-without-mandate': {
    zh: '只能由该方的签署人或其受托人签署；请先移交签署，并以当日有效的授权为据。',
    en: 'Only the party’s signatory signs, or whoever the signing was handed over to under a mandate of that day.',
  },
  'not-their-turn': {
    zh: (words) => `按签署次序，还有${words.count('parties')}方须先签署。`,
    en: (words) =>
      words.count('parties') === '1'
        ? 'By the order of signing, another party signs first.'
        : 'By the order of signing, other parties sign first.',
  },
  'invalid-order': {
    zh: '签署次序须包含每一方，且各出现一次。',
    en: 'An order of signing names every party, each once.',
  },
  'late-signature-needs-override': {
    zh: (words) =>
      `补录签署：${words.value('days')}天之内可直接登记，${words.value('daysWithEvidence')}天之内须附证明，更早的须由第二人核准。`,
    en: (words) =>
      `A signature can be recorded up to ${words.value('days')} days later, with evidence up to ${words.value('daysWithEvidence')}, and before the text was submitted with evidence only; anything else takes a second person.`,
  },
  'vacant-signature-needs-override': {
    zh: (words) => `按名录记载，${words.date('on')}该签署职位无人担任：请更正名录，或由第二人核准。`,
    en: (words) =>
      `By the directory, nobody held the position that signs on ${words.date('on')}: put the directory right, or ask a second person.`,
  },
  'signed-before-proposal': {
    zh: (words) => `本次合作于${words.date('proposedOn')}提出，签署日期不能早于该日。`,
    en: (words) =>
      `The agreement was proposed on ${words.date('proposedOn')}; it cannot have been signed before.`,
  },
  'unknown-file': { zh: '没有这份文件，请先上传。', en: 'There is no such file; send it first.' },
  'not-a-scan': {
    zh: '签署件须为扫描件或照片（PDF、PNG、JPEG、TIFF 或 HEIC）。',
    en: 'The signed copy is a scan or a photograph: PDF, PNG, JPEG, TIFF or HEIC.',
  },
  'not-signed': {
    zh: '各方尚未全部签署，签署后才有签署件。',
    en: 'The parties have not all signed yet; there is a signed copy once they have.',
  },
  'invalid-count': {
    zh: (words) => `份数应在1到${words.value('limit')}之间。`,
    en: (words) => `The number of copies lies between 1 and ${words.value('limit')}.`,
  },
  'invalid-date': { zh: '没有这个日期。', en: 'There is no such date.' },
  'other-kind': {
    zh: '该流程定义用于另一种合作文本。',
    en: 'This definition is for agreements of another kind.',
  },
  'stage-not-there': {
    zh: (words) =>
      `新的流程定义中没有与${words.stage('stage')}阶段相应的阶段，可选：${words.stages('stages')}。`,
    en: (words) =>
      `The other definition has no stage for ${words.stage('stage')}; it can be one of these: ${words.stages('stages')}.`,
  },
  'agreement-ended': {
    zh: (words) => `本次合作已结束（${words.stage('stage')}），不再变更。`,
    en: (words) => `The agreement has come to its end (${words.stage('stage')}); nothing about it moves on.`,
  },
  'unknown-desk': { zh: '没有这个统筹席位。', en: 'There is no such desk.' },
  'date-in-past': {
    zh: (words) => `日期不能早于今天（${words.date('today')}）。`,
    en: (words) => `The date must be today, ${words.date('today')}, or later.`,
  },
  'date-in-future': {
    zh: (words) => `日期不能晚于今天（${words.date('today')}）。`,
    en: (words) => `The date must be today, ${words.date('today')}, or earlier.`,
  },
  'date-too-far': {
    zh: (words) => `日期不能晚于${words.date('latest')}。`,
    en: (words) => `The date must be ${words.date('latest')} or earlier.`,
  },
  'unknown-milestone': { zh: '没有这项里程碑。', en: 'There is no such milestone.' },
  'already-completed': {
    zh: (words) => `该里程碑已报告于${words.date('completedOn')}完成；如有误，请先撤销该记录。`,
    en: (words) =>
      `The milestone was reported as completed on ${words.date('completedOn')}; if that is wrong, take the entry back first.`,
  },
  'completed-before-plan': {
    zh: (words) => `该里程碑制定于${words.date('plannedOn')}，完成日期不能早于该日。`,
    en: (words) =>
      `The milestone was planned on ${words.date('plannedOn')}; it cannot have been completed before.`,
  },
  'milestone-not-completed': {
    zh: '负责方尚未报告该里程碑完成。',
    en: 'Its owner has not reported this milestone as completed yet.',
  },
  'milestone-cancelled': {
    zh: '该里程碑已取消；如有误，请先撤销该记录。',
    en: 'The milestone was cancelled; if that is wrong, take the entry back first.',
  },
  'verdict-already-given': {
    zh: '评审结论已经作出；如有误，请先撤销该记录。',
    en: 'The verdict has been given already; if it is wrong, take the entry back first.',
  },
  'already-numbered': {
    zh: (words) => `本次合作已有编号：${words.value('number')}。`,
    en: (words) => `The agreement already has the number ${words.value('number')}.`,
  },
  'unknown-entry': { zh: '没有这条记录。', en: 'There is no such entry.' },
  'not-retractable': {
    zh: '合作的提出、编号以及撤销本身不能撤销。',
    en: 'A proposal, a number and a retraction cannot be taken back.',
  },
  'retraction-needs-override': {
    zh: (words) => {
      if (words.is('byTwo')) return '这条记录由两人核准，撤销亦须由第二人核准。';
      return words.is('own')
        ? '只能在24小时内撤销自己的记录。'
        : '只能撤销自己的记录；他人的记录需由第二人核准。';
    },
    en: (words) => {
      if (words.is('byTwo'))
        return 'Two persons decided this; it takes a second person to take it back, too.';
      return words.is('own')
        ? 'An entry can be taken back within 24 hours; after that it takes a second person.'
        : 'Only one’s own entry can be taken back; another’s takes a second person.';
    },
  },
  'correction-needs-override': {
    zh: (words) => {
      if (words.is('byTwo')) return '这条记录由两人核准，更正亦须由第二人核准。';
      return words.is('own')
        ? '只能在24小时内更正自己的记录。'
        : '只能更正自己的记录；他人的记录需由第二人核准。';
    },
    en: (words) => {
      if (words.is('byTwo')) return 'Two persons decided this; it takes a second person to correct it, too.';
      return words.is('own')
        ? 'An entry can be corrected within 24 hours; after that it takes a second person.'
        : 'Only one’s own entry can be corrected; another’s takes a second person.';
    },
  },
  'not-correctable': {
    zh: '该项不能直接更正；请撤销这条记录后重新登记。',
    en: 'This cannot be corrected in its place; take the entry back and enter it anew.',
  },
  'wrong-value': { zh: '该项不能更正为这样的内容。', en: 'This is not the kind of value that stands there.' },
  'deadline-suspended': {
    zh: '该期限已中止计算，请先恢复。',
    en: 'Its deadlines are suspended; let them run on first.',
  },
  'nothing-to-suspend': {
    zh: '没有可以中止计算的期限：按流程定义不能中止，或者已经逾期。',
    en: 'No deadline can be suspended: the definition lets none stop, or they are over.',
  },
  'unknown-deadline': { zh: '没有这个未到的期限。', en: 'There is no such open deadline.' },
  'deadline-not-over': { zh: '期限当日尚未结束。', en: 'The day of the deadline is not over yet.' },
  'unknown-duplicate': {
    zh: '请写明与之重复的另一份合作；误登记的则无须写明。',
    en: 'Name the other agreement that this one repeats; one entered in error repeats none.',
  },
  'unknown-override': { zh: '没有这项待核准的事项。', en: 'Nothing of the kind was asked for.' },
  'second-person-needed': {
    zh: '须由提出者以外的第二人核准。',
    en: 'Somebody else than who asked for it has to confirm it.',
  },
  'override-decided': { zh: '该事项已经处理。', en: 'This has been decided already.' },
  'later-entries-depend': {
    zh: (words) => `有${words.count('entries')}条后来的记录以此为依据，请先撤销这些记录。`,
    en: (words) =>
      words.count('entries') === '1'
        ? 'A later entry rests on this one; take that back first.'
        : 'Later entries rest on this one; take those back first.',
  },
};
