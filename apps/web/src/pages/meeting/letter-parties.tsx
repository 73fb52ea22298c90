import type { MeetingDetail, MeetingLetter, MeetingParty } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { useWho } from './use-who.js';

interface LetterPartiesProps {
  readonly letter: MeetingLetter;
  readonly names: MeetingDetail['names'];
}

/** Who signs for whom; on paper with a line to sign on. */
export function LetterParties({ letter, names }: LetterPartiesProps) {
  const { t } = useWords();
  return (
    <ul className="meeting-parties">
      {letter.parties.map((party) => (
        <li key={party.partyId}>
          <p className="card-name">
            <Local text={party.name} />
          </p>
          <Signing party={party} names={names} />
          {party.signed ? null : <p className="print-only signature-line">{t('meeting.signature')}</p>}
        </li>
      ))}
    </ul>
  );
}

interface SigningProps {
  readonly party: MeetingParty;
  readonly names: MeetingDetail['names'];
}

function Signing({ party, names }: SigningProps) {
  const { t, local, language } = useWords();
  const whoIs = useWho({ names });
  const { positionId, substituteFor, personId, signed, signedOn, declined, means } = party;
  if (positionId === null) return <p className="card-line mark-open">{t('meeting.nobodySigns')}</p>;
  const who = whoIs(positionId, personId);
  return (
    <p className={`card-line ${signed ? 'mark-done' : 'mark-open'}`}>
      {substituteFor === null
        ? t('meeting.signs', { who })
        : t('meeting.signsFor', { who, instead: local(names[substituteFor]) })}
      {means.includes('seal') ? ` ${t('meeting.seal')}` : null}
      {signedOn === null ? null : (
        <>
          <Dot />
          {t('meeting.signedOn', { day: dayText(signedOn, language) })}
        </>
      )}
      {declined ? (
        <>
          <Dot />
          <span className="late">{t('meeting.declined')}</span>
        </>
      ) : null}
    </p>
  );
}
