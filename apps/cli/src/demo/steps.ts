import type { LocalText } from '@entente/agreement';

import { DISTRICTS, FIELDS, PEOPLE, type BASES, type Role } from './cast.js';
import type { Stage } from './stage.js';

export interface Step {
  /** Local moment in the demo's zone at which it is played. */
  readonly at: Temporal.PlainDateTime;
  play(stage: Stage): Promise<unknown>;
}

export type Base = keyof typeof BASES;
export type District = keyof typeof DISTRICTS;

export interface Pair {
  readonly letter: string;
  readonly base: Base;
  readonly district: District;
  readonly title: LocalText;
}

export function draftingSteps(letter: Pair, start: Temporal.PlainDate, approved: Temporal.PlainDate): Step[] {
  return [
    ...openingSteps(letter, start),
    at(approved, 10, 5, (stage) => approve(stage, letter, letter.base)),
    at(approved, 16, 40, (stage) => approve(stage, letter, letter.district)),
  ];
}

export function openingSteps(letter: Pair, start: Temporal.PlainDate): Step[] {
  const { base, district } = letter;
  return [
    at(start, 9, 10, (stage) =>
      stage.send('coordinator', letter.letter, {
        type: 'ProposeAgreement',
        kind: 'letter-of-intent',
        title: letter.title,
        field: FIELDS[base],
        parties: [
          { partyId: stage.id(base), role: 'think-tank-base' },
          { partyId: stage.id(district), role: 'district-association' },
        ],
      }),
    ),
    at(start, 9, 25, (stage) => nameSignatory(stage, letter, base)),
    at(start, 9, 26, (stage) => nameSignatory(stage, letter, district)),
  ];
}

export function submitForSigning(letter: Pair, day: Temporal.PlainDate, index: number): Step {
  return at(day, 9, 30 + index, (stage) =>
    stage.send('coordinator', letter.letter, { type: 'SubmitForSigning' }),
  );
}

export async function approve(stage: Stage, letter: Pair, party: Role): Promise<unknown> {
  const { textHash } = await stage.letter(letter.letter);
  if (textHash === null) throw new Error(`${letter.letter} has no text`);
  return stage.send(party, letter.letter, { type: 'ApproveText', partyId: stage.id(party), textHash });
}

function nameSignatory(stage: Stage, letter: Pair, party: Role): Promise<unknown> {
  const positionId = stage.positionId(PEOPLE[party]);
  return stage.send('coordinator', letter.letter, {
    type: 'NameSignatory',
    partyId: stage.id(party),
    positionId,
  });
}

export function pair(letter: string, base: Base, district: District): Pair {
  const title = {
    en: `Letter of intent: ${FIELDS[base].en}, ${placeOf(DISTRICTS[district].name.en)}`,
    zh: `${DISTRICTS[district].name.zh.slice(0, 3)}${FIELDS[base].zh}合作意向书`,
  };
  return { letter, base, district, title };
}

export function invented(letter: string, base: Base, district: District): Pair {
  const { title, ...rest } = pair(letter, base, district);
  return { ...rest, title: { en: `${title.en} (invented for the demo)`, zh: `${title.zh}（演示虚构）` } };
}

function placeOf(association: string): string {
  return association.replace(/ Association.*$/u, '');
}

export function at(day: Temporal.PlainDate, hour: number, minute: number, play: Step['play']): Step {
  return { at: day.toPlainDateTime({ hour, minute }), play };
}

export function iso(day: Temporal.PlainDate): string {
  return day.toString();
}
