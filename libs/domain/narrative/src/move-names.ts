import type { AgreementCommandType, Language, LocalText, Transition } from '@entente/agreement';

/** What people do to take an agreement to another stage. */
const MOVES: Readonly<Partial<Record<AgreementCommandType, Required<LocalText>>>> = {
  SubmitForSigning: { zh: '提交签署', en: 'submitted for signing' },
  ReopenDrafting: { zh: '重新起草', en: 'drafting reopened' },
  CloseDeclined: { zh: '按拒签结束', en: 'closed as declined' },
  SubmitForReview: { zh: '提交评审', en: 'submitted for review' },
  ConcludeAgreement: { zh: '完成', en: 'concluded' },
  WithdrawAgreement: { zh: '撤回', en: 'withdrawn' },
};

export function moveName({ name, command }: Transition, language: Language): string {
  if (command === null) return language === 'zh' ? '自动' : 'by itself';
  return MOVES[command]?.[language] ?? name;
}
