import type { AgreementRefusalCode } from '@entente/agreement';
import type { DirectoryRefusalCode } from '@entente/directory';
import type { MeetingRefusalCode } from '@entente/meeting';

import type { RefusalSentences } from './refusal-words.js';

export type MeetingsOwn = Exclude<MeetingRefusalCode, AgreementRefusalCode | DirectoryRefusalCode>;

export const meetingRefusals: RefusalSentences<MeetingsOwn> = {
  'unknown-meeting': { zh: '没有这次会议。', en: 'There is no such meeting.' },
  'already-planned': {
    zh: '这次会议已经安排；如需更改，请改期。',
    en: 'This meeting has been planned already; move it instead.',
  },
  'meeting-held': {
    zh: (words) => `会议已于${words.date('on')}举行，不能再更改安排。`,
    en: (words) => `The meeting was held on ${words.date('on')}; its programme stands.`,
  },
  'meeting-in-future': {
    zh: (words) => `会议定于${words.date('on')}举行，届时才能登记。`,
    en: (words) => `The meeting is on ${words.date('on')}; it cannot have been held before.`,
  },
  'no-letters': { zh: '会议尚未列入任何意向书。', en: 'No letter is placed at this meeting yet.' },
  'letter-not-placed': {
    zh: '这份意向书未列入本次会议。',
    en: 'This letter is not placed at this meeting.',
  },
  'letter-signed': { zh: '这份意向书已经签署。', en: 'This letter is signed already.' },
  'letter-not-signable': {
    zh: (words) => `这份意向书处于${words.stage('stage')}阶段，已不能签署。`,
    en: (words) => `This letter stands at ${words.stage('stage')}; it can no longer be signed.`,
  },
  'not-a-next-meeting': {
    zh: '应为另一次尚未举行的会议。',
    en: 'This must be another meeting that was not held yet.',
  },
  'invalid-moment': {
    zh: '应为会议当地实际存在的日期和时间。',
    en: 'This must be a date and time that exist where the meeting is.',
  },
  'invalid-number': {
    zh: (words) => `应为1到${words.value('max')}之间的整数。`,
    en: (words) => `This must be a whole number from 1 to ${words.value('max')}.`,
  },
};
