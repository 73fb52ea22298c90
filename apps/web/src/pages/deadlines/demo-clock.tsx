import { useMutation, useQueryClient } from '@tanstack/react-query';

import { advanceDemoClock } from '../../api/commands.js';
import { sessionQuery } from '../../api/queries.js';
import { HOME_ZONE, instantText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNotice } from '../../parts/notice.js';
import { goAhead, useNow } from '../../parts/use-now.js';

const STEPS = [1, 5, 20] as const;

/** What time brings, seen without waiting for it: only the demo has such a clock. */
export function DemoClock() {
  const { t, language } = useWords();
  const now = useNow();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: advanceDemoClock,
    onSuccess: async ({ aheadMs }) => {
      goAhead(aheadMs);
      queries.setQueryData(
        sessionQuery.queryKey,
        (session) => session && { ...session, clockAheadMs: aheadMs },
      );
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
    },
  });
  return (
    <section className="demo-clock" aria-label={t('deadlines.clock.title')}>
      <p>
        <strong>{t('deadlines.clock.title')}</strong>{' '}
        <time dateTime={new Date(now).toISOString()} aria-live="polite">
          {instantText(now, language, HOME_ZONE)}
        </time>
        <span className="quiet"> {t('deadlines.clock.hint')}</span>
      </p>
      <div role="group" aria-label={t('deadlines.clock.ahead')}>
        {STEPS.map((days) => (
          <button key={days} type="button" disabled={move.isPending} onClick={() => move.mutate(days)}>
            {t('deadlines.clock.days', { count: days })}
          </button>
        ))}
      </div>
      {move.isError ? <ProblemNotice error={move.error} retry={() => move.reset()} /> : null}
    </section>
  );
}
