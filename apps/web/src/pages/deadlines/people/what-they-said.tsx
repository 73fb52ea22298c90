import type { RemindedRow } from '../../../api/types.js';
import { dayText } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { Instant } from '../../../parts/times.js';

interface WhatTheySaidProps {
  readonly row: RemindedRow;
  readonly zone: string;
}

export function WhatTheySaid({ row: { answer, handedOver, byHand }, zone }: WhatTheySaidProps) {
  const { t, language, local } = useWords();
  const lines = [
    ...(answer
      ? [
          {
            at: answer.at,
            text:
              answer.kind === 'snoozed'
                ? t('reminded.said.snoozed', { day: dayText(answer.until ?? '', language) })
                : t('reminded.said.acknowledged'),
            word: null,
          },
        ]
      : []),
    ...(handedOver
      ? [
          {
            at: handedOver.at,
            text:
              handedOver.toPositionId === null
                ? t('reminded.said.notMine')
                : t('reminded.said.handedOver', { to: local(handedOver.toTitle) }),
            word: handedOver.word,
          },
        ]
      : []),
    ...byHand.map(({ at, means, promised, note }) => ({
      at,
      text: t(promised ? 'reminded.said.promised' : 'reminded.said.told', {
        means: t(`reminded.means.${means}`),
      }),
      word: note,
    })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));
  if (lines.length === 0) return null;
  return (
    <ul className="reminded-said">
      {lines.map(({ at, text, word }) => (
        <li key={`${at} ${text}`}>
          {text}
          {word === null ? null : <q>{word}</q>}
          <Dot />
          <span className="quiet">
            <Instant at={at} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
