import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { saw } from './seen.js';

export type LiveState = 'connecting' | 'live' | 'lost';

/** News comes in bursts (one command, several events): ask again once per burst. */
const BURST_MS = 150;

interface News {
  readonly agreementId?: string;
  readonly position: string;
}

/** Follows the log and has every shown answer asked again that the news may have changed. */
export function useLive(viewerKey: string | null): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    if (viewerKey === null) return;
    const source = new EventSource('/api/live');
    const refresh = burstwise(queries);
    source.addEventListener('open', () => {
      setState('live');
    });
    // EventSource comes back by itself and says what it saw last.
    source.addEventListener('error', () => {
      setState(source.readyState === EventSource.CLOSED ? 'lost' : 'connecting');
    });
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as News;
      saw(news.position);
      refresh.about(news.agreementId);
    });
    return () => {
      source.close();
      refresh.stop();
    };
  }, [queries, viewerKey]);
  return state;
}

function burstwise(queries: QueryClient) {
  const agreements = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    for (const id of agreements) void queries.invalidateQueries({ queryKey: ['agreement', id] });
    agreements.clear();
    const views = [
      'board',
      'work',
      'deadlines',
      'outbox',
      'inbox',
      'organisations',
      'people',
      'desks',
      'meetings',
    ];
    for (const view of views) void queries.invalidateQueries({ queryKey: [view] });
  };
  return {
    about(agreementId: string | undefined): void {
      if (agreementId !== undefined) agreements.add(agreementId);
      timer ??= setTimeout(flush, BURST_MS);
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}
