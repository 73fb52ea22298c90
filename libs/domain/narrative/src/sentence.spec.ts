import { agreementDecider, registerDecider, type Language } from '@entente/agreement';
import { organisationDecider, personDecider } from '@entente/directory';
import { meetingDecider } from '@entente/meeting';
import { remindersDecider } from '@entente/reminder';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  commands,
  complete,
  confirm,
  COORDINATOR,
  DISTRICT,
  DISTRICT_CHAIR,
  letterIn,
  organisations,
  type Letter,
} from '../../../../test/support/agreement-builders.js';
import { sentence, sentences } from './sentence.js';
import type { AnyEvent, Names } from './voice.js';

const PEOPLE: Readonly<Record<string, { zh: string; en: string }>> = {
  [COORDINATOR]: { zh: '林悦', en: 'Lin Yue' },
  [BASE_PERSON]: { zh: '陈静', en: 'Chen Jing' },
};
const names: Names = {
  person: (id) => PEOPLE[id],
  organisation: (id) => organisations.find(({ organisationId }) => organisationId === id)?.name,
  position: (id) => (id === BASE_HEAD ? { zh: '基地负责人', en: 'Head of the base' } : undefined),
};
const nameless: Names = { person: () => undefined, organisation: () => undefined, position: () => undefined };

function event(type: string, data: object, about: { stream?: string; actor?: string } = {}): AnyEvent {
  return {
    id: 'event',
    space: 'main',
    stream: about.stream ?? 'main.agreement-1',
    revision: 3,
    type,
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: about.actor ?? COORDINATOR,
    commandId: 'command',
    bodyMac: '',
    causationId: 'command',
    correlationId: 'command',
    salt: '',
    data,
  };
}

function last(letter: Letter, back = 1): AnyEvent {
  const found = letter.envelopes().at(-back);
  if (!found) throw new Error('there is no such event');
  return found;
}

const DECLARED = [
  agreementDecider,
  registerDecider,
  organisationDecider,
  personDecider,
  remindersDecider,
  meetingDecider,
].flatMap(({ schemaVersions }) => Object.keys(schemaVersions));

const research = letterIn('joint-research');
const planned = research.after(commands.planResearch);
const completed = planned.after(complete(planned), { actor: BASE_PERSON });
const drafting = letterIn('drafting').envelopes();
const named = letterIn('drafting').after(commands.nameBaseSignatory);
const retracted = named.after({
  type: 'RetractEntry',
  commandId: named.commandId(-1),
  reason: '选错了职位。',
});
const step = { deadlineId: 'signing-19', version: 21, plannedAt: '2026-03-09T01:00:00.000Z' };

const scan = { sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' };

const TOLD: readonly (readonly [AnyEvent, string, string])[] = [
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
    last(retracted),
    'Lin Yue took back an earlier entry, giving the reason “选错了职位”.',
    '林悦撤销了此前的一条记录，理由：“选错了职位”。',
  ],
  [
    event('AttributesSet', {
      values: { budget: 1200, region: 'north', starts: '2026-09-01', open: true, remark: null },
      labels: {
        budget: { title: { zh: '预算', en: 'Budget' } },
        region: { title: { zh: '区域', en: 'Region' }, value: { zh: '北部', en: 'the north' } },
        starts: { title: { zh: '开始', en: 'Start' } },
        open: { title: { zh: '公开', en: 'Public' } },
        remark: { title: { zh: '备注', en: 'Remark' } },
      },
    }),
    'Lin Yue set “Budget” to 1,200, “Region” to the north, “Start” to 1 September 2026, “Public” to yes and “Remark” to nothing.',
    '林悦填写了“预算”：1,200，“区域”：北部，“开始”：2026年9月1日，“公开”：是，“备注”（清空）。',
  ],
  [
    event('EntryCorrected', {
      commandId: 'one',
      fact: 'SignatureRecorded',
      field: 'signedOn',
      value: '2026-03-01',
      reason: 'A slip.',
    }),
    'Lin Yue corrected the day of signing in an earlier entry to 1 March 2026, giving the reason “A slip”.',
    '林悦将此前一条记录中的签署日期更正为2026年3月1日，理由：“A slip”。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'CorrectEntry', commandId: 'two', field: 'title', value: { en: 'Farming' } },
      cause: 'late',
      rule: 'by-two',
      reason: 'A slip.',
    }),
    'Lin Yue asked a second person to agree to correct the title in an earlier entry to “Farming”, giving the reason “A slip”.',
    '林悦提请第二人核准：将此前一条记录中的名称更正为“Farming”，理由：“A slip”。',
  ],
  [
    event('OverrideRequested', {
      overrideId: 'one',
      action: { type: 'WaiveDeadline', deadlineId: 'signing-19' },
      cause: 'always',
      rule: 'confirmed-later',
      reason: null,
    }),
    'Lin Yue acted alone, for a second person to confirm, to waive the deadline of the signing stage, giving the reason (erased).',
    '林悦先行办理，待第二人核准：不再要求签署阶段的期限，理由：（已删除）。',
  ],
  [
    event('OverrideConfirmed', { overrideId: 'one' }),
    'Lin Yue confirmed it as the second person.',
    '林悦作为第二人予以核准。',
  ],
  [
    event('OverrideRejected', { overrideId: 'one', reason: 'No.' }),
    'Lin Yue rejected what was asked for, giving the reason “No”.',
    '林悦不予核准，理由：“No”。',
  ],
  [
    event('AgreementVoided', { as: 'entered-in-error', reason: 'Twice.' }),
    'The agreement was declared void as entered in error, for the reason “Twice”.',
    '本次合作作废（误登记），理由：“Twice”。',
  ],
  [
    event('DeadlineWaived', { deadlineId: 'signing-19', reason: 'Moved.' }),
    'The deadline of the signing stage was waived, for the reason “Moved”.',
    '签署阶段的期限不再要求，理由：“Moved”。',
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
  ...meetingsTold(),
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
    event('ReferenceNumberAssigned', {
      agreementId: 'a',
      kind: 'letter-of-intent',
      year: 2026,
      number: 'LOI-2026-0007',
    }),
    'The number LOI-2026-0007 was assigned.',
    '编号LOI-2026-0007已分配。',
  ],
  [
    event('OrganisationRegistered', { name: { zh: '大兴区科协' } }, { actor: 'system:setup' }),
    'The system registered the organisation 大兴区科协.',
    '系统登记了单位“大兴区科协”。',
  ],
  [
    event(
      'PositionFilled',
      {
        positionId: BASE_HEAD,
        title: { zh: '基地负责人', en: 'Head of the base' },
        roles: ['representative', 'signatory'],
        personId: BASE_PERSON,
        from: '2026-01-05',
      },
      { stream: `main.organisation-${BASE}` },
    ),
    'Chen Jing fills the position “Head of the base” (representative and signatory) at Modern Agriculture Think Tank Base from 5 January 2026.',
    '自2026年1月5日起，陈静担任现代农业智库基地“基地负责人”（职责：代表、签署）。',
  ],
  [
    event('OrganisationRenamed', { name: { zh: '新名称', en: 'New Name' }, from: '2026-02-01' }),
    'The organisation is called New Name from 1 February 2026.',
    '自2026年2月1日起，单位名称改为“新名称”。',
  ],
  [
    event('RegistrationCodeSet', { code: '12110000400000000X' }),
    'Lin Yue recorded the registration code 12110000400000000X.',
    '林悦登记了代码12110000400000000X。',
  ],
  [
    event('HostUnitNamed', { hostId: BASE, from: '2026-02-01' }),
    'The organisation acts through Modern Agriculture Think Tank Base from 1 February 2026.',
    '自2026年2月1日起，单位依托现代农业智库基地开展工作。',
  ],
  [
    event('HostUnitNamed', { hostId: null, from: '2026-02-01' }),
    'The organisation acts through no other from 1 February 2026.',
    '自2026年2月1日起，单位不再依托其他单位。',
  ],
  [
    event('OrganisationMerged', { into: BASE, on: '2026-02-01' }),
    'The organisation was merged into Modern Agriculture Think Tank Base on 1 February 2026.',
    '单位于2026年2月1日并入现代农业智库基地。',
  ],
  [
    event('OrganisationDissolved', { on: '2026-02-01', reason: 'Reform' }),
    'The organisation was dissolved on 1 February 2026: “Reform”.',
    '单位于2026年2月1日撤销，原因：“Reform”。',
  ],
  [
    event('PositionVacated', { positionId: BASE_HEAD, on: '2026-02-01', reason: null }),
    'Nobody holds the position “Head of the base” from 1 February 2026: (erased).',
    '自2026年2月1日起，“基地负责人”空缺，原因：（已删除）。',
  ],
  [
    event('PositionEnded', { positionId: BASE_HEAD, on: '2026-02-01' }),
    'The position “Head of the base” is no more from 1 February 2026.',
    '职位“基地负责人”自2026年2月1日起撤销。',
  ],
  [
    event('MandateGranted', {
      mandateId: 'm',
      fromPositionId: BASE_HEAD,
      toPositionId: 'deputy',
      scope: {},
      from: '2026-02-01',
      until: '2026-02-28',
      grantedBy: BASE_PERSON,
    }),
    'Chen Jing lets the holder of the position “a position” act for the position “Head of the base” from 1 February 2026 to 28 February 2026.',
    '陈静授权“某职位”代行“基地负责人”职责，自2026年2月1日起至2026年2月28日。',
  ],
  [
    event('MandateRevoked', { mandateId: 'm', on: '2026-02-10' }),
    'A mandate was revoked from 10 February 2026.',
    '一项授权自2026年2月10日起撤回。',
  ],
  [
    event(
      'PersonRegistered',
      { name: { en: 'Erased' }, language: 'en' },
      { stream: `main.person-${BASE_PERSON}` },
    ),
    'Lin Yue registered Chen Jing.',
    '林悦登记了人员陈静。',
  ],
  [
    event('PersonErased', { reason: null }, { stream: `main.person-${BASE_PERSON}` }),
    'Lin Yue erased the name and contacts of a person.',
    '林悦删除了一位人员的姓名和联系方式。',
  ],
  [
    event('ReminderSent', {
      ...step,
      step: 'remind-5',
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
      channel: 'email',
      messageId: 'm',
    }),
    'Chen Jing, Head of the base, was reminded by e-mail of the deadline of the signing stage (5 working days ahead).',
    '已通过电子邮件提醒基地负责人陈静：签署阶段将在5个工作日后到期。',
  ],
  [
    event('ReminderSuppressed', {
      ...step,
      step: 'on-the-day',
      personId: BASE_PERSON,
      reason: 'already-signed',
    }),
    'The reminder to Chen Jing of the deadline of the signing stage (on its last day) was held back: the party has signed already.',
    '发给陈静的提醒未发送（签署阶段今日到期）：该方已签署。',
  ],
  [
    event('RemindersClosed', {
      deadlineId: 'signing-19',
      version: 21,
      reason: 'deadline-met',
      steps: ['remind-2'],
    }),
    'The remaining reminders of the signing stage will not be sent: it is done.',
    '签署阶段余下的提醒不再发送：事项已完成。',
  ],
];

describe('a sentence', () => {
  it.each(TOLD.map(([told, ...texts]) => [...texts, told] as const))('%s', (en, zh, told) => {
    expect([sentence(told, names, 'en'), sentence(told, names, 'zh')]).toEqual([en, zh]);
  });

  it('is there for every type of event that any stream of ours holds', () => {
    expect(Object.keys(sentences).sort()).toEqual([...new Set(DECLARED)].sort());
    expect(new Set(TOLD.map(([{ type }]) => type))).toEqual(new Set(DECLARED));
  });

  it.each<Language>(['en', 'zh'])('is told in %s without any name that is gone, and ends', (language) => {
    for (const [told] of TOLD) {
      const text = sentence(told, nameless, language);
      expect(text).toMatch(language === 'zh' ? /^[^a-z].*。$/u : /^[A-Z].*\.$/u);
      expect(text).not.toMatch(/undefined|Chen Jing|陈静|Lin Yue|林悦/u);
    }
  });

  it('says the milestone’s name where the caller knows it', () => {
    const titled = { ...names, milestone: () => ({ zh: '联合调研', en: 'A joint study' }) };
    expect(sentence(last(completed, 2), titled, 'en')).toBe(
      'Chen Jing reported the milestone “A joint study” as completed on 2 March 2026.',
    );
    expect(sentence(last(completed), titled, 'zh')).toBe('里程碑“联合调研”的事项已完成，期限随之结束。');
  });

  it('takes a name from the other language when there is none in this one', () => {
    const chinese = { ...names, person: () => ({ zh: '林悦' }) };
    expect(sentence(drafting[0]!, chinese, 'en')).toMatch(/^林悦 proposed/u);
  });

  it('a day whose holidays are not published yet is told as provisional', () => {
    const far = research.after({ ...commands.planResearch, dueOn: '2031-03-03' });
    expect(sentence(last(far), names, 'en')).toBe(
      'A milestone is due by 3 March 2031 (provisional: the holidays of that year are not published yet).',
    );
    expect(sentence(last(far), names, 'zh')).toBe(
      '一项里程碑最迟于2031年3月3日完成（该年放假安排尚未公布，日期暂定）。',
    );
  });

  it('a type from elsewhere is told by its name', () => {
    expect(sentence(event('TeaServed', {}), names, 'en')).toBe(
      'An event of the type “TeaServed” was recorded.',
    );
    expect(sentence(event('constructor', {}), names, 'zh')).toBe('记录了一项“constructor”。');
  });

  it('a revision that is asked for is told as the way back', () => {
    const again = letterIn('review').after(commands.requestRevision);
    expect(sentence(last(again, 2), names, 'en')).toBe(
      'A revision was requested, so joint research resumed.',
    );
    expect(sentence(last(again, 2), names, 'zh')).toBe('评审要求修改，重新进入联合研究阶段。');
  });
});

function meetingsTold(): readonly (readonly [AnyEvent, string, string])[] {
  const appointment = { at: '2026-12-23T14:00', zone: 'Asia/Shanghai', place: 'Beijing' };
  const agreementId = 'letter';
  return [
    [
      event('MeetingPlanned', { title: { en: 'Winter meeting', zh: '冬季会议' }, ...appointment }),
      'Lin Yue planned the signing meeting “Winter meeting” for 23 December 2026, 14:00 at Beijing.',
      '林悦定于2026年12月23日14:00在Beijing举行签署会议“冬季会议”。',
    ],
    [
      event('MeetingMoved', appointment),
      'Lin Yue moved the meeting to 23 December 2026, 14:00 at Beijing.',
      '林悦将会议改为2026年12月23日14:00在Beijing举行。',
    ],
    [
      event('LetterPlaced', { agreementId, order: 2 }),
      'Lin Yue placed a letter as number 2.',
      '林悦将一份意向书列为第2项。',
    ],
    [
      event('LetterRemoved', { agreementId }),
      'Lin Yue took a letter off the meeting.',
      '林悦将一份意向书移出会议。',
    ],
    [
      event('AttendanceRecorded', {
        organisationId: BASE,
        positionId: 'deputy',
        personId: BASE_PERSON,
        substituteFor: BASE_HEAD,
      }),
      'Chen Jing, a position at Modern Agriculture Think Tank Base, attends in the place of Head of the base.',
      '陈静（现代农业智库基地，某职位）代基地负责人出席。',
    ],
    [
      event('AttendanceRemoved', { positionId: BASE_HEAD }),
      'Head of the base does not attend.',
      '基地负责人不出席。',
    ],
    [
      event('MeetingHeld', { on: '2026-12-23' }),
      'Lin Yue recorded that the meeting was held on 23 December 2026.',
      '林悦登记：会议已于2026年12月23日举行。',
    ],
    [
      event('LettersReportedSigned', { on: '2026-12-23', place: 'Beijing', letters: [{}, {}] }),
      'Lin Yue reported 2 letters as signed on 23 December 2026.',
      '林悦登记：2份意向书已于2026年12月23日按计划签署。',
    ],
    [event('LetterSigned', { agreementId }), 'A letter is signed.', '一份意向书已完成签署。'],
    [
      event('LetterNotSigned', { agreementId, code: 'party-declined' }),
      'A letter could not be recorded as signed (party-declined).',
      '一份意向书未能登记签署（party-declined）。',
    ],
    [
      event('LetterPostponed', { agreementId, reason: 'Illness.', to: '2026-12-30' }),
      'Lin Yue postponed a letter to 30 December 2026, giving the reason “Illness”.',
      '林悦将一份意向书延期至2026年12月30日，理由：“Illness”。',
    ],
    [
      event('MinutesWritten', { text: 'All came.' }),
      'Lin Yue wrote the minutes: “All came”.',
      '林悦写了会议纪要：“All came”。',
    ],
  ];
}
