import { reachOf, type Dispatch } from '@entente/application';
import type { Entente } from '@entente/engine';
import type { CommandBus } from '@nestjs/cqrs';

import { CommandFailed } from '../command-failed.js';
import { reactingAtOnce, seedDemo, type SeedProgress } from './seed.js';

/** Plays the demo through the command bus of a running installation. */
export async function performDemo(
  entente: Entente,
  commands: CommandBus,
  progress?: SeedProgress,
): Promise<void> {
  const dispatch: Dispatch = async (message) => {
    const answer = await commands.execute(message);
    if (answer.accepted) return answer.events;
    throw new CommandFailed(
      answer.refusal.code === 'command-id-reused'
        ? 'The log holds the demo of another installation: set the INSTALLATION_KEY it was made with, or use an empty log.'
        : `The demo's ${message.body.type} was refused: ${answer.refusal.code}.`,
    );
  };
  const clock = { set: (instant: string | null) => entente.clocks.setDemoClock(instant) };
  const { facts, store } = entente;
  await seedDemo(facts, reactingAtOnce(facts, reachOf(store, dispatch)), clock, progress);
}

/** Whether nothing was ever recorded in this installation. */
export async function isUnused(entente: Entente): Promise<boolean> {
  return (await entente.store.head()) === undefined;
}
