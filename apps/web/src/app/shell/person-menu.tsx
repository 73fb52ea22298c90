import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { peopleToSignInQuery } from '../../api/queries.js';
import type { HeldPosition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { firstPosition, usePresent, useSignIn, useSignOut } from '../session.js';

const MENU = 'person-menu';

/** Who one is here, and who one may become. The browser's own popover brings Escape, focus and clicks beside it. */
export function PersonMenu() {
  const { t, local } = useWords();
  const { viewer } = usePresent();
  const name = local(viewer.name);
  return (
    <>
      <button
        type="button"
        className="person-button"
        popoverTarget={MENU}
        aria-label={t('person.menu', { name })}
      >
        <span className="person-seal" aria-hidden="true">
          {initial(name)}
        </span>
        <span className="person-lines">
          <span className="person-name">{name}</span>
          <PositionLine position={firstPosition(viewer)} />
        </span>
      </button>
      <div id={MENU} popover="auto" className="person-menu">
        <People />
        <Ways />
      </div>
    </>
  );
}

function People() {
  const { t, local } = useWords();
  const { session, viewer } = usePresent();
  const become = useSignIn();
  // Asked for before the menu opens: entries that slip in under a pointer are clicked by mistake.
  const people = useQuery({ ...peopleToSignInQuery(viewer.space), enabled: session.demoSignIn });
  if (!people.data) return null;
  return (
    <>
      <h2 className="label">{t('person.switchTo')}</h2>
      <ul>
        {people.data.map((person) => {
          const isHere = person.personId === viewer.personId;
          return (
            <li key={person.personId}>
              <button
                type="button"
                disabled={become.isPending}
                // Who signs in anew begins the page anew, and a text half written would be gone.
                {...(isHere ? { 'aria-current': 'true', popoverTarget: MENU } : {})}
                onClick={() => {
                  if (!isHere) become.mutate({ space: viewer.space, person });
                }}
              >
                <span className="person-lines">
                  <span className="person-name">{local(person.name)}</span>
                  <PositionLine position={firstPosition(person)} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Ways() {
  const { t } = useWords();
  const { session, viewer } = usePresent();
  const navigate = useNavigate();
  const leave = useSignOut();
  return (
    <ul className="person-ways">
      {session.demoSignIn ? (
        <li>
          <button
            type="button"
            onClick={() => {
              if (viewer.space === 'demo') void navigate('/start');
              else leave.mutate();
            }}
          >
            {t(viewer.space === 'demo' ? 'person.startEmpty' : 'person.toDemo')}
          </button>
        </li>
      ) : null}
      <li>
        <button
          type="button"
          popoverTarget={MENU}
          onClick={() => void navigate(`/people/${viewer.personId}`)}
        >
          {t('person.contacts')}
        </button>
      </li>
      <li>
        <button
          type="button"
          popoverTarget={MENU}
          onClick={() => void navigate(`/people/${viewer.personId}#reminders`)}
        >
          {t('reminding.mine')}
        </button>
      </li>
      <li>
        <button type="button" onClick={() => leave.mutate()}>
          {t('person.signOut')}
        </button>
      </li>
    </ul>
  );
}

function PositionLine({ position }: { readonly position: HeldPosition | undefined }) {
  const { t, local } = useWords();
  return (
    <span className="person-position">
      {position ? local(position.title) : t('person.noPosition')}
      {position ? <Dot /> : null}
      {position ? local(position.organisation.name) : null}
    </span>
  );
}

/** A family name in Chinese, the first letter in Latin. */
export const initial = (name: string): string => Array.from(name.trim())[0] ?? '';
