import type { Viewer } from '@entente/access';
import { DemoClock, NameDirectory, type PersonRow } from '@entente/application';
import type { LocalText } from '@entente/directory';
import { Inject, Injectable } from '@nestjs/common';

import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { SPACES } from '../fields/words.js';

export interface NamedViewer {
  readonly space: string;
  readonly personId: string;
  readonly name: LocalText;
  readonly positions: PersonRow['positions'];
}

export interface SessionAnswer {
  readonly viewer: NamedViewer | null;
  readonly spaces: readonly string[];
  readonly demoSignIn: boolean;
  readonly mail: 'smtp' | 'outbox';
  readonly publicUrl: string;
  /** By how much the viewer's space is ahead of the real time: only the demo's can be. */
  readonly clockAheadMs: number;
}

/** A session as a page shows it: with names, which the guard does not need. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly names: NameDirectory,
    private readonly clock: DemoClock,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async of(viewer: Viewer | undefined): Promise<SessionAnswer> {
    return {
      viewer: viewer ? await this.named(viewer) : null,
      spaces: SPACES,
      demoSignIn: !this.settings.production,
      mail: this.settings.mail,
      publicUrl: this.settings.publicUrl,
      clockAheadMs: viewer?.space === 'demo' ? this.clock.offsetMs() : 0,
    };
  }

  private async named(viewer: Viewer): Promise<NamedViewer> {
    const { space, personId } = viewer;
    const ids = viewer.positions.flatMap(({ positionId, organisationId }) => [positionId, organisationId]);
    const names = await this.names.namesOf(space, [personId, ...ids]);
    const nameOf = (id: string): LocalText => names.get(id) ?? {};
    return {
      space,
      personId,
      name: nameOf(personId),
      positions: viewer.positions.map(({ positionId, organisationId, roles }) => ({
        positionId,
        title: nameOf(positionId),
        roles: roles,
        organisation: { organisationId, name: nameOf(organisationId) },
      })),
    };
  }
}
