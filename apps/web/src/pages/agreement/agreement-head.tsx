import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { definitionQuery } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { DayOf } from '../../parts/times.js';
import type { StageMark } from './replay/use-stage-marks.js';
import type { Shown } from './shown.js';
import { StagePath } from './stage-path.js';

interface AgreementHeadProps {
  readonly shown: Shown;
  readonly marks: readonly StageMark[];
}

export function AgreementHead({ shown, marks }: AgreementHeadProps) {
  const { t, local } = useWords();
  const { agreement, names, zone } = shown;
  const { data: definition } = useQuery(definitionQuery(agreement.definition));
  const roles = new Map(definition?.partyRoles.map(({ role, title }) => [role, title]));
  const proposer = names[agreement.proposedBy];
  return (
    <header className="agreement-head">
      <p className="agreement-number number">
        <Link to="/">{t('nav.board')}</Link>
        <Dot />
        <strong>{agreement.number ?? t('board.noNumber')}</strong>
        {agreement.field ? (
          <>
            <Dot />
            <Local text={agreement.field} />
          </>
        ) : null}
      </p>
      <h1 className="agreement-title">
        <Local text={agreement.title} />
      </h1>
      <ul className="agreement-parties">
        {agreement.parties.map((party) => (
          <li key={party.partyId}>
            <Local text={party.name} />
            <span className="label">
              <Local text={roles.get(party.role)} />
            </span>
          </li>
        ))}
      </ul>
      <StagePath shown={shown} marks={marks} />
      <p className="agreement-origin">
        {proposer ? <Local text={proposer} /> : null}
        {proposer ? <Dot /> : null}
        <DayOf at={agreement.proposedAt} zone={zone} />
        {definition ? (
          <>
            <Dot />
            {t('agreement.definition', { title: local(definition.title), version: definition.version })}
          </>
        ) : null}
      </p>
    </header>
  );
}
