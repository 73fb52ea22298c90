import './replay.css';

import { useId, type CSSProperties } from 'react';

import { useWords } from '../../../i18n/index.js';
import { instantText } from '../../../format/days.js';
import { Local } from '../../../parts/local.js';
import { Instant } from '../../../parts/times.js';
import { ReplayTrack } from './replay-track.js';
import type { Replay } from './use-replay.js';

interface ReplayBarProps {
  readonly replay: Replay;
  readonly last: number;
  readonly zone: string;
}

/** Goes through every state the letter ever had; a range input, so the arrow keys, Home and End work. */
export function ReplayBar({ replay, last, zone }: ReplayBarProps) {
  const { t, language, local } = useWords();
  const id = useId();
  const { revision, show, lines, eventAt } = replay;
  const at = revision ?? last;
  const event = eventAt(at);
  const line = lines.find(({ events }) => events.some((one) => one.revision === at));
  const spoken = [
    revision === null ? t('replay.now') : t('replay.at', { revision: at, last }),
    line ? instantText(line.recordedAt, language, zone) : '',
    local(event?.sentence),
  ];
  return (
    <section className="replay" data-past={revision !== null} aria-labelledby={`${id}-title`}>
      <div className="replay-head">
        <h2 id={`${id}-title`}>{t('replay.title')}</h2>
        <p className="replay-at figures">
          {revision === null ? t('replay.now') : t('replay.at', { revision: at, last })}
        </p>
        <p className="replay-sentence">
          {revision === null ? (
            <span className="quiet">{t('replay.hint')}</span>
          ) : (
            <>
              {line ? <Instant at={line.recordedAt} zone={zone} /> : null} <Local text={event?.sentence} />
            </>
          )}
        </p>
      </div>
      <div className="replay-line">
        <StepButton name={t('replay.previous')} sign="‹" disabled={at <= 0} onPress={() => show(at - 1)} />
        <div className="replay-slider" style={{ '--part': last === 0 ? 1 : at / last } as CSSProperties}>
          <ReplayTrack replay={replay} last={last} />
          <input
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={t('replay.slider')}
            aria-valuetext={spoken.filter((part) => part !== '').join('. ')}
            onChange={(change) => show(Number(change.target.value))}
          />
        </div>
        <StepButton
          name={t('replay.next')}
          sign="›"
          disabled={revision === null}
          onPress={() => show(at + 1)}
        />
        <button type="button" className="replay-now" disabled={revision === null} onClick={() => show(null)}>
          {t('replay.backToNow')}
        </button>
      </div>
    </section>
  );
}

interface StepButtonProps {
  readonly name: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function StepButton({ name, sign, disabled, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      className="replay-step"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onPress}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
