import 'reflect-metadata';

import type { Viewer } from '@entente/access';
import { DemoClock, HolidaySource, type Asked } from '@entente/application';
import { Entente, EntenteModule } from '@entente/engine';
import { readableEvents } from '@entente/event-sourcing';
import { createLog, loadConfiguration, silentLog } from '@entente/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';

export interface Tools {
  readonly entente: Entente;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly holidays: HolidaySource;
  readonly clock: DemoClock;
}

export interface OpenAs {
  /** Follows the log that is there, whichever was followed before. Default: another one is refused. */
  readonly adoptLog?: boolean;
  /** Also opens the queues and the mail; nothing is begun. Default: false. */
  readonly withBackground?: boolean;
  /** Nothing is logged: the command says itself what goes wrong. */
  readonly silent?: boolean;
}

/** Opens the installation the environment names, beside a running server or without one, for as long as `work` lasts. */
export async function withEntente<Result>(
  work: (tools: Tools) => Promise<Result>,
  { silent = false, ...options }: OpenAs = {},
): Promise<Result> {
  const configuration = loadConfiguration(process.env);
  const entente = await Entente.open(configuration, {
    log: silent ? silentLog : createLog({ logLevel: 'warn', destination: 'stderr' }),
    ...options,
  });
  let context: INestApplicationContext | undefined;
  try {
    context = await NestFactory.createApplicationContext(EntenteModule.forRoot(entente), { logger: false });
    return await work({
      entente,
      commands: context.get(CommandBus),
      queries: context.get(QueryBus),
      holidays: context.get(HolidaySource),
      clock: context.get(DemoClock),
    });
  } finally {
    await context?.close();
    await entente.close();
  }
}

/** Asks as whoever runs the installation, and for all that the log holds at this moment. */
export async function asked(entente: Entente, space?: string): Promise<Asked> {
  // No server may be running that would.
  await Promise.all(entente.consumers.names.map((name) => entente.consumers.catchUp(name)));
  const seen = await entente.store.head();
  const viewer = operator(space ?? (await defaultSpace(entente)));
  return seen === undefined ? { viewer } : { viewer, seen };
}

/** Reads everything and, like an auditor, changes nothing. */
function operator(space: string): Viewer {
  const positionId = 'operator';
  return {
    space,
    personId: 'operator',
    positions: [{ positionId, organisationId: positionId, roles: ['auditor'] }],
  };
}

/** Where people work, or the demo while nobody does. */
async function defaultSpace({ store }: Entente): Promise<string> {
  for await (const _ of readableEvents(store, undefined, { streamPrefixes: ['main.'] })) return 'main';
  return 'demo';
}
