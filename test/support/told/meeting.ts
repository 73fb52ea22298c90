import { BASE, BASE_HEAD, BASE_PERSON } from '../agreement-builders.js';
import { event, type Told } from './telling.js';

const appointment = { at: '2026-12-23T14:00', zone: 'Asia/Shanghai', place: 'Beijing' };
const agreementId = 'letter';
export const meetingTold: readonly Told[] = [
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
