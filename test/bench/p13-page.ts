import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { openBrowser } from '../web/visitor.js';
import { millis, spread, whole, type Bench } from './bench.js';
import { Writers, WRITERS } from './p16-board.js';
import { serveApart, type ServedApi } from './served.js';
import { durableServer } from './server.js';

const LETTERS = 1_000;
const COMES_BACK = 'again, with what the browser kept';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** Milliseconds by what was waited for. */
type Visit = Readonly<Record<string, number>>;

export const bench: Bench = {
  ids: ['P13'],
  title: "the board's page with 1,000 agreements",
  async run({ quick, say }) {
    const built = spawnSync(process.execPath, [
      path.resolve(import.meta.dirname, '../../.build/run-build.js'),
    ]);
    if (built.status !== 0) throw new Error(built.stderr.toString());
    await using server = await durableServer();
    await using api = await serveApart(
      await server.database('page'),
      ['--whole', '--agreements', '1'],
      WRITERS,
    );
    const letters = quick ? LETTERS / 10 : LETTERS;
    say(`writing ${whole(letters)} letters through the API`);
    await new Writers(api, 1).propose(letters);
    const browser = await openBrowser();
    try {
      const visits: Visit[] = [];
      let script = 0;
      for (let round = 0; round <= (quick ? 3 : 10); round += 1) {
        say(`visit ${round}`);
        const { visit, scriptBytes } = await visited(browser, api);
        // The first warms up.
        if (round > 0) visits.push(visit);
        script = scriptBytes;
      }
      return {
        columns: ['from', 'p50 ms', 'max'],
        rows: Object.keys(visits[0] ?? {}).map((what) => {
          const { p50, max } = spread(visits.map((visit) => visit[what] ?? NaN));
          return [what, millis(p50), millis(max)];
        }),
        notes: [
          `${server.version}, Chromium ${browser.version()}; browser, server and database share the machine; ${visits.length} visits, each by a browser that has kept nothing.`,
          `Script for the board as it travels: ${whole(script / 1_000)} kB.`,
          'Targets: ≤ 1,000 ms from an address to the letters; ≤ 300 kB.',
        ],
      };
    } finally {
      await browser.close();
    }
  },
};

async function visited(
  browser: Browser,
  { served }: ServedApi,
): Promise<{ visit: Visit; scriptBytes: number }> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: 'entente_session', value: served.token, url: served.url }]);
  const page = await context.newPage();
  let scriptBytes = 0;
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    void request.sizes().then(({ responseBodySize }) => (scriptBytes += responseBodySize));
  });
  const open = async (): Promise<void> => {
    await page.goto(served.url, { waitUntil: 'commit' });
    await rows(page, 25);
  };
  const first = await timed(open);
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
  await page.waitForLoadState('networkidle');
  const sent = scriptBytes;
  const searched = await timed(async () => {
    await page.getByRole('searchbox').first().waitFor();
    await page.locator('.filter-search input').fill('海淀');
    await page.locator('.board-count .link-button').waitFor();
    await page.locator('section[aria-busy="false"]').waitFor();
  });
  const chosen = await timed(async () => {
    await page.locator('.row-choice').first().check();
    await page.locator('.selection-bar').waitFor();
  });
  const again = await timed(open);
  await context.close();
  return {
    visit: {
      'its address to something painted': painted,
      'its address to 25 letters': first,
      [COMES_BACK]: again,
      'typing a search to what was found (250 ms are waited on purpose)': searched,
      'choosing a letter to what can be done with it': chosen,
    },
    scriptBytes: sent,
  };
}

const rows = (page: Page, count: number): Promise<void> =>
  page
    .locator('.row-title')
    .nth(count - 1)
    .waitFor();

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
