import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  cancel,
  commands,
  complete,
  confirm,
  COORDINATOR,
  DISTRICT,
  DISTRICT_CHAIR,
  letterIn,
} from '../agreement-builders.js';
import { event, last, type Told } from './telling.js';

const research = letterIn('joint-research');
const planned = research.after(commands.planResearch);
const completed = planned.after(complete(planned), { actor: BASE_PERSON });
const drafting = letterIn('drafting').envelopes();
const named = letterIn('drafting').after(commands.nameBaseSignatory);
const scan = { sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' };

export const agreementTold: readonly Told[] = [
  [
    drafting[0]!,
    'Lin Yue proposed the letter of intent “Modern agriculture in Daxing”.',
    '林悦提出合作意向书《大兴现代农业合作意向书》。',
  ],
  [drafting[1]!, 'Drafting began.', '进入起草阶段。'],
  [drafting[2]!, 'Drafting is due by 30 March 2026.', '起草阶段最迟于2026年3月30日完成。'],
  [drafting[4]!, 'Lin Yue added the section “1. Purpose” (English).', '林悦新增了“1. Purpose”（英文）。'],
  [
    drafting.at(-1)!,
    'Lin Yue invited Daxing District Association as district association.',
    '林悦邀请大兴区科学技术协会作为区科协参加。',
  ],
  [
    last(named),
    'Lin Yue named “Head of the base” as the position that signs for Modern Agriculture Think Tank Base.',
    '林悦确定现代农业智库基地由“基地负责人”签署。',
  ],
  [
    event('TextApproved', { partyId: DISTRICT, textHash: 'x' }),
    'Lin Yue approved the text for Daxing District Association.',
    '林悦代表大兴区科学技术协会认可了文本。',
  ],
  [last(letterIn('signing'), 3), 'Lin Yue submitted the agreement for signing.', '林悦将文本提交签署。'],
  [
    last(letterIn('signing').after(commands.signBase), 2),
    'Lin Yue recorded that Modern Agriculture Think Tank Base signed in ink on 2 March 2026 in 北京.',
    '林悦登记：现代农业智库基地已于2026年3月2日在北京签署（亲笔签名）。',
  ],
  [
    event('SignatureRecorded', {
      partyId: DISTRICT,
      positionId: DISTRICT_CHAIR,
      substituteFor: BASE_HEAD,
      means: 'provider',
      signedOn: '2026-03-02',
      textHash: 'x',
    }),
    'Lin Yue recorded that Daxing District Association signed through a signing service on 2 March 2026, a position in the place of Head of the base.',
    '林悦登记：大兴区科学技术协会已于2026年3月2日，由某职位代基地负责人签署（通过电子签名服务）。',
  ],
  [
    event('SigningHandedOver', {
      partyId: DISTRICT,
      positionId: DISTRICT_CHAIR,
      title: { en: 'Deputy chair', zh: '副主席' },
      mandate: 'M-7',
    }),
    'Lin Yue handed the signing for Daxing District Association over to Deputy chair (mandate M-7).',
    '林悦将大兴区科学技术协会的签署移交给副主席（授权：M-7）。',
  ],
  [
    event('SigningOrdered', { groups: [[DISTRICT], [BASE]] }),
    'Lin Yue set the order of signing: Daxing District Association, then Modern Agriculture Think Tank Base.',
    '林悦确定签署次序：大兴区科学技术协会，其后现代农业智库基地。',
  ],
  [
    event('DraftingReopened', { reason: 'A wrong name.' }),
    'Lin Yue reopened drafting, so that signatures and approvals no longer count, giving the reason “A wrong name”.',
    '林悦重新开放起草，已有的签署和认可不再有效，理由：“A wrong name”。',
  ],
  [last(research, 4), 'Daxing District Association has signed.', '大兴区科学技术协会已完成签署。'],
  [
    last(research, 3),
    'Every party has signed, so joint research began.',
    '各方均已签署，随即进入联合研究阶段。',
  ],
  [last(research), 'The signed copy is due by 5 March 2026.', '签署件归档最迟于2026年3月5日完成。'],
  [
    event('DocumentIssued', { file: scan, textHash: 'x', template: 'letter@1', language: 'both' }),
    'Lin Yue issued the document in Chinese and English as PDF.',
    '林悦出具了中英文正式文件（PDF）。',
  ],
  [
    event('SignedCopyFiled', { file: scan, matchesText: true, checkedBy: COORDINATOR }),
    'Lin Yue filed the signed copy, which matches the text that was signed.',
    '林悦将签署件归档，经核对与签署文本一致。',
  ],
  [
    event('OriginalsHeld', { copies: 2, holderId: DISTRICT, archiveNumber: '2026-17' }),
    'Lin Yue recorded that Daxing District Association keeps 2 originals under the archive number 2026-17.',
    '林悦登记：大兴区科学技术协会保存原件2份，档号为2026-17。',
  ],
  [last(research, 2), 'What was due for the signing stage is done.', '签署阶段的事项已完成，期限随之结束。'],
  [
    last(letterIn('signing').after(commands.declineDistrict)),
    'Lin Yue declined to sign for Daxing District Association, giving the reason “The budget was not granted”.',
    '林悦代表大兴区科学技术协会拒绝签署，理由：“The budget was not granted”。',
  ],
  [
    last(letterIn('declined'), 2),
    'Lin Yue closed the agreement, which a party had declined to sign.',
    '因有一方拒绝签署，林悦将本次合作关闭。',
  ],
  [last(letterIn('declined')), 'The deadline of the signing stage fell away.', '签署阶段的期限已取消。'],
  [
    last(planned, 2),
    'Lin Yue planned the research milestone “A joint study”, which Modern Agriculture Think Tank Base is to complete by 30 June 2026.',
    '林悦制定研究里程碑“联合调研”，由现代农业智库基地负责，定于2026年6月30日完成。',
  ],
  [
    last(completed, 2),
    'Chen Jing reported a milestone as completed on 2 March 2026.',
    '陈静报告一项里程碑已于2026年3月2日完成。',
  ],
  [
    last(completed.after(confirm(completed, DISTRICT))),
    'Lin Yue confirmed a milestone for Daxing District Association.',
    '林悦代表大兴区科学技术协会确认一项里程碑已完成。',
  ],
  [
    last(planned.after(cancel(planned)), 2),
    'Lin Yue cancelled a milestone, giving the reason “The site was sold”.',
    '林悦取消了一项里程碑，理由：“The site was sold”。',
  ],
  [last(letterIn('review'), 2), 'Lin Yue submitted the work for review.', '林悦将合作成果提交评审。'],
  [
    last(letterIn('review').after(commands.pass)),
    'Lin Yue gave the verdict of the review: passed.',
    '林悦作出评审结论：通过。',
  ],
  [last(letterIn('concluded'), 2), 'Lin Yue concluded the agreement.', '林悦宣布本次合作完成。'],
  [
    last(letterIn('terminated'), 2),
    'The review was not passed, so the agreement was terminated.',
    '评审未通过，本次合作终止。',
  ],
  [
    last(letterIn('withdrawn'), 3),
    'Lin Yue withdrew the agreement, giving the reason “Entered for the wrong district”.',
    '林悦撤回本次合作，理由：“Entered for the wrong district”。',
  ],
  [last(letterIn('withdrawn'), 2), 'The agreement is withdrawn.', '本次合作已撤回。'],
  [
    last(letterIn('drafting').after(commands.number, { actor: 'system:numbering' })),
    'The agreement was given the number LOI-2026-0001.',
    '本次合作的编号为LOI-2026-0001。',
  ],
  [
    event('AgreementArchived', { archiveNumber: '2026-18' }),
    'Lin Yue put the agreement’s papers away under the archive number 2026-18.',
    '林悦将本次合作归档，档号为2026-18。',
  ],
  [
    event('ReferenceNumberAssigned', {
      agreementId: 'a',
      kind: 'letter-of-intent',
      year: 2026,
      number: 'LOI-2026-0007',
    }),
    'The number LOI-2026-0007 was assigned.',
    '编号LOI-2026-0007已分配。',
  ],
];
