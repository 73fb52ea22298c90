import type { Viewer } from '@entente/access';
import { Facts } from '@entente/application';
import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';
import { Controller, Headers as Header, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { finalize, interval, map, merge, Observable, takeUntil, timer } from 'rxjs';

import { RequestProblem } from '../problems/request-problem.js';
import { Me } from '../requests/asked.js';
import { LiveFeed } from './live-feed.js';
import { agreementOf, Visibility } from './visibility.js';

const HEARTBEAT_MS = 15_000;
/** Then the page comes back, with a session and positions looked at anew. */
const LIFETIME_MS = 30 * 60_000;
const MAX_STREAMS = 20;

@ApiTags('live')
@Controller('api/live')
export class LiveController {
  readonly #open = new Map<string, number>();

  constructor(
    private readonly feed: LiveFeed,
    private readonly visibility: Visibility,
    private readonly facts: Facts,
  ) {}

  @Sse()
  @ApiExcludeEndpoint()
  async live(
    @Me() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Header('last-event-id') lastEventId?: string,
  ): Promise<Observable<MessageEvent>> {
    // Fastify lets HEAD stand for GET; here it would open a stream that nobody reads and nothing ends.
    if (request.method === 'HEAD') throw new RequestProblem('not-found');
    const head = await this.facts.store.head();
    const seen = knownPosition(lastEventId, head);
    const person = `${viewer.space} ${viewer.personId}`;
    this.#enter(person);
    const heartbeats = interval(HEARTBEAT_MS).pipe(map(() => ({ comment: 'still here' })));
    return merge(this.#events(viewer, seen, head), heartbeats).pipe(
      takeUntil(timer(LIFETIME_MS)),
      finalize(() => {
        this.#leave(person);
      }),
    );
  }

  #events(
    viewer: Viewer,
    seen: LogPosition | undefined,
    head: LogPosition | undefined,
  ): Observable<MessageEvent> {
    return new Observable((subscriber) => {
      const closing = new AbortController();
      // Its id is where the page resumes if the connection breaks before the first news.
      if (seen === undefined)
        subscriber.next({ type: 'hello', data: {}, ...(head === undefined ? {} : { id: head }) });
      const tell = async (): Promise<void> => {
        for await (const recorded of this.feed.follow(viewer.space, seen ?? head, closing.signal)) {
          if (await this.visibility.mayLearnOf(viewer, recorded.event)) subscriber.next(messageOf(recorded));
        }
      };
      tell().then(
        () => {
          subscriber.complete();
        },
        // The page comes back by itself and is told why if it may not.
        () => {
          subscriber.complete();
        },
      );
      return () => {
        closing.abort();
      };
    });
  }

  #enter(person: string): void {
    const open = this.#open.get(person) ?? 0;
    if (open >= MAX_STREAMS) throw new RequestProblem('too-many-streams');
    this.#open.set(person, open + 1);
  }

  #leave(person: string): void {
    const open = (this.#open.get(person) ?? 1) - 1;
    if (open > 0) this.#open.set(person, open);
    else this.#open.delete(person);
  }
}

function messageOf({ event, position }: RecordedEvent): MessageEvent {
  const agreementId = agreementOf(event);
  return {
    type: 'changed',
    id: position,
    data: {
      ...(agreementId === undefined ? {} : { agreementId }),
      type: event.type,
      revision: event.revision,
      position,
    },
  };
}

/** A position of this log that is not ahead of it; a page that comes from another installation starts anew. */
function knownPosition(text: string | undefined, head: LogPosition | undefined): LogPosition | undefined {
  const known = text !== undefined && head !== undefined && /^[0-9A-Za-z-]+$/u.test(text);
  return known && text.length === head.length && text <= head ? text : undefined;
}
