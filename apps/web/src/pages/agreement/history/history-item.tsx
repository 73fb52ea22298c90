import type { HistoryLine, LocalText } from '../../../api/types.js';
import { dayText, localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { Local } from '../../../parts/local.js';
import { Day, DayOf, TimeOf } from '../../../parts/times.js';
import { useActions } from '../actions/actions-context.js';
import type { Replay } from '../replay/use-replay.js';
import type { Shown } from '../shown.js';

interface HistoryItemProps {
  readonly line: HistoryLine;
  readonly shown: Shown;
  readonly replay: Replay;
}

export function HistoryItem({ line, shown, replay }: HistoryItemProps) {
  const lastRevision = line.events.at(-1)?.revision ?? line.revision;
  const at = replay.revision;
  const later = at !== null && line.revision > at;
  return (
    <li
      className="history-line"
      data-retracted={line.retracted !== null}
      data-later={later}
      aria-current={at !== null && !later && lastRevision >= at ? 'true' : undefined}
    >
      <p className="history-when">
        <DayOf at={line.recordedAt} zone={shown.zone} />
        <TimeOf at={line.recordedAt} zone={shown.zone} />
      </p>
      <div className="history-what">
        <p className="history-title">
          {line.retracted ? (
            <s>
              <Local text={line.title} />
            </s>
          ) : (
            <Local text={line.title} />
          )}
        </p>
        <Retraction line={line} shown={shown} lines={replay.lines} />
        <div className="history-small">
          <Who line={line} zone={shown.zone} />
          <Events line={line} onReplay={replay.show} />
        </div>
      </div>
      <LineButtons line={line} onReplay={() => replay.show(lastRevision)} />
    </li>
  );
}

function Who({ line, zone }: { readonly line: HistoryLine; readonly zone: string }) {
  const { t } = useWords();
  const { actor, actingAs, recordedAt } = line;
  const effectiveOn = line.effectiveOn?.slice(0, 10) ?? localDay(recordedAt, zone);
  return (
    <p className="history-who">
      {actor.name ? <Local text={actor.name} /> : t('history.automatic')}
      {actingAs?.title ? (
        <>
          <Dot />
          <Local text={actingAs.title} />
        </>
      ) : null}
      {effectiveOn === localDay(recordedAt, zone) ? null : (
        <>
          <Dot />
          {t('history.effective')} <Day day={effectiveOn} />
        </>
      )}
    </p>
  );
}

interface RetractionProps {
  readonly line: HistoryLine;
  readonly shown: Shown;
  readonly lines: readonly HistoryLine[];
}

function Retraction({ line: { retracted }, shown, lines }: RetractionProps) {
  const { t, language, local } = useWords();
  if (!retracted) return null;
  const named: LocalText | null | undefined =
    shown.names[retracted.by] ?? lines.find(({ actor }) => actor.id === retracted.by)?.actor.name;
  return (
    <p className="history-retraction">
      {t('history.retracted', {
        who: named ? local(named) : retracted.by,
        day: dayText(localDay(retracted.at, shown.zone), language),
        reason: retracted.reason ?? t('agreement.erased'),
      })}
    </p>
  );
}

interface EventsProps {
  readonly line: HistoryLine;
  readonly onReplay: (revision: number) => void;
}

/** A line is what one command did; its single events are below it for those who look closer. */
function Events({ line: { events }, onReplay }: EventsProps) {
  const { t } = useWords();
  return (
    <details className="history-events">
      <summary>{t('history.events', { count: events.length })}</summary>
      <ol>
        {events.map((event) => (
          <li key={event.revision}>
            <button type="button" className="link-button figures" onClick={() => onReplay(event.revision)}>
              {t('history.revision', { revision: event.revision })}
            </button>
            <span>
              <Local text={event.sentence} />
            </span>
            <code className="hash quiet">{event.type}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface LineButtonsProps {
  readonly line: HistoryLine;
  readonly onReplay: () => void;
}

function LineButtons({ line, onReplay }: LineButtonsProps) {
  const { t, local } = useWords();
  const { possible, open } = useActions();
  const { commandId } = line;
  const title = local(line.title);
  const changes = possible.filter((one) => one.commandId === commandId);
  return (
    <p className="history-buttons">
      {changes.flatMap(({ command, fields = [undefined], override }) =>
        fields.map((field) => {
          const name = field && t(`correctable.${field}`);
          return (
            <button
              key={`${command} ${field ?? ''}`}
              type="button"
              className="link-button"
              aria-label={
                name === undefined
                  ? t('history.undoOf', { title })
                  : t('history.correctOf', { field: name, title })
              }
              onClick={() =>
                open(command, {
                  commandId,
                  line: title,
                  ...(field && { field }),
                  ...(override && { override }),
                })
              }
            >
              {name === undefined
                ? t(override ? 'history.askUndo' : 'history.undo')
                : t(override ? 'history.askCorrect' : 'history.correct', { field: name })}
            </button>
          );
        }),
      )}
      <button
        type="button"
        className="link-button"
        aria-label={`${t('history.replay')}: ${title}`}
        onClick={onReplay}
      >
        {t('replay.title')}
      </button>
    </p>
  );
}
