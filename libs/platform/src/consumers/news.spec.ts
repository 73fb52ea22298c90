import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';

import { News } from './news.js';

type Told = [categories: readonly string[] | undefined, position: string];

function listener(): { readonly told: Told[]; readonly news: News } {
  const told: Told[] = [];
  return { told, news: new News((...one) => told.push(one)) };
}

describe('news of the log', () => {
  it('that come together are told once, with the last position', async () => {
    const { told, news } = listener();
    news.heard('agreement', '1');
    news.heard('person', '2');
    news.heard('agreement', '3');
    expect(told).toEqual([]);
    await turn();
    expect(told).toEqual([[['agreement', 'person'], '3']]);
    news.heard('register', '4');
    await turn();
    expect(told[1]).toEqual([['register'], '4']);
    news.stop();
  });

  it('are told to everybody else a little later', async () => {
    const { told, news } = listener();
    news.heard('agreement', '1');
    await turn();
    news.heard('agreement', '2');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told.at(-1)).toEqual([undefined, '2']);
    news.stop();
  });

  it('are not told once nobody wants to know', async () => {
    const { told, news } = listener();
    news.heard('agreement', '1');
    news.stop();
    await turn();
    expect(told).toEqual([]);
  });
});
