import {
  conditionName,
  type Language,
  type LocalText,
  type StageDefinition,
  type Transition,
  type WorkflowDefinition,
} from '@entente/agreement';

import { moveName } from './move-names.js';
import { conditionText } from './words.js';

const WIDTH = 220;
const HEIGHT = 56;
const GAP = 96;
const MARGIN = 40;
const LANE = 26;
/** Room beside a straight way for what it waits for. */
const WORDS = 230;
const LINE = 22;
const FONT = "font-family='Noto Sans SC, Noto Sans, sans-serif'";

/**
 * The stages from top to bottom in the order of the definition. The way to the next stage goes straight down, others
 * by lanes of their own: forward on the right, back on the left.
 */
export function drawDefinition(definition: WorkflowDefinition, language: Language): string {
  const { stages } = definition;
  const row = new Map(stages.map(({ name }, index) => [name, index]));
  const ways = stages.flatMap((stage, from) =>
    stage.transitions.map((transition) => ({ from, to: row.get(transition.to) ?? from, transition })),
  );
  const right = ways.filter(({ from, to }) => to > from + 1);
  const left = ways.filter(({ from, to }) => to <= from);
  const textWidth = 360;
  const x = MARGIN + left.length * LANE + (left.length > 0 ? textWidth / 2 : 0);
  const width = x + WIDTH + right.length * LANE + WORDS + textWidth + MARGIN;
  const routes = routesOf(definition, language);
  const below = MARGIN + 30 + stages.length * HEIGHT + (stages.length - 1) * GAP;
  const height = below + MARGIN + routes.length * LINE;
  const lines = [
    ...right.map((way, lane) => bent(way, x + WIDTH, lane, 1, language)),
    ...left.map((way, lane) => bent(way, x, lane, -1, language)),
    ...ways.filter(({ from, to }) => to === from + 1).map((way) => straight(way, x, language)),
  ];
  const drawn = [
    ...lines.map(({ path }) => path),
    // Over all lines: one that crosses words must not strike them out.
    ...lines.map(({ words }) => words),
    ...stages.map((stage, index) => box(stage, x, top(index), stage.name === definition.initial, language)),
  ];
  const title = `${inLanguage(definition.title, language)} (${definition.name}@${String(definition.version)})`;
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' width='${width}' height='${height}' ${FONT} font-size='13'>`,
    `<title>${escaped(title)}</title>`,
    "<defs><marker id='tip' viewBox='0 0 8 8' refX='8' refY='4' markerWidth='8' markerHeight='8' orient='auto'><path d='M0 0L8 4L0 8z' fill='#555'/></marker></defs>",
    `<rect width='${width}' height='${height}' fill='#fff'/>`,
    `<text x='${MARGIN}' y='${MARGIN - 8}' font-size='17' font-weight='600'>${escaped(title)}</text>`,
    ...drawn,
    ...routes.map(
      (line, index) =>
        `<text x='${MARGIN}' y='${below + MARGIN / 2 + (index + 1) * LINE}' fill='#444'>${escaped(line)}</text>`,
    ),
    '</svg>',
  ].join('\n');
}

/** Who agrees inside a party before it approves the text: a line for each role that says so. */
function routesOf({ partyRoles }: WorkflowDefinition, language: Language): readonly string[] {
  return partyRoles.flatMap(({ title, approvalRoute }) => {
    if (!approvalRoute) return [];
    const steps = approvalRoute.map(({ posts, anyOf }) => {
      const names = posts.map((post) => inLanguage(post.title, language));
      return names.join(anyOf ? (language === 'zh' ? ' 或 ' : ' or ') : ' + ');
    });
    const role = inLanguage(title, language);
    const inside = language === 'zh' ? `${role}内部审批` : `Approval inside ${role}`;
    return [`${inside}: ${steps.join(' → ')}`];
  });
}

interface Way {
  readonly from: number;
  readonly to: number;
  readonly transition: Transition;
}

function top(index: number): number {
  return MARGIN + 30 + index * (HEIGHT + GAP);
}

function box(
  { title, deadline, transitions }: StageDefinition,
  x: number,
  y: number,
  first: boolean,
  language: Language,
): string {
  const final = transitions.length === 0;
  const days = deadline && /\d+/u.exec(deadline.duration)?.[0];
  const due = days === undefined ? '' : language === 'zh' ? `${days} 个工作日` : `${days} working days`;
  return [
    `<rect x='${x}' y='${y}' width='${WIDTH}' height='${HEIGHT}' rx='${final ? HEIGHT / 2 : 6}' fill='${final ? '#f1f1ef' : '#eef3fb'}' stroke='#446' stroke-width='${first ? 2.5 : 1}'/>`,
    `<text x='${x + WIDTH / 2}' y='${y + (due ? 24 : 33)}' text-anchor='middle' font-size='15' font-weight='600'>${escaped(inLanguage(title, language))}</text>`,
    due ? `<text x='${x + WIDTH / 2}' y='${y + 43}' text-anchor='middle' fill='#555'>${due}</text>` : '',
  ].join('');
}

/** A way, and what is said beside it. */
interface Line {
  readonly path: string;
  readonly words: string;
}

function straight({ from, transition }: Way, x: number, language: Language): Line {
  const middle = x + WIDTH / 2;
  const y = top(from) + HEIGHT;
  return {
    path: `<path d='M${middle} ${y}V${y + GAP}' stroke='#555' fill='none' marker-end='url(#tip)'/>`,
    words: label(transition, middle + 8, y + 20, 'start', language),
  };
}

function bent(
  { from, to, transition }: Way,
  side: number,
  lane: number,
  direction: 1 | -1,
  language: Language,
): Line {
  const out = side + direction * (LANE * (lane + 1)) + (direction === 1 ? WORDS : 0);
  const leave = top(from) + HEIGHT - 8 - (lane % 3) * 8;
  const enter = top(to) + HEIGHT / 2 - 12 + (lane % 4) * 8;
  const anchor = direction === 1 ? 'start' : 'end';
  return {
    path: `<path d='M${side} ${leave}H${out}V${enter}H${side}' stroke='#777' fill='none' marker-end='url(#tip)'/>`,
    words: label(transition, out + direction * 6, leave + 22 + (lane % 3) * 38, anchor, language),
  };
}

/** What moves it, and below it what it waits for. */
function label(transition: Transition, x: number, y: number, anchor: string, language: Language): string {
  const waits = transition.conditions.map((condition) => {
    const words = conditionText(conditionName(condition), language);
    return typeof condition === 'string' ? words : `${words} (${condition.count})`;
  });
  return [moveName(transition, language), ...waits]
    .map(
      (line, index) =>
        `<text x='${x}' y='${y + index * 14}' text-anchor='${anchor}' font-size='${index === 0 ? 12 : 10.5}' fill='${index === 0 ? '#222' : '#666'}' stroke='#fff' stroke-width='3' paint-order='stroke'>${escaped(line)}</text>`,
    )
    .join('');
}

function inLanguage({ zh, en }: LocalText, language: Language): string {
  return (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '';
}

function escaped(text: string): string {
  return text.replace(/[&<>'"]/gu, (character) => `&#${String(character.codePointAt(0))};`);
}
