import type { Command } from 'commander';
import path from 'node:path';

import { wholeNumber } from './arguments.js';
import type { ProposalsOptions } from './commands/calendar-proposals.js';
import type { ChooseOptions } from './commands/choose-calendars.js';
import type { PublishCalendarOptions } from './commands/calendar.js';
import { open } from './open.js';

const SPACE = ['--space <space>', 'main or demo', 'main'] as const;
const YEAR = wholeNumber(1990, 2100);

interface FileOptions extends PublishCalendarOptions {
  readonly closures?: boolean;
}

interface CountryOptions extends PublishCalendarOptions {
  readonly country: string;
  readonly region?: string;
  readonly from: number;
  readonly to: number;
  readonly id?: string;
}

export function addCalendars(program: Command): void {
  const calendar = program
    .command('calendar')
    .description('working days: lists of holidays and make-up days, version after version');
  calendar
    .command('list')
    .description('the newest version of each, and which coming year is still awaited')
    .option(...SPACE)
    .option('--json', 'print data for programs')
    .action(async (options: { readonly space: string; readonly json?: boolean }) => {
      const { listCalendars } = await import('./commands/calendar.js');
      await open((tools) => listCalendars(tools, options));
    });
  calendar
    .command('show')
    .description('every day that is not what its weekday says')
    .argument('<calendar>', 'its id, such as cn')
    .option('--version <n>', 'an earlier version', wholeNumber(1, 100_000))
    .option('--year <year>', 'only this year', YEAR)
    .option(...SPACE)
    .action(async (id: string, options: { readonly space: string; version?: number; year?: number }) => {
      const { showCalendar } = await import('./commands/calendar.js');
      await open((tools) => showCalendar(tools, id, options));
    });
  calendar
    .command('proposals')
    .description('open deadlines that the newest version would put on another day, and to put them there')
    .argument('<calendar>', 'its id, such as cn')
    .option('--apply <reason>', 'change all of them, each agreement by itself; stopped, it is run again')
    .option('--limit <n>', 'agreements shown at most; all are counted', wholeNumber(0, 1_000_000), 50)
    .option(...SPACE)
    .action(async (id: string, options: ProposalsOptions) => {
      const { proposals } = await import('./commands/calendar-proposals.js');
      await open((tools) => proposals(tools, id, options));
    });
  calendar
    .command('choose')
    .description('which calendars count for an organisation, from now on')
    .argument('<organisation>', 'its id')
    .option('--country <id>', "a country's calendar; default: the coordinating department's")
    .option('--closures <id>', 'days off of its own; default: none')
    .option(...SPACE)
    .action(async (organisation: string, options: ChooseOptions) => {
      const { chooseCalendars } = await import('./commands/choose-calendars.js');
      await open((tools) => chooseCalendars(tools, organisation, options));
    });
  addPublishing(calendar);
}

function addPublishing(calendar: Command): void {
  const ofFile = (name: string, description: string): Command =>
    named(calendar.command(name).description(description))
      .argument('<calendar>', 'its id, such as cn')
      .argument(
        '<file>',
        'CSV with date, kind, name_zh, name_en for whole years, or a whole calendar as JSON',
      )
      .option('--closures', "the CSV holds an organisation's own days off")
      .option(...SPACE);
  ofFile('check', 'every fault of a list with its line, and what its next version would change').action(
    async (id: string, file: string, options: FileOptions) =>
      publishFile(id, file, { ...options, dryRun: true }),
  );
  ofFile('publish', 'publish the next version; due dates set before keep the one they were counted with')
    .option('--dry-run', 'only say what would change')
    .action(publishFile);
  named(
    calendar
      .command('import')
      .description('publish the public holidays of a country; years that nobody knows yet stay provisional'),
  )
    .requiredOption('--country <code>', 'two letters, such as DE')
    .option('--region <code>', 'part of it, such as BY')
    .requiredOption('--from <year>', 'first year', YEAR)
    .requiredOption('--to <year>', 'last year', YEAR)
    .option('--id <id>', 'of the calendar; default: country and region, such as de-by')
    .option('--dry-run', 'only say what would change')
    .option(...SPACE)
    .action(importCountry);
}

function named(command: Command): Command {
  return command
    .option('--name-zh <name>', 'what it is called; default: as before')
    .option('--name-en <name>', 'what it is called; default: as before')
    .option('--source <text>', 'where the days come from');
}

async function publishFile(id: string, file: string, options: FileOptions): Promise<void> {
  const { publishDrafted } = await import('./commands/calendar.js');
  const { readDays } = await import('./commands/calendar-file.js');
  const days = await readDays(file, options.closures === true);
  await open((tools) => publishDrafted(tools, id, days, { source: path.basename(file), ...options }));
}

async function importCountry(options: CountryOptions): Promise<void> {
  const { country, region, from: first, to: last } = options;
  const { publishDrafted } = await import('./commands/calendar.js');
  const id = options.id ?? [country, ...(region === undefined ? [] : [region])].join('-').toLowerCase();
  const asked = { from: 'country', country, first, last } as const;
  const days = region === undefined ? asked : { ...asked, region };
  await open((tools) => publishDrafted(tools, id, days, options));
}
