import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Browser } from 'playwright-core';

import { eventually, SigningOffice } from '../api/support/signing-office.js';
import { describeIf } from '../support/describe-if.js';
import { needs } from '../support/needs.js';
import { openBrowser, Visitor, words } from './visitor.js';

jest.setTimeout(240_000);

const root = path.resolve(import.meta.dirname, '../..');
const w = words.en;

interface Session {
  readonly viewer: { readonly personId: string };
}
interface Outbox {
  readonly items: readonly { readonly text: string; readonly to: { readonly personId: string } }[];
}
interface Reminders {
  readonly items: readonly {
    readonly step: string;
    readonly told: readonly {
      readonly status: string;
      readonly reason: string | null;
      readonly person: { readonly personId: string } | null;
    }[];
  }[];
}

describeIf(needs.chromium, 'a link out of a message', () => {
  let office: SigningOffice;
  let browser: Browser;
  let agreementId: string;
  let personId: string;

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [path.join(root, '.build/run-build.js')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    office = await SigningOffice.open(path.join(root, 'dist/apps/web'));
    const { api, base, coordinator } = office;
    ({ personId } = (await api.get<Session>('/api/session', base.token)).viewer);
    await api.post(`/api/people/${personId}/change-contacts`, coordinator, { email: 'head@base.example' });
    agreementId = await office.draft(office.districts[0]!);
    browser = await openBrowser();
    // Signing is due ten working days after 2 March: five before, they are reminded.
    await office.goTo('2026-03-09T10:00');
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const linkInOutbox = (): Promise<string> =>
    eventually(async () => {
      const { items } = await office.api.get<Outbox>('/api/outbox', office.coordinator);
      const mail = items.find(({ to }) => to.personId === personId);
      const [found] = /\/answer\/[\w-]+/u.exec(mail?.text ?? '') ?? [];
      if (found === undefined) throw new Error('no mail with a link yet');
      return found;
    });
  const position = async (): Promise<string> => {
    const { rows } = await office.api.entente.database.pool.query<{ last: string }>(
      'SELECT max(position)::text AS last FROM log.event',
    );
    return rows[0]?.last ?? '';
  };
  const toldOf = async (step: string): Promise<Reminders['items'][number]['told']> => {
    const path = `/api/agreements/${agreementId}/reminders?limit=100`;
    const { items } = await office.api.get<Reminders>(path, office.coordinator);
    return items.find((one) => one.step === step)?.told ?? [];
  };
  const fateOf = async (step: string): Promise<string | undefined> => {
    const told = await toldOf(step);
    const theirs = told.find(({ person }) => person?.personId === personId);
    return theirs && `${theirs.status} ${theirs.reason ?? ''}`.trim();
  };

  test('is followed without an account, changes nothing until it is answered, and then reminders stop', async () => {
    const link = await linkInOutbox();
    await eventually(async () => {
      expect(await fateOf('remind-5')).toBe('sent');
      // Nothing else is on its way: the other side has no address, which is on record too.
      expect(await toldOf('remind-5')).toHaveLength(2);
    });
    const before = await position();
    const visitor = await Visitor.at(office.api.url, browser, 'en');
    const { page } = visitor;
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.open(link);
    await page.getByRole('heading', { level: 1, name: w.answer.asked.signing }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    expect(await position()).toBe(before);

    await visitor.button(new RegExp(`^${w.answer.acknowledge}`, 'u')).click();
    await page.getByText(w.answer.given.acknowledged).waitFor();
    await page.reload();
    await page.getByText(w.answer.given.acknowledged).waitFor();
    expect({ strayed: visitor.strayed, broken: visitor.broken }).toEqual({ strayed: [], broken: [] });

    await office.goTo('2026-03-12T10:00');
    await eventually(async () => {
      expect(await fateOf('remind-2')).toBe('held-back acknowledged');
    });
    await visitor.leave();
  });

  test('says so when it is none of ours', async () => {
    const visitor = await Visitor.at(office.api.url, browser, 'zh');
    await visitor.open(`${await linkInOutbox()}x`);
    await visitor.page.getByRole('heading', { level: 1, name: words.zh.answer.noLink }).waitFor();
    await visitor.leave();
  });
});
