import { ReminderDirectory, type PositionHolder } from '@entente/application';

/**
 * Who holds a position by all the log knows at the moment of asking. A view may still be on its way, and a reminder held
 * back because nobody seems to hold the position would be held back for good.
 */
export class CurrentHolders extends ReminderDirectory {
  constructor(
    private readonly view: ReminderDirectory,
    /** Brings the view to the end of the log. */
    private readonly catchUp: () => Promise<void>,
    /** Whether whoever is registered can sign in. */
    private readonly signIn = false,
  ) {
    super();
  }

  override async holderOf(space: string, positionId: string): Promise<PositionHolder | undefined> {
    await this.catchUp();
    return this.#withInbox(await this.view.holderOf(space, positionId));
  }

  override async deskHolderOf(
    space: string,
    deskId: string | undefined,
    day: string,
  ): Promise<PositionHolder | undefined> {
    await this.catchUp();
    return this.#withInbox(await this.view.deskHolderOf(space, deskId, day));
  }

  override async deskOf(
    ...asked: Parameters<ReminderDirectory['deskOf']>
  ): ReturnType<ReminderDirectory['deskOf']> {
    await this.catchUp();
    return this.view.deskOf(...asked);
  }

  override async representativesOf(space: string, organisationId: string): Promise<readonly string[]> {
    await this.catchUp();
    return this.view.representativesOf(space, organisationId);
  }

  override async personOf(space: string, personId: string): Promise<PositionHolder | undefined> {
    await this.catchUp();
    return this.#withInbox(await this.view.personOf(space, personId));
  }

  #withInbox(holder: PositionHolder | undefined): PositionHolder | undefined {
    return holder && this.signIn ? { ...holder, hasInbox: true } : holder;
  }
}
