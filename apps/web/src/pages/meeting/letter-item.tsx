import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';

import type { MeetingDetail, MeetingLetter } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import { LetterCode } from './letter-code.js';
import { LetterParties } from './letter-parties.js';
import { RecordButtons } from './record-buttons.js';

export interface Arrange {
  readonly move: (index: number, by: -1 | 1) => void;
  readonly remove: (agreementId: string) => void;
  readonly busy: boolean;
}

interface LetterItemProps {
  readonly meeting: MeetingDetail;
  readonly letter: MeetingLetter;
  /** From 1. */
  readonly place: number;
  /** Absent where the order stands. */
  readonly arrange?: Arrange;
}

/** One letter in the order: whether it is ready, who signs, and what became of it. */
export function LetterItem({ meeting, letter, place, arrange }: LetterItemProps) {
  const { t, local } = useWords();
  const { agreementId, title, number, standing } = letter;
  return (
    <li className="meeting-letter sheet" data-standing={standing} aria-label={local(title)}>
      <div className="meeting-letter-head">
        <span className="meeting-place">{place}</span>
        <div>
          {number === null ? null : <p className="label">{number}</p>}
          <h3>
            <Link to={`/agreements/${agreementId}`}>
              <Local text={title} />
            </Link>
          </h3>
          <p className="meeting-standing">{t(`meeting.standing.${standing}`)}</p>
        </div>
        {arrange ? <ArrangeButtons {...{ meeting, letter, place, arrange }} /> : null}
      </div>
      <Blockers letter={letter} />
      <Result letter={letter} />
      <LetterParties letter={letter} names={meeting.names} />
      {meeting.mayRun && standing !== 'signed' ? <RecordButtons meeting={meeting} letter={letter} /> : null}
      <LetterCode letter={letter} />
    </li>
  );
}

function ArrangeButtons({ meeting, letter, place, arrange }: Required<LetterItemProps>) {
  const { t, local } = useWords();
  const { agreementId, status } = letter;
  const title = local(letter.title);
  const { move, remove, busy } = arrange;
  return (
    <div className="meeting-arrange no-print">
      <Button
        id={`up-${agreementId}`}
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('meeting.up', { title })}
        disabled={busy || place === 1}
        onClick={() => move(place - 1, -1)}
      />
      <Button
        id={`down-${agreementId}`}
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('meeting.down', { title })}
        disabled={busy || place === meeting.letters.length}
        onClick={() => move(place - 1, 1)}
      />
      {status === 'signed' || status === 'reported' ? null : (
        <button
          type="button"
          className="link-button"
          aria-label={t('meeting.removeOf', { title })}
          disabled={busy}
          onClick={() => remove(agreementId)}
        >
          {t('meeting.remove')}
        </button>
      )}
    </div>
  );
}

function Blockers({ letter: { blockers, parties } }: { readonly letter: MeetingLetter }) {
  const { t, local } = useWords();
  if (blockers.length === 0) return null;
  const named = (id: string | undefined): string =>
    local(parties.find(({ partyId }) => partyId === id)?.name);
  return (
    <ul className="meeting-blockers">
      {blockers.map(({ code, partyId }) => (
        <li key={`${code} ${partyId ?? ''}`}>{t(`meeting.blocker.${code}`, { party: named(partyId) })}</li>
      ))}
    </ul>
  );
}

/** What was said of it at the meeting, where that is not how it stands anyway. */
function Result({ letter }: { readonly letter: MeetingLetter }) {
  const { t, language } = useWords();
  const { status, code, reason, to, toMeeting, standing } = letter;
  if (standing === 'signed') return null;
  switch (status) {
    case 'reported':
      return <p role="status">{t('meeting.status.reported')}</p>;
    case 'not-signed':
      return (
        <p className="late">
          {t('meeting.status.not-signed')}: {t(`meeting.why.${knownCode(code ?? '')}`, { code })}
        </p>
      );
    case 'postponed':
      return (
        <p className="meeting-postponed">
          {to === null
            ? t('meeting.status.postponed')
            : t('meeting.status.postponedTo', { day: dayText(to, language) })}
          {toMeeting === null ? null : (
            <>
              {' '}
              <Link to={`/meetings/${toMeeting}`}>({t('meeting.nextMeeting')})</Link>
            </>
          )}
          : {reason ?? t('agreement.erased')}
        </p>
      );
    case 'placed':
    case 'signed':
      return null;
    default: {
      const never: never = status;
      return never;
    }
  }
}

const CODES = [
  'party-declined',
  'signatory-absent',
  'wrong-stage',
  'not-fully-signed',
  'not-their-turn',
  'signatory-without-mandate',
  'mandate-expired',
  'already-signed',
  'late-signature-needs-override',
  'vacant-signature-needs-override',
  'signed-before-proposal',
] as const;

const knownCode = (code: string): (typeof CODES)[number] | 'other' =>
  CODES.find((known) => known === code) ?? 'other';
