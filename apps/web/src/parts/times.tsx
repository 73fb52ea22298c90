import {
  dayText,
  dueIn,
  HOME_ZONE,
  instantText,
  localDay,
  relativeInstant,
  timeText,
} from '../format/days.js';
import { useWords } from '../i18n/index.js';
import { useNow } from './use-now.js';

interface InstantProps {
  readonly at: string;
  readonly zone?: string;
}

export function Instant({ at, zone = HOME_ZONE }: InstantProps) {
  const { language } = useWords();
  return (
    <time dateTime={at} title={zone}>
      {instantText(at, language, zone)}
    </time>
  );
}

/** The local day of an instant; the exact time is its title. */
export function DayOf({ at, zone = HOME_ZONE }: InstantProps) {
  const { language } = useWords();
  return (
    <time dateTime={at} title={`${instantText(at, language, zone)} (${zone})`}>
      {dayText(localDay(at, zone), language)}
    </time>
  );
}

export function Ago({ at, zone = HOME_ZONE }: InstantProps) {
  const { language } = useWords();
  const now = useNow();
  return (
    <time dateTime={at} title={`${instantText(at, language, zone)} (${zone})`}>
      {relativeInstant(at, now, language, zone)}
    </time>
  );
}

export function Day({ day }: { readonly day: string }) {
  const { language } = useWords();
  return <time dateTime={day}>{dayText(day, language)}</time>;
}

interface DueProps {
  readonly day: string;
  readonly zone?: string;
  /** From the server where it is known; else the reader's clock decides. */
  readonly late?: boolean;
}

/** Nobody counts further in days. */
const COUNTED_DAYS = 60;

/** How long there is left, or how late it is, in words. */
export function Due({ day, zone = HOME_ZONE, late }: DueProps) {
  const { t } = useWords();
  const now = useNow();
  const { state, days } = dueIn(day, localDay(now, zone));
  if (late ?? state === 'late')
    return (
      <span className="late">
        {days > COUNTED_DAYS
          ? t('due.lateMonths', { count: Math.round(days / 30.44) })
          : t('due.late', { count: Math.max(days, 1) })}
      </span>
    );
  return (
    <span className="due-left">{state === 'today' ? t('due.today') : t('due.ahead', { count: days })}</span>
  );
}

export function TimeOf({ at, zone = HOME_ZONE }: InstantProps) {
  const { language } = useWords();
  return <span title={zone}>{timeText(at, language, zone)}</span>;
}
