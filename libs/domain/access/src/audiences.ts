import {
  COORDINATORS,
  isFor,
  restrictedEntries,
  type AgreementFact,
  type ProposedAgreement,
  type Restriction,
} from '@entente/agreement';
import type { EventEnvelope } from '@entente/event-sourcing';

import { hasRole, type Viewer } from './viewer.js';

/** The sides on which a viewer reads: their organisations', and with those who coordinate also who audits them. */
function sidesOf(viewer: Viewer): readonly string[] {
  const organisations = viewer.positions.map(({ organisationId }) => organisationId);
  const coordinates = hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor');
  return coordinates ? [...organisations, COORDINATORS] : organisations;
}

/** Of those who may see an agreement: whether this part of it is for them. */
export function mayRead(viewer: Viewer, restriction: Restriction): boolean {
  return sidesOf(viewer).some((side) => isFor(restriction, side));
}

/** Command ids of the entries of an agreement's history that are not for the viewer. */
export function hiddenFrom(
  viewer: Viewer,
  history: readonly EventEnvelope<AgreementFact>[],
): ReadonlySet<string> {
  const restricted = [...restrictedEntries(history)];
  return new Set(restricted.filter(([, one]) => !mayRead(viewer, one)).map(([commandId]) => commandId));
}

/** The agreement without what is not for the viewer, as if it had never been written. */
export function shownTo(
  viewer: Viewer,
  { comments, routes, ...agreement }: ProposedAgreement,
  hidden: ReadonlySet<string>,
): ProposedAgreement {
  const readable = (comments ?? []).filter((comment) => mayRead(viewer, comment));
  const own = (routes ?? []).filter(({ partyId: owner }) => mayRead(viewer, { audience: 'own-side', owner }));
  return {
    ...agreement,
    ...(own.length > 0 ? { routes: own } : {}),
    ...(readable.length > 0 ? { comments: readable } : {}),
    entries: agreement.entries.filter(({ commandId }) => !hidden.has(commandId)),
    retracted: agreement.retracted.filter((commandId) => !hidden.has(commandId)),
    overrides: agreement.overrides.filter(({ overrideId }) => !hidden.has(overrideId)),
  };
}
