import { useQuery } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { peopleToSignInQuery } from '../../api/queries.js';
import type { HeldPosition, PersonRow } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { firstPosition, usePresent, useSignIn, useSignOut } from '../session.js';

export function PersonMenu() {
  const { t, local } = useWords();
  const { viewer } = usePresent();
  const [open, setOpen] = useState(false);
  const menu = useMenu(open);
  return (
    <Dropdown menu={menu} trigger={['click']} open={open} onOpenChange={setOpen} placement="bottomRight">
      <button
        type="button"
        className="person-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('person.menu', { name: local(viewer.name) })}
      >
        <span className="person-seal" aria-hidden="true">
          {initial(local(viewer.name))}
        </span>
        <span className="person-lines">
          <span className="person-name">{local(viewer.name)}</span>
          <PositionLine position={firstPosition(viewer)} />
        </span>
      </button>
    </Dropdown>
  );
}

function useMenu(open: boolean): NonNullable<MenuProps> {
  const { t } = useWords();
  const { session, viewer } = usePresent();
  const navigate = useNavigate();
  const become = useSignIn();
  const leave = useSignOut();
  const people = useQuery({ ...peopleToSignInQuery(viewer.space), enabled: open && session.demoSignIn });
  const others = people.data ?? [];
  const items: NonNullable<MenuProps['items']> = [
    ...(others.length > 0
      ? [
          {
            key: 'people',
            type: 'group' as const,
            label: t('person.switchTo'),
            children: others.map((person) => ({
              key: `person:${person.personId}`,
              label: <PersonLine person={person} current={person.personId === viewer.personId} />,
            })),
          },
          { key: 'line', type: 'divider' as const },
        ]
      : []),
    ...(session.demoSignIn
      ? [
          viewer.space === 'demo'
            ? { key: 'start', label: t('person.startEmpty') }
            : { key: 'demo', label: t('person.toDemo') },
        ]
      : []),
    { key: 'out', label: t('person.signOut') },
  ];
  return {
    items,
    className: 'person-menu',
    onClick: ({ key }) => {
      const person = others.find(({ personId }) => key === `person:${personId}`);
      if (person) become.mutate({ space: viewer.space, person });
      else if (key === 'start') void navigate('/start');
      else leave.mutate();
    },
  };
}

function PersonLine({ person, current }: { readonly person: PersonRow; readonly current: boolean }) {
  const { t, local } = useWords();
  const position = firstPosition(person);
  return (
    <span className="person-lines">
      <span className="person-name">
        {local(person.name)}
        {current ? (
          <span className="quiet">
            <Dot />
            {t('person.current')}
          </span>
        ) : null}
      </span>
      <PositionLine position={position} />
    </span>
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
