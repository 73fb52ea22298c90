import { InvalidArgumentError, type Command } from 'commander';

import { addAnswers } from './answers-program.js';
import { instant, wholeNumber } from './arguments.js';
import type { PreferOptions } from './commands/prefer-reminders.js';
import type { PreviewOptions } from './commands/preview-reminders.js';
import type { OutageOptions, ReconcileOptions } from './commands/reminder-queue.js';
import type { RemindersOptions } from './commands/reminders.js';
import { open } from './open.js';

const SPACE = ['--space <space>', 'main or demo; default: main when anything is in it, else demo'] as const;
const JSON_DATA = ['--json', 'print data for programs'] as const;
const LIMIT = ['--limit <n>', 'rows at most, 1 to 100', wholeNumber(1, 100), 50] as const;

export function addReminders(program: Command): void {
  const command = program
    .command('reminders')
    .description('reminders planned and sent, of all agreements or of one');
  const listing = (listed: Command, onlyNext: boolean): void => {
    listed
      .argument('[number]', 'reference number or id of an agreement')
      .option(...SPACE)
      .option(...LIMIT)
      .option(...JSON_DATA)
      .action(async (number: string | undefined, options: RemindersOptions) => {
        const { reminders } = await import('./commands/reminders.js');
        await open((tools) => reminders(tools, number, options, onlyNext));
      });
  };
  listing(
    command.command('plan', { isDefault: true }).description('what is planned and what became of it'),
    false,
  );
  listing(command.command('next').description('what goes out next'), true);
  command
    .command('reconcile')
    .description('compare the plan with the queue, and make the queue as the plan wants it')
    .option(...JSON_DATA)
    .action(async (options: ReconcileOptions) => {
      const { reconcileReminders } = await import('./commands/reminder-queue.js');
      await open((tools) => reconcileReminders(tools, options), { withBackground: true });
    });
  command
    .command('outage')
    .description('what went out late, and by how much')
    .option(...SPACE)
    .option('--since <instant>', 'only what went out from then on', instant)
    .option('--minutes <n>', 'only what was at least so late', wholeNumber(1, 10_000_000), 60)
    .option(...JSON_DATA)
    .action(async (options: OutageOptions) => {
      const { outage } = await import('./commands/reminder-queue.js');
      await open((tools) => outage(tools, options));
    });
  command
    .command('preview')
    .description('who is reminded of an agreement when from now on, and what a change would make of it')
    .argument('<number>', 'reference number or id of the agreement')
    .option('--move <deadline=day>', 'as if a deadline were due on another day', moved)
    .option('--policy <file>', 'as if a kind of deadline had this policy: JSON, { kind, policy }')
    .option('--recount', 'as if its deadlines were counted with the newest calendars')
    .option('--suspend', 'as if its deadlines were suspended')
    .option('--resume', 'as if suspended deadlines ran on')
    .option('--mute-until <day>', 'as if nobody were reminded of it until this day is over')
    .option(...SPACE)
    .option(...JSON_DATA)
    .action(async (number: string, options: PreviewOptions) => {
      const { preview } = await import('./commands/preview-reminders.js');
      await open((tools) => preview(tools, number, options));
    });
  addAnswers(command);
  command
    .command('prefer')
    .description('in which hours somebody is reminded, how, and until when not at all')
    .argument('<person>', 'the id of the person')
    .option('--hours <from-to>', 'such as 09:00-17:30, where they are')
    .option('--days <days>', 'working or all')
    .option('--digest <on|off>', 'one message a day, or one for each reminder')
    .option('--mute-until <day>', 'the last day without reminders; none: they are reminded')
    .option('--reason <reason>', 'why they are not reminded')
    .option('--space <space>', 'main or demo', 'main')
    .action(async (person: string, options: PreferOptions) => {
      const { prefer } = await import('./commands/prefer-reminders.js');
      await open((tools) => prefer(tools, person, options));
    });
}

function moved(text: string): { readonly deadlineId: string; readonly localDate: string } {
  const [, deadlineId, localDate] = /^([\w-]+)=(\d{4}-\d{2}-\d{2})$/u.exec(text) ?? [];
  if (deadlineId === undefined || localDate === undefined)
    throw new InvalidArgumentError('It is written DEADLINE=YYYY-MM-DD.');
  return { deadlineId, localDate };
}
