import { definitionOf, type WorkflowDefinition } from '@entente/agreement';

/** The shipped letter of intent under another name, with stages of the same names called otherwise and typed attributes. */
export function surveyDefinition(): WorkflowDefinition {
  const shipped = definitionOf('letter-of-intent@1');
  if (!shipped) throw new Error('letter-of-intent@1 is gone');
  const stages = shipped.stages.map((stage) =>
    stage.name === 'drafting' ? { ...stage, title: { zh: '筹备', en: 'Groundwork' } } : stage,
  );
  return {
    ...shipped,
    name: 'survey',
    kind: 'survey',
    title: { zh: '联合考察', en: 'Joint survey' },
    numberPattern: 'SUR-{year}-{number:4}',
    stages: stages.map((stage) =>
      stage.name === 'drafting' ? { ...stage, activities: [...stage.activities, 'attributes@1'] } : stage,
    ),
    attributes: {
      type: 'object',
      properties: {
        depth: { type: 'integer', titles: { zh: '深度', en: 'Depth' }, minimum: 1, maximum: 30 },
        season: {
          type: 'string',
          titles: { zh: '季节', en: 'Season' },
          enum: ['dry', 'wet'],
          enumTitles: { dry: { zh: '旱季', en: 'Dry' }, wet: { zh: '雨季', en: 'Wet' } },
        },
        insured: { type: 'boolean', titles: { zh: '已投保', en: 'Insured' } },
        starts: { type: 'string', format: 'date', titles: { zh: '开始日期', en: 'Start' } },
      },
      additionalProperties: false,
    },
  };
}
