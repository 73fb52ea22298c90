import {
  correctableFields,
  isByTwo,
  isConfirmable,
  isRetractable,
  retractableUntil,
  type Entry,
  type ProposedAgreement,
} from '@entente/agreement';

import type { PossibleCommand } from './possible-command.js';
import { coordinatorPosition, type Viewer } from './viewer.js';

/** What can be put right: one's own entries alone and for a while; coordinators may ask for anything, by two. */
export function possibleCorrections(
  viewer: Viewer,
  agreement: ProposedAgreement,
  now: string,
): readonly PossibleCommand[] {
  const entries = agreement.entries.flatMap((entry) => {
    const terms = termsOf(viewer, agreement, entry, now);
    return terms ? changesOf(agreement, entry).map((change) => ({ ...change, ...terms })) : [];
  });
  return [...entries, ...byTwo(agreement), ...decisions(viewer, agreement)];
}

/** On which terms the viewer may change the entry; undefined when they may not at all. */
function termsOf(
  viewer: Viewer,
  agreement: ProposedAgreement,
  entry: Entry,
  now: string,
): Pick<PossibleCommand, 'until' | 'override'> | undefined {
  const until = retractableUntil(entry);
  const isAlone = entry.actor === viewer.personId && now <= until && !isByTwo(agreement, entry);
  if (isAlone) return { until };
  return coordinatorPosition(viewer) ? { override: true } : undefined;
}

function changesOf(agreement: ProposedAgreement, entry: Entry): readonly PossibleCommand[] {
  const { commandId } = entry;
  const fields = correctableFields(agreement, entry);
  return [
    ...(isRetractable(agreement, entry) ? [{ command: 'RetractEntry', commandId } as const] : []),
    ...(fields.length > 0 ? [{ command: 'CorrectEntry', commandId, fields } as const] : []),
  ];
}

function byTwo({ voided, deadlines, overrides }: ProposedAgreement): readonly PossibleCommand[] {
  const asked = overrides.flatMap(({ status, action }) => (status === 'requested' ? [action] : []));
  const isAsked = (id: string): boolean =>
    asked.some((action) => action.type === 'WaiveDeadline' && action.deadlineId === id);
  const isVoid = voided !== undefined || asked.some(({ type }) => type === 'VoidAgreement');
  return [
    ...deadlines
      .filter(({ status, deadlineId }) => status === 'open' && !isAsked(deadlineId))
      .map(({ deadlineId }) => ({ command: 'WaiveDeadline', deadlineId, override: true }) as const),
    ...(isVoid ? [] : [{ command: 'VoidAgreement', override: true } as const]),
  ];
}

function decisions({ personId }: Viewer, agreement: ProposedAgreement): readonly PossibleCommand[] {
  return agreement.overrides.flatMap((override) => {
    const { overrideId, requestedBy, status } = override;
    return [
      ...(requestedBy !== personId && isConfirmable(agreement, override)
        ? [{ command: 'ConfirmOverride', overrideId } as const]
        : []),
      ...(status === 'requested' ? [{ command: 'RejectOverride', overrideId } as const] : []),
    ];
  });
}
