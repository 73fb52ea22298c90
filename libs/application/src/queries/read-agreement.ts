import { hiddenFrom, maySee, shownTo, type Viewer } from '@entente/access';
import { agreementDecider, type AgreementFact, type ProposedAgreement } from '@entente/agreement';
import { isUuid } from '@entente/canonical';
import {
  readStream,
  stateOf,
  streamName,
  type EventStore,
  type RecordedEvent,
} from '@entente/event-sourcing';

import type { NumberIndex } from '../ports/ports.js';

export interface ReadAgreement {
  readonly agreementId: string;
  /** All of it, for everybody's state is made of it; what of it is not for the viewer is `hidden`. */
  readonly history: readonly RecordedEvent<AgreementFact>[];
  /** Command ids of the entries that are not for the viewer. */
  readonly hidden: ReadonlySet<string>;
  /** Without what is not for the viewer. */
  readonly agreement: ProposedAgreement;
}

/** The id behind an id or a reference number. */
export async function agreementIdOf(
  numbers: NumberIndex,
  space: string,
  idOrNumber: string,
): Promise<string | undefined> {
  return isUuid(idOrNumber) ? idOrNumber : numbers.agreementIdOf(space, idOrNumber);
}

/** The agreement as it stands in the log, or undefined when there is none that the viewer may see. */
export async function readAgreement(
  store: EventStore,
  numbers: NumberIndex,
  viewer: Viewer,
  idOrNumber: string,
): Promise<ReadAgreement | undefined> {
  const agreementId = await agreementIdOf(numbers, viewer.space, idOrNumber);
  if (agreementId === undefined) return undefined;
  const stream = streamName(viewer.space, 'agreement', agreementId);
  const history = await readStream<AgreementFact>(store, stream, agreementDecider);
  const events = history.map(({ event }) => event);
  const agreement = stateOf(agreementDecider, events);
  // Who may see it is asked of today's state, also for a look into its past.
  if (agreement.stage === null || !maySee(viewer, agreement)) return undefined;
  const hidden = hiddenFrom(viewer, events);
  return { agreementId, history, hidden, agreement: shownTo(viewer, agreement, hidden) };
}
