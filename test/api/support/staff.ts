import { SETUP } from '@entente/access';
import {
  derivedId,
  FillPosition,
  RegisterOrganisation,
  RegisterPerson,
  type Facts,
} from '@entente/application';
import type { PositionRole } from '@entente/directory';
import { randomUUID } from 'node:crypto';

export interface Staff {
  readonly coordinator: string;
  readonly baseHead: string;
  readonly chair: string;
  readonly auditor: string;
  readonly stranger: string;
  readonly base: string;
  readonly district: string;
  readonly baseHeadPosition: string;
  readonly chairPosition: string;
}

type Execute = (message: RegisterOrganisation | RegisterPerson | FillPosition) => Promise<unknown>;

/** Registers a coordinating department, a base and a district, each with its people. */
export async function staff(execute: Execute, facts: Facts, space = 'main'): Promise<Staff> {
  const sender = { space, system: SETUP } as const;
  const header = (): { commandId: string; causationId: string; correlationId: string } => {
    const commandId = randomUUID();
    return { commandId, causationId: commandId, correlationId: commandId };
  };
  const organisation = async (en: string): Promise<string> => {
    const head = header();
    const id = derivedId(facts.sha1, head.commandId, 'organisation');
    await execute(new RegisterOrganisation(sender, head, id, { type: 'RegisterOrganisation', name: { en } }));
    return id;
  };
  const person = async (
    en: string,
    organisationId: string,
    roles: readonly PositionRole[],
  ): Promise<{ readonly personId: string; readonly positionId: string }> => {
    const head = header();
    const personId = derivedId(facts.sha1, head.commandId, 'person');
    await execute(
      new RegisterPerson(sender, head, personId, { type: 'RegisterPerson', name: { en }, language: 'en' }),
    );
    const filling = header();
    const body = { type: 'FillPosition', title: { en }, roles, personId, from: '2026-01-01' } as const;
    await execute(new FillPosition(sender, filling, organisationId, body));
    return { personId, positionId: filling.commandId };
  };
  const department = await organisation('Department');
  const base = await organisation('Base');
  const district = await organisation('District');
  const elsewhere = await organisation('Elsewhere');
  const coordinator = await person('Coordinator', department, ['coordinator']);
  const auditor = await person('Auditor', department, ['auditor']);
  const baseHead = await person('Head of the base', base, ['representative', 'signatory']);
  const chair = await person('Chair', district, ['representative', 'signatory']);
  const stranger = await person('Stranger', elsewhere, ['representative']);
  return {
    coordinator: coordinator.personId,
    auditor: auditor.personId,
    baseHead: baseHead.personId,
    chair: chair.personId,
    stranger: stranger.personId,
    base,
    district,
    baseHeadPosition: baseHead.positionId,
    chairPosition: chair.positionId,
  };
}
