import { actingPositions, coordinatorPosition, hasRole, type Viewer } from '@entente/access';
import type { BoardFilter, SoughtAttributes, SoughtStage } from '@entente/application';
import { isWellFormed } from '@entente/canonical';
import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';

import { atDesk, atNone, desksOfOthers, type DeskNow } from '../directory/desks-now.js';
import type { AgreementBoardTable } from './table.js';

type Board = ExpressionBuilder<{ board: AgreementBoardTable }, 'board'>;
type Condition = (board: Board) => Expression<SqlBool>;

/** `maySee` of domain/access in SQL; a specification holds the two together. */
export function visibleTo(viewer: Viewer): Condition {
  return (board) =>
    board.and([
      board('board.space', '=', viewer.space),
      ...(seesWholeSpace(viewer) ? [] : [board('board.party_ids', '&&', sql.val(organisationsOf(viewer)))]),
    ]);
}

/** At an end it is nobody's turn. */
export const inFlight = sql<boolean>`cardinality(board.turn_who) > 0`;

/** What a filter means at the moment it is asked. */
export interface Meant {
  readonly viewer: Viewer;
  readonly now: string;
  /** In which years are meant. */
  readonly zone: string;
  /** That a letter holds what is searched for. */
  readonly holding: RawBuilder<boolean>;
  /** Of the space, the first one first. */
  readonly desks: readonly DeskNow[];
}

export function passing(filter: BoardFilter, { viewer, now, zone, holding, desks }: Meant): Condition {
  const { stages = [], partyId, withPartyId, mine, late, deskId, year, field, attributes = {} } = filter;
  return (board) =>
    board.and([
      ...(stages.length > 0 ? [inStages(board, stages)] : []),
      holding,
      ...[partyId, withPartyId].flatMap((id) => (id === undefined ? [] : [hasParty(board, id)])),
      ...(mine === true ? [isOwedBy(sql.ref('board.turn_who'), viewer, desks)] : []),
      ...(deskId === undefined ? [] : [atDesk(sql.ref('board.desk_id'), deskId, desks)]),
      ...(year === undefined ? [] : [isOfYear(board, year, zone)]),
      ...(field === undefined ? [] : [isOfField(board, field)]),
      hasAttributes(board, attributes),
      // `due_at` is the first instant at which it is missed.
      ...(late === true ? [board('board.due_at', '<=', now)] : []),
    ]);
}

function inStages(board: Board, stages: readonly SoughtStage[]): Expression<SqlBool> {
  const anywhere = stages.filter((sought) => typeof sought === 'string');
  const ofOne = stages.filter((sought) => typeof sought !== 'string');
  return board.or([
    ...(anywhere.length > 0 ? [board('board.stage', 'in', anywhere)] : []),
    ...ofOne.map(({ stage, definition }) =>
      board.and([board('board.stage', '=', stage), board('board.definition', '=', definition)]),
    ),
  ]);
}

/** That the viewer is among those a column names: what is the coordinators' is whoever's keeps the letter's desk. */
export function isOwedBy(
  who: RawBuilder<unknown>,
  viewer: Viewer,
  desks: readonly DeskNow[],
): RawBuilder<SqlBool> {
  const parties = turnsOf(viewer).filter((turn) => turn !== 'coordinator');
  const asParty = sql<SqlBool>`${who} && ${parties}::text[]`;
  if (!coordinatorPosition(viewer)) return asParty;
  const atDeskOfNobodyElse = atNone(sql.ref('board.desk_id'), desksOfOthers(desks, viewer.personId), desks);
  return sql<SqlBool>`(${asParty} OR (${who} @> ARRAY['coordinator'] AND ${atDeskOfNobodyElse}))`;
}

function isOfYear(board: Board, year: number, zone: string): Expression<SqlBool> {
  const begin = (one: number): string =>
    Temporal.PlainDate.from({ year: one, month: 1, day: 1 })
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  return board.and([
    board('board.proposed_at', '>=', begin(year)),
    board('board.proposed_at', '<', begin(year + 1)),
  ]);
}

function isOfField(board: Board, field: string): Expression<SqlBool> {
  const written = field.toWellFormed();
  return sql<boolean>`${written} IN (board.field->>'zh', board.field->>'en')`;
}

/** One of the values of each: what an index over the whole set can look up. */
export function hasAttributes(board: Board, sought: SoughtAttributes): Expression<SqlBool> {
  return board.and(
    Object.entries(sought).map(([name, values]) =>
      board.or(
        values.map((value) => {
          // PostgreSQL would not take it, and no attribute holds it.
          if (typeof value === 'string' && (!isWellFormed(value) || value.includes('\0')))
            return board.lit(false);
          const held = JSON.stringify(Object.fromEntries([[name, value]]));
          return sql<boolean>`board.attributes @> ${held}::jsonb`;
        }),
      ),
    ),
  );
}

function hasParty(board: Board, partyId: string): Expression<SqlBool> {
  // PostgreSQL would not take an ill-formed text, and no party has such an id.
  return isWellFormed(partyId) ? board('board.party_ids', '@>', sql.val([partyId])) : board.lit(false);
}

/** Under which names it is the viewer's turn. */
export function turnsOf(viewer: Viewer): string[] {
  const parties = actingPositions(viewer).map(({ organisationId }) => organisationId);
  return coordinatorPosition(viewer) ? [...parties, 'coordinator'] : parties;
}

export function seesWholeSpace(viewer: Viewer): boolean {
  return hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor');
}

function organisationsOf(viewer: Viewer): string[] {
  return viewer.positions.map(({ organisationId }) => organisationId);
}
