import { definitions, VOIDED, type AgreementCommand, type WorkflowDefinition } from '@entente/agreement';
import { isRefused } from '@entente/event-sourcing';

import {
  BASE,
  BASE_HEAD,
  commands,
  complete,
  confirm,
  DISTRICT,
  DISTRICT_CHAIR,
  HEAD,
  Letter,
  sampleContext,
} from '../support/agreement-builders.js';
import { everyCommand } from '../support/every-command.js';

const SIGNERS = { [BASE]: BASE_HEAD, [DISTRICT]: DISTRICT_CHAIR };

/** What people do in a stage until it can be left, in an order in which it can be done. */
const WORK: readonly ((letter: Letter, partyId: keyof typeof SIGNERS) => AgreementCommand)[] = [
  (_, partyId) => ({ type: 'NameSignatory', partyId, positionId: SIGNERS[partyId] }),
  ({ state }, partyId) => ({ type: 'ApproveText', partyId, textHash: state.textHash ?? '' }),
  (_, ownerPartyId) => ({ ...commands.planResearch, ownerPartyId }),
  (letter) =>
    complete(
      letter,
      letter.state.milestones.findIndex(({ completedOn }) => completedOn === undefined),
    ),
  (letter, partyId) => confirm(letter, partyId, 0),
  (letter, partyId) => confirm(letter, partyId, 1),
  () => commands.pass,
  (_, partyId) => ({ ...commands.signBase, partyId }),
  (_, partyId) => ({ ...commands.signDistrict, partyId }),
];

/** A letter in each stage of the definition by the shortest way, and as it is when its work is done. */
export function stagesOf(definition: WorkflowDefinition): ReadonlyMap<string, Letter> {
  const found = new Map<string, Letter>();
  const waiting = [proposed(definition)];
  for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
    const { stage } = letter.state;
    if (found.has(stage)) continue;
    found.set(stage, letter);
    const worked = afterWork(letter, waiting);
    if (worked !== letter) found.set(`${stage}, worked on`, worked);
    for (const from of [letter, worked]) {
      const declined = tried(from, { ...commands.declineDistrict, partyId: BASE }) ?? from;
      const others = [commands.fail, commands.requestRevision, ...Object.values(everyCommand(from))];
      waiting.push(
        ...([
          ...others.map((command) => tried(from, command)),
          tried(declined, commands.closeDeclined),
        ].filter((next) => next !== undefined && next.state.stage !== stage) as Letter[]),
      );
    }
  }
  found.set(VOIDED.name, voided(proposed(definition)));
  return found;
}

/** A letter that has just been proposed. */
export function proposed(definition: WorkflowDefinition): Letter {
  const [one, other] = definition.partyRoles;
  const parties = [
    { partyId: BASE, role: one?.role ?? '' },
    { partyId: DISTRICT, role: other?.role ?? '' },
  ];
  const empty = new Letter([], sampleContext({ definition }));
  return empty.after({ ...commands.propose, kind: definition.kind, parties });
}

/** Still in its stage; where the work itself leads on is put to those that wait. */
function afterWork(letter: Letter, waiting: Letter[]): Letter {
  let worked = letter;
  for (const step of WORK) {
    for (const partyId of [BASE, DISTRICT] as const) {
      const next = possible(() => tried(worked, step(worked, partyId)));
      if (!next) continue;
      if (next.state.stage === letter.state.stage) worked = next;
      else waiting.push(next);
    }
  }
  return worked;
}

/** A step that needs a milestone is none where there is none. */
function possible(step: () => Letter | undefined): Letter | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

function tried(letter: Letter, command: AgreementCommand): Letter | undefined {
  const { decision } = letter.when(command);
  return isRefused(decision) || decision.length === 0 ? undefined : letter.with(decision);
}

function voided(letter: Letter): Letter {
  const asked = letter.after(commands.void);
  return asked.after({ type: 'ConfirmOverride', overrideId: asked.commandId(-1) }, { actor: HEAD });
}

export const everyDefinition = definitions();
