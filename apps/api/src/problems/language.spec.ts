import { languageOf } from './language.js';

describe('the language of a problem', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['de-DE,de;q=0.9,zh-Hans;q=0.5', 'zh'],
    ['fr;q=1, zh;q=0.1, en;q=0.2', 'en'],
    ['ZH', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
  ])('is the one of ours that %s likes best', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each([undefined, '', '*', 'de', 'zhuang', ';;;q=,', 'zh;q=0'])('is English for %j', (header) => {
    expect(languageOf(header)).toBe('en');
  });
});
