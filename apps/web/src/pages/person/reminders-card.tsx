import { useState } from 'react';

import type { PersonDetail, PersonReminders } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useOpenedHere } from '../agreement/use-opened-here.js';
import { ChangeReminders } from './change-reminders.js';

/** How somebody is reminded, each value with who said so. */
export function RemindersCard({ detail }: { readonly detail: PersonDetail }) {
  const { t } = useWords();
  const [changing, setChanging] = useState(false);
  const here = useOpenedHere('reminders');
  const { reminders, possible } = detail;
  if (!reminders) return null;
  return (
    <section className="sheet directory-card" aria-labelledby="reminders-title">
      <div className="card-head" ref={here} tabIndex={-1}>
        <h2 id="reminders-title">{t('reminding.own.title')}</h2>
        {possible.includes('SetReminderPreferences') ? (
          <button type="button" className="link-button" onClick={() => setChanging(true)}>
            {t('reminding.own.change')}
          </button>
        ) : null}
      </div>
      <Values reminders={reminders} />
      {changing ? (
        <ChangeReminders detail={detail} reminders={reminders} onClose={() => setChanging(false)} />
      ) : null}
    </section>
  );
}

function Values({ reminders }: { readonly reminders: PersonReminders }) {
  const { t, language } = useWords();
  const { window, workingDaysOnly, digest, mutedUntil, muteReason, origins } = reminders;
  const lines = [
    ['window', `${window.from}–${window.to}`, origins.window],
    [
      'days',
      t(workingDaysOnly ? 'reminding.own.workingDays' : 'reminding.own.everyDay'),
      origins.workingDaysOnly,
    ],
    ['digest', t(digest ? 'reminding.own.oneADay' : 'reminding.own.each'), origins.digest],
    [
      'muted',
      mutedUntil === null
        ? t('reminding.own.notMuted')
        : t('reminding.own.mutedUntil', {
            day: dayText(mutedUntil, language),
            reason: muteReason ?? t('reminding.erased'),
          }),
      origins.mutedUntil,
    ],
  ] as const;
  return (
    <dl className="organisation-facts">
      {lines.map(([name, value, origin]) => (
        <div key={name}>
          <dt>{t(`reminding.own.${name}`)}</dt>
          <dd>
            {value} <span className="quiet">{t(`reminding.own.${origin}`)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
