import type {
  Audience,
  ConditionName,
  DocumentLanguage,
  Language,
  MilestoneKind,
  SignatureMeans,
  VerdictOutcome,
} from '@entente/agreement';
import type { PositionRole } from '@entente/directory';

export type Words<Word extends string> = Readonly<Record<Word, Readonly<Record<Language, string>>>>;

export const LANGUAGES: Words<Language> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

export const AUDIENCES: Words<Audience> = {
  'own-side': { zh: '仅限本方', en: 'for their own side' },
  coordinators: { zh: '本方与统筹部门', en: 'for their own side and the coordinators' },
  parties: { zh: '各方可见', en: 'for all parties' },
};

export const DOCUMENT_LANGUAGES: Words<DocumentLanguage> = {
  zh: { zh: '中文', en: 'in Chinese' },
  en: { zh: '英文', en: 'in English' },
  both: { zh: '中英文', en: 'in Chinese and English' },
};

export const MILESTONE_KINDS: Words<MilestoneKind> = {
  research: { zh: '研究', en: 'research' },
  planning: { zh: '规划', en: 'planning' },
  design: { zh: '设计', en: 'design' },
  forum: { zh: '论坛', en: 'forum' },
};

export const MEANS: Words<SignatureMeans> = {
  ink: { zh: '亲笔签名', en: 'in ink' },
  seal: { zh: '加盖公章', en: 'by seal' },
  'in-app': { zh: '在线签署', en: 'online' },
  provider: { zh: '通过电子签名服务', en: 'through a signing service' },
};

export const VERDICTS: Words<VerdictOutcome> = {
  passed: { zh: '通过', en: 'passed' },
  'revision-requested': { zh: '要求修改', en: 'revision requested' },
  failed: { zh: '未通过', en: 'failed' },
};

export const YES_OR_NO: Words<'true' | 'false'> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

export const POSITION_ROLE_NAMES: Words<PositionRole> = {
  coordinator: { zh: '统筹', en: 'coordinator' },
  auditor: { zh: '审计', en: 'auditor' },
  representative: { zh: '代表', en: 'representative' },
  signatory: { zh: '签署', en: 'signatory' },
};

export const CONDITION_TEXTS: Words<ConditionName> = {
  'two-parties-at-least@1': { zh: '至少有两方参加', en: 'there are at least two parties' },
  'parties-at-least@1': {
    zh: '参加方达到规定数目',
    en: 'there are as many parties as the definition asks for',
  },
  'quorum-signed@1': {
    zh: '签署方达到规定数目',
    en: 'as many parties have signed as the definition asks for',
  },
  'text-present@1': { zh: '已有文本', en: 'there is a text' },
  'attributes-set@1': { zh: '须填的信息均已填写', en: 'the details it requires are filled in' },
  'every-party-named-signatory@1': { zh: '各方均已确定签署人', en: 'every party has named its signatory' },
  'every-party-approved@1': {
    zh: '各方均已认可当前文本',
    en: 'every party has approved the text as it stands',
  },
  'every-party-signed@1': { zh: '各方均已签署', en: 'every party has signed' },
  'a-party-declined@1': { zh: '有一方拒绝签署', en: 'a party has declined' },
  'every-milestone-confirmed@1': {
    zh: '至少有一项里程碑，且全部完成并经各方确认',
    en: 'there is at least one milestone, and all are completed and confirmed by every party',
  },
  'verdict-passed@1': { zh: '评审结论为通过', en: 'the verdict is “passed”' },
  'verdict-revision-requested@1': { zh: '评审结论为要求修改', en: 'the verdict asks for a revision' },
  'verdict-failed@1': { zh: '评审结论为未通过', en: 'the verdict is “failed”' },
};

/** A condition in words, to follow “as soon as …”; one that is not known is told by its name. */
export function conditionText(name: string, language: Language): string {
  return Object.hasOwn(CONDITION_TEXTS, name) ? CONDITION_TEXTS[name as ConditionName][language] : name;
}
