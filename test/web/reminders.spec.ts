import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { recordBounce } from '@entente/application';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';

import { eventually, SigningOffice } from '../api/support/signing-office.js';
import { describeIf } from '../support/describe-if.js';
import { needs } from '../support/needs.js';
import { RemindedLetter } from './reminded-letter.js';
import { openBrowser, Visitor, words } from './visitor.js';

jest.setTimeout(240_000);

const root = path.resolve(import.meta.dirname, '../..');
const w = words.en;

interface Session {
  readonly viewer: { readonly personId: string };
}
const HEAD = 'Head of Orchard Base Person';

describeIf(needs.chromium, 'reminders in the browser', () => {
  let office: SigningOffice;
  let browser: Browser;
  let agreementId: string;
  let personId: string;
  let letter: RemindedLetter;

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [path.join(root, '.build/run-build.js')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    office = await SigningOffice.open(path.join(root, 'dist/apps/web'));
    const { api, base, coordinator } = office;
    ({ personId } = (await api.get<Session>('/api/session', base.token)).viewer);
    await api.post(`/api/people/${personId}/change-contacts`, coordinator, { email: 'head@base.example' });
    agreementId = await office.draft(office.districts[0]!);
    letter = new RemindedLetter(office, agreementId, personId);
    browser = await openBrowser();
    // Signing is due ten working days after 2 March: five before, they are reminded.
    await office.goTo('2026-03-09T10:00');
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  /** Somebody at a page of theirs. */
  const at = async (path: string, who: string): Promise<Visitor> => {
    const visitor = await Visitor.at(office.api.url, browser, 'en');
    await visitor.open(path);
    await visitor.signIn(who);
    return visitor;
  };
  const leaves = async (visitor: Visitor): Promise<void> => {
    const { strayed, broken } = visitor;
    await visitor.leave();
    expect({ strayed, broken }).toEqual({ strayed: [], broken: [] });
  };

  test('are told of to whoever got them, without naming anybody else', async () => {
    await eventually(async () => expect(await letter.toldOf('remind-5')).toHaveLength(2));
    const told = await letter.toldOf('remind-5', office.base.token);
    expect(new Set(told.map(({ person }) => person?.personId ?? null))).toEqual(new Set([personId, null]));
  });

  test('stand in the inbox, whose count goes on while it is open', async () => {
    await eventually(async () => expect(await letter.fateOf('remind-5')).toBe('sent'));
    const visitor = await at('/inbox', HEAD);
    const { page } = visitor;
    const bell = (name: string) => page.getByRole('link', { name, exact: true });
    await bell(w.inbox.bell_one.replace('{{count}}', '1')).waitFor();
    await page.locator('.inbox-row').waitFor();

    await office.goTo('2026-03-10T10:00');
    await office.tell(agreementId, 'remind-now', { deadlineId: await letter.deadlineId() });
    await bell(w.inbox.bell_other.replace('{{count}}', '2')).waitFor();
    await page.locator('.inbox-row').nth(1).waitFor();

    await page.locator('.inbox-row').first().getByRole('button').click();
    await bell(w.inbox.bell_one.replace('{{count}}', '1')).waitFor();
    await visitor.button(w.inbox.readAll).click();
    await bell(w.inbox.bellNone).waitFor();
    await leaves(visitor);
  });

  test('are answered by a link without an account, which changes nothing until then, and stop', async () => {
    const link = await letter.linkInOutbox();
    await eventually(async () => {
      // Nothing else is on its way: the other side has no address, which is on record too.
      expect(await letter.toldOf('remind-5')).toHaveLength(2);
      expect(await letter.toldOf('now-1')).toHaveLength(2);
    });
    const before = await letter.position();
    const visitor = await Visitor.at(office.api.url, browser, 'en');
    const { page } = visitor;
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.open(link);
    await page.getByRole('heading', { level: 1, name: w.answer.asked.signing }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    expect(await letter.position()).toBe(before);

    await visitor.button(new RegExp(`^${w.answer.acknowledge}`, 'u')).click();
    await page.getByText(w.answer.given.acknowledged).waitFor();
    await page.reload();
    await page.getByText(w.answer.given.acknowledged).waitFor();
    expect({ strayed: visitor.strayed, broken: visitor.broken }).toEqual({ strayed: [], broken: [] });

    await office.goTo('2026-03-12T10:00');
    await eventually(async () => {
      expect(await letter.fateOf('remind-2')).toBe('held-back acknowledged');
    });
    await visitor.leave();
  });

  test('are not answered by a link that is none of ours', async () => {
    const visitor = await Visitor.at(office.api.url, browser, 'zh');
    await visitor.open(`${await letter.linkInOutbox()}x`);
    await visitor.page.getByRole('heading', { level: 1, name: words.zh.answer.noLink }).waitFor();
    await visitor.leave();
  });

  test('stand in the month beside its days off, its working Saturdays and what is not published yet', async () => {
    const visitor = await at('/deadlines?view=month&month=2026-02', 'Coordinator');
    const { page } = visitor;
    const days = (look: string) => page.locator(`.month-day[data-day="${look}"] .month-long`);
    await days('made-up').first().waitFor();
    expect(await days('made-up').allTextContents()).toEqual(['14 Feb 2026', '28 Feb 2026']);
    expect(await days('off').first().textContent()).toBe('15 Feb 2026');
    await visitor.button(w.deadlines.month.after).click();
    await page.getByRole('heading', { level: 2, name: 'March 2026' }).waitFor();
    await page.locator('.month-due a[title*="Orchards of Daxing"]').waitFor();
    await visitor.open('/deadlines?view=month&month=2027-10');
    await page.getByText(w.calendars.note.provisional).waitFor();
    expect(await days('off').first().textContent()).toBe('1 Oct 2027');
    await leaves(visitor);
  });

  describe('are looked after on Deadlines by keyboard alone', () => {
    let visitor: Visitor;
    let row: Locator;

    beforeAll(async () => {
      visitor = await at('/deadlines', 'Coordinator');
      row = visitor.page.locator('.deadline-row').first();
      await presses(row.locator('.deadline-more'));
      await row.locator('.deadline-actions').waitFor();
    });
    afterAll(() => leaves(visitor));

    const presses = async (button: Locator): Promise<void> => {
      await button.focus();
      await visitor.page.keyboard.press('Enter');
    };
    /** Opens a dialog, looks into it and leaves it by Escape: the focus is where it was. */
    const looksInto = async (button: Locator, look: (dialog: Locator) => Promise<unknown>): Promise<void> => {
      await presses(button);
      const dialog = visitor.dialog();
      await look(dialog);
      await visitor.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await button.and(visitor.page.locator(':focus')).waitFor();
    };
    const action = (name: string): Locator => row.getByRole('button', { name, exact: true });
    const fill = async (dialog: Locator, label: string | RegExp, text: string): Promise<void> =>
      dialog.getByLabel(label).fill(text);

    test('with what a message will say', async () => {
      const show = `${w.deadlines.preview.show}: ${w.deadlines.step.on}`;
      await looksInto(action(show), async (dialog) => {
        const frame = dialog.locator('iframe').first().contentFrame();
        await frame.getByText('Orchards of Daxing').first().waitFor();
      });
    });

    test('with what every change would make, before it is made', async () => {
      const changed = (dialog: Locator, how: string) =>
        dialog.locator(`[data-change="${how}"]`).first().waitFor();
      await looksInto(action(w.command['suspend-deadlines']), (dialog) => changed(dialog, 'removed'));
      await looksInto(action(w.command['move-deadline']), async (dialog) => {
        await fill(dialog, w.reminding.newDay, '2026-03-20');
        await changed(dialog, 'moved');
      });
      await looksInto(action(w.reminding.mute), async (dialog) => {
        await fill(dialog, w.reminding.until, '2026-03-16');
        await changed(dialog, 'held-back');
      });
      await looksInto(action(w.command['waive-deadline']), (dialog) =>
        dialog.getByLabel(w.form.reason).waitFor(),
      );
    });

    test('with who said when people are reminded', async () => {
      const { page } = visitor;
      const dialog = visitor.dialog();
      const onTheDay = dialog.getByRole('checkbox', {
        name: new RegExp(`^${w.reminding.field.onTheDay}`, 'u'),
      });
      await presses(action(w.reminding.policy));
      await dialog
        .getByText(w.reminding.origin.definition.replace('{{definition}}', 'letter-of-intent@1'))
        .first()
        .waitFor();
      await onTheDay.focus();
      await page.keyboard.press('Space');
      await dialog.locator('[data-change="removed"]', { hasText: w.deadlines.step.on }).waitFor();
      await presses(dialog.getByRole('button', { name: w.common.save }));
      await dialog.waitFor({ state: 'detached' });
      await looksInto(action(w.reminding.policy), async () => {
        await dialog.getByText(w.reminding.origin.agreement.replace('{{day}}', '12 Mar 2026')).waitFor();
        expect(await onTheDay.isChecked()).toBe(false);
      });
    });
  });

  test('that came back are a task, until the address is put right', async () => {
    const sentAt = '2026-03-10T02:00:00.000Z';
    const bounced = { messageId: 'one', status: '5.1.1', sentAt, agreementIds: [agreementId] };
    await recordBounce(office.api.entente.facts, { space: 'demo', personId, ...bounced });
    const visitor = await at('/my-work', 'Coordinator');
    const { page } = visitor;
    const task = page.getByText(w.work.tasks['repair-contact'].replace('{{name}}', HEAD));
    await task.waitFor();
    await page.getByRole('link', { name: `${w.work.tasks.look}: ${HEAD}` }).click();
    await visitor.button(w.people.changeContacts).click();
    await visitor.confirm(w.common.save, (dialog) =>
      dialog.getByLabel(w.people.email, { exact: true }).fill('right@base.example'),
    );
    await visitor.open('/my-work');
    await page.getByRole('heading', { level: 1, name: w.work.title }).waitFor();
    await task.waitFor({ state: 'detached' });
    await leaves(visitor);
  });
});
