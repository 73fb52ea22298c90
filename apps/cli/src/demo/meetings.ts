import { DEPUTY, PEOPLE } from './cast.js';
import { at, iso, type Pair, type Step } from './steps.js';

/** What the report tells of: the letters are signed by those who came, at once, and each answers for itself. */
export function heldMeeting(letters: readonly Pair[], day: Temporal.PlainDate): Step[] {
  const meeting = 'december';
  return [
    at(day.subtract({ days: 5 }), 10, 0, (stage) =>
      stage.meet(meeting, {
        type: 'PlanMeeting',
        title: {
          en: 'Connecting think tank bases with decision consulting in the districts',
          zh: '智库基地与区级决策咨询对接会',
        },
        at: `${iso(day)}T14:00`,
        zone: 'Asia/Shanghai',
        place: 'Beijing 北京',
      }),
    ),
    ...placed(meeting, letters, day.subtract({ days: 5 })),
    ...letters.flatMap(({ base, district }, index) =>
      [base, district].map((who, side) =>
        at(day, 13, 40 + index * 2 + side, (stage) =>
          stage.meet(meeting, {
            type: 'RecordAttendance',
            organisationId: stage.id(who),
            positionId: stage.positionId(PEOPLE[who]),
          }),
        ),
      ),
    ),
    at(day, 15, 5, (stage) => stage.meet(meeting, { type: 'HoldMeeting' })),
  ];
}

/** Today, so that a visitor can hold it; of the first district a deputy may come under a mandate. */
export function nextMeeting(
  letters: readonly Pair[],
  planned: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Step[] {
  const meeting = 'next';
  return [
    at(planned, 10, 0, (stage) =>
      stage.meet(meeting, {
        type: 'PlanMeeting',
        title: { en: 'Next signing meeting (invented for the demo)', zh: '下次签署会议（演示虚构）' },
        at: `${iso(today)}T17:00`,
        zone: 'Asia/Shanghai',
        place: 'Beijing 北京',
      }),
    ),
    ...placed(meeting, letters, planned),
    at(planned, 10, 30, (stage) => stage.grant(DEPUTY, iso(planned), iso(today.add({ days: 60 })))),
  ];
}

function placed(meeting: string, letters: readonly Pair[], day: Temporal.PlainDate): Step[] {
  return letters.map(({ letter }, index) =>
    at(day, 10, 5 + index, (stage) =>
      stage.meet(meeting, {
        type: 'PlaceLetter',
        agreementId: stage.agreementId(letter),
        order: index + 1,
      }),
    ),
  );
}
