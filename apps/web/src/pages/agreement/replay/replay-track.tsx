import type { CSSProperties } from 'react';

import type { Replay } from './use-replay.js';

interface ReplayTrackProps {
  readonly replay: Replay;
  readonly last: number;
}

/** What lies under the slider: the stages in their colours, a tick where each entry begins. */
export function ReplayTrack({ replay: { marks, lines }, last }: ReplayTrackProps) {
  const part = (revision: number): CSSProperties =>
    ({ '--at': last === 0 ? 0 : revision / last }) as CSSProperties;
  return (
    <div className="replay-track" aria-hidden="true">
      {marks.map((mark, index) => {
        const from = index === 0 ? 0 : mark.revision;
        const to = marks[index + 1]?.revision ?? last;
        const style = { ...part(from), '--to': last === 0 ? 1 : to / last } as CSSProperties;
        return <span key={mark.revision} className="replay-stage" data-stage={mark.stage} style={style} />;
      })}
      {lines.map((line) => (
        <span
          key={line.commandId}
          className="replay-tick"
          data-retracted={line.retracted !== null}
          style={part(line.events.at(-1)?.revision ?? line.revision)}
        />
      ))}
    </div>
  );
}
