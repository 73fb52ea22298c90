import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useNavigate } from 'react-router';

import { signIn, signOut } from '../api/commands.js';
import type { LiveState } from '../api/live.js';
import { sessionQuery } from '../api/queries.js';
import type { HeldPosition, PersonRow, Session, Space, Viewer } from '../api/types.js';

export interface Present {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly live: LiveState;
}

export const PresentContext = createContext<Present | null>(null);

/** Who is here; only below the shell, which shows the sign-in page to nobody else. */
export function usePresent(): Present {
  const present = useContext(PresentContext);
  if (!present) throw new Error('outside of a session');
  return present;
}

/** Becoming someone else: nothing the former person saw may stay on the page. */
export function useSignIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ space, person }: { space: Space; person: PersonRow; goTo?: string }) =>
      signIn(space, person.personId),
    onSuccess: async (session, { goTo }) => {
      await enter(session, queries);
      const start = session.viewer && startOf(session.viewer);
      if (goTo !== undefined) await navigate(goTo === 'start' ? (start ?? '/') : goTo);
    },
  });
}

export async function enter(session: Session, queries: ReturnType<typeof useQueryClient>): Promise<void> {
  await queries.cancelQueries();
  queries.removeQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
  queries.setQueryData(sessionQuery.queryKey, session);
}

export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate('/');
      await queries.cancelQueries();
      await queries.resetQueries();
    },
  });
}

/** What the pages offer beside what an agreement itself lists; the API decides again. */
export function useMay(): {
  readonly propose: boolean;
  readonly register: boolean;
  readonly readOutbox: boolean;
} {
  const { viewer } = usePresent();
  const coordinates = hasRole(viewer, 'coordinator');
  return {
    propose: coordinates,
    register: coordinates,
    readOutbox: coordinates || hasRole(viewer, 'auditor'),
  };
}

/** Where a visit begins: with what one owes, for those who do not look after all letters. */
export const startOf = (viewer: Viewer): string =>
  viewer.positions.length === 0 || hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor')
    ? '/'
    : '/my-work';

/** The position a person is shown with: the first they fill. */
export const firstPosition = ({ positions }: Pick<Viewer, 'positions'>): HeldPosition | undefined =>
  positions[0];

export const hasRole = (viewer: Viewer, role: HeldPosition['roles'][number]): boolean =>
  viewer.positions.some(({ roles }) => roles.includes(role));
