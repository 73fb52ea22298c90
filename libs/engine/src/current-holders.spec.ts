import { ReminderDirectory, type PositionHolder } from '@entente/application';

import { CurrentHolders } from './current-holders.js';

const HOLDER: PositionHolder = { personId: 'p', name: { en: 'Lin Yue' }, language: 'zh' };

/** A view that knows the holder only once it has caught up. */
class ViewOnItsWay extends ReminderDirectory {
  isCaughtUp = false;

  override deskHolderOf = (): Promise<PositionHolder | undefined> => this.holderOf();
  override deskOf = (): Promise<undefined> => Promise.resolve(undefined);
  override representativesOf = (): Promise<readonly string[]> => Promise.resolve([]);
  override personOf = (): Promise<PositionHolder | undefined> => this.holderOf();
  override holderOf(): Promise<PositionHolder | undefined> {
    return Promise.resolve(this.isCaughtUp ? HOLDER : undefined);
  }
}

describe('the holder of a position', () => {
  test('is known although the view was still on its way', async () => {
    const view = new ViewOnItsWay();
    const holders = new CurrentHolders(view, async () => {
      await Promise.resolve();
      view.isCaughtUp = true;
    });
    expect(await holders.holderOf('main', 'q')).toEqual(HOLDER);
  });

  test('has an inbox where they can sign in', async () => {
    const view = new ViewOnItsWay();
    view.isCaughtUp = true;
    const holders = new CurrentHolders(view, () => Promise.resolve(), true);
    expect(await holders.holderOf('main', 'q')).toEqual({ ...HOLDER, hasInbox: true });
  });

  test('is not guessed when the view cannot catch up', async () => {
    const holders = new CurrentHolders(new ViewOnItsWay(), () =>
      Promise.reject(new Error('the log is away')),
    );
    await expect(holders.holderOf('main', 'q')).rejects.toThrow('the log is away');
  });
});
