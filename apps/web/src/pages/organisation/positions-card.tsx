import { Link } from 'react-router';

import type { LocalText, OrganisationDetail } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { holderNow, titleOf, type Position, type Tenure } from './titles.js';

export interface PositionActions {
  /** Absent where the viewer may not. */
  readonly fill: ((position: Position | undefined) => void) | undefined;
  readonly vacate: ((positionId: string) => void) | undefined;
  readonly end: ((positionId: string) => void) | undefined;
}

interface PositionsCardProps {
  readonly detail: OrganisationDetail;
  readonly actions: PositionActions;
}

/** Every position with who holds it and who held it before, each with the event that says so. */
export function PositionsCard({ detail, actions }: PositionsCardProps) {
  const { t } = useWords();
  return (
    <section className="sheet directory-card" aria-labelledby="positions">
      <div className="card-head">
        <h2 id="positions">{t('organisation.positions')}</h2>
        {actions.fill ? (
          <button type="button" className="link-button" onClick={() => actions.fill?.(undefined)}>
            {t('organisations.fill')}
          </button>
        ) : null}
      </div>
      {detail.positions.length === 0 ? <p className="quiet">{t('organisations.noPositions')}</p> : null}
      <ul className="directory-list">
        {detail.positions.map((position) => (
          <PositionItem
            key={position.positionId}
            position={position}
            nameOf={detail.nameOf}
            actions={actions}
          />
        ))}
      </ul>
    </section>
  );
}

interface PositionItemProps {
  readonly position: Position;
  readonly nameOf: Readonly<Record<string, LocalText>>;
  readonly actions: PositionActions;
}

function PositionItem({ position, nameOf, actions: { fill, vacate, end } }: PositionItemProps) {
  const { t, language } = useWords();
  const { positionId, tenures, endedOn } = position;
  const holder = holderNow(position);
  return (
    <li>
      <h3>
        <Local text={titleOf(position) ?? {}} />
        {endedOn === undefined ? null : (
          <span className="quiet">
            <Dot />
            {t('organisation.ended', { day: dayText(endedOn, language) })}
          </span>
        )}
      </h3>
      <ol className="tenures">
        {holder || endedOn !== undefined ? null : <li className="quiet">{t('organisation.vacant')}</li>}
        {tenures.toReversed().map((tenure) => (
          <TenureLine key={tenure.source.revision} tenure={tenure} nameOf={nameOf} />
        ))}
      </ol>
      {endedOn === undefined ? (
        <div className="directory-actions">
          {fill ? (
            <button type="button" className="link-button" onClick={() => fill(position)}>
              {t(holder ? 'organisation.handOver' : 'organisation.commands.FillPosition')}
            </button>
          ) : null}
          {vacate && holder ? (
            <button type="button" className="link-button" onClick={() => vacate(positionId)}>
              {t('organisation.commands.VacatePosition')}
            </button>
          ) : null}
          {end ? (
            <button type="button" className="link-button" onClick={() => end(positionId)}>
              {t('organisation.commands.EndPosition')}
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function TenureLine({
  tenure,
  nameOf,
}: {
  readonly tenure: Tenure;
  readonly nameOf: PositionItemProps['nameOf'];
}) {
  const { t, local, language } = useWords();
  const { personId, roles, from, until, source } = tenure;
  const name = nameOf[personId];
  const recorder = nameOf[source.actor];
  const day = dayText(from, language);
  return (
    <li className={until === undefined ? '' : 'quiet'}>
      <Link to={`/people/${personId}`}>{name ? <Local text={name} /> : t('organisation.somebody')}</Link>
      <Dot />
      {until === undefined
        ? t('organisation.since', { day })
        : t('organisation.between', { from: day, until: dayText(until, language) })}
      {roles.length === 0 ? null : (
        <>
          <Dot />
          {roles.map((role) => t(`positionRole.${role}`)).join(t('common.and'))}
        </>
      )}
      <span className="label">
        <Dot />
        {t('organisation.recordedBy', {
          who: recorder ? local(recorder) : t('organisation.system'),
          revision: source.revision,
        })}
      </span>
    </li>
  );
}
