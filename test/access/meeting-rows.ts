import { mayMeet, maySee, maySeeEveryMeeting, type Viewer } from '@entente/access';
import type { MeetingCommand, MeetingCommandType } from '@entente/meeting';

import { BASE, BASE_HEAD } from '../support/agreement-builders.js';
import { allowed, has, hiddenUnless, leftOutUnless, pathOf } from './cells.js';
import { AWAITING, awaiting, MEETING_ID } from './letters.js';
import type { Row } from './row.js';

const seesMeeting = (viewer: Viewer): boolean => maySeeEveryMeeting(viewer) || maySee(viewer, awaiting.state);

const appointment = { at: '2026-12-23T14:00', zone: 'Asia/Shanghai', place: 'Beijing' };
const meetingBodies: Readonly<Record<Exclude<MeetingCommandType, 'RecordOutcome'>, object>> = {
  PlanMeeting: { title: { en: 'A meeting' }, ...appointment },
  MoveMeeting: appointment,
  PlaceLetter: { agreementId: AWAITING, order: 2 },
  RemoveLetter: { agreementId: AWAITING },
  RecordAttendance: { organisationId: BASE, positionId: BASE_HEAD },
  RemoveAttendance: { positionId: BASE_HEAD },
  HoldMeeting: {},
  SignLetter: { agreementId: AWAITING },
  PostponeLetter: { agreementId: AWAITING, reason: 'One side is ill.' },
  WriteMinutes: { text: 'All came.' },
};

export const onMeetings: readonly Row[] = [
  {
    route: 'GET /api/meetings',
    rule: leftOutUnless(seesMeeting),
    path: '/api/meetings',
    shows: has(MEETING_ID, 'meetingId'),
  },
  {
    route: 'GET /api/meetings/{meeting}',
    rule: hiddenUnless(seesMeeting),
    path: `/api/meetings/${MEETING_ID}`,
  },
  ...(Object.keys(meetingBodies) as (keyof typeof meetingBodies)[]).map((type: MeetingCommand['type']) => {
    const plans = type === 'PlanMeeting';
    return {
      route: plans ? 'POST /api/meetings' : `POST /api/meetings/{meeting}/${pathOf(type)}`,
      rule: (viewer: Viewer) => allowed(mayMeet(viewer, type)),
      path: plans ? '/api/meetings' : `/api/meetings/${MEETING_ID}/${pathOf(type)}`,
      body: meetingBodies[type as keyof typeof meetingBodies],
    };
  }),
];
