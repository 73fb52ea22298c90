import { writeFileSync } from 'node:fs';

import { strToU8, zipSync } from 'fflate';

/**
 * Writes `letter-1.docx`, the template from which letters are made as DOCX. It was made once by this program
 * (`node --import ./test/support/typescript-hooks.js libs/adapters/documents/template/build.ts`); from then on people change
 * it in Word, keeping the words in braces, and save it as `letter-2.docx` when what is issued looks otherwise.
 */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Of the picture that is put in. */
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (style: string, ...runs: string[]): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;
const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const BORDER = '<w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/>';
const cell = (width: number, ...content: string[]): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content.join('')}</w:tc>`;
const table = (widths: readonly number[], row: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDER}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row}</w:tbl>`;

const SIDE = 4500;
const side = (
  name: 'left' | 'right',
  { before = '', after = '' }: { before?: string; after?: string },
): string =>
  cell(
    SIDE,
    paragraph('Party', text(`${before}{${name}Party}`)),
    paragraph('Sign', text(`{${name}Signatory}`)),
    paragraph('Blank', text(`{${name}Signature}`)),
    paragraph('Blank', text(`{${name}Seal}`)),
    paragraph('Sign', text(`{${name}Date}${after}`)),
  );
const loop = (name: string, over = 'paragraph'): string => `{#${name} [loopOver: "${over}"]}`;
const signatures =
  '<w:tr><w:trPr><w:cantSplit/></w:trPr>' +
  `${side('left', { before: loop('rows', 'row') })}${side('right', { after: '{/rows}' })}</w:tr>`;

const body = [
  paragraph('Title', text(`${loop('texts')}{title}`)),
  paragraph('Fact', text(`${loop('lines')}{line}{/lines}`)),
  paragraph('Heading1', text(`${loop('sections')}{heading}`)),
  paragraph('ChineseText', text(`${loop('chinese')}{paragraph}{/chinese}`)),
  paragraph('EnglishText', text(`${loop('english')}{paragraph}{/english}{/sections}{/texts}`)),
  paragraph('End', text('{end}')),
  table([SIDE, SIDE], signatures),
  paragraph('Foot'),
  '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1520" w:right="1580" w:bottom="1500" w:left="1580" w:header="700" w:footer="500" w:gutter="0"/></w:sectPr>',
];

const header = paragraph('Mark', text('{mark}'));
const footer =
  table(
    [7700, 1040],
    `<w:tr>${cell(7700, paragraph('Foot', text('{stamp}')), paragraph('Foot', text('{before}'), field('PAGE'), text('{between}'), field('NUMPAGES'), text('{after}')))}` +
      `${cell(1040, paragraph('Foot', text('{code}')))}</w:tr>`,
  ) + paragraph('Foot');

const FONTS =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="SimSun"/>';
const style = (id: string, paragraphs: string, runs: string, name = id): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>` +
  `${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const grey = (color: string): string => `<w:color w:val="${color}"/>`;
const styles = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${FONTS}${size(23)}<w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  style('Normal', '<w:spacing w:after="0" w:line="340" w:lineRule="auto"/>', ''),
  style(
    'Title',
    '<w:keepNext/><w:spacing w:before="240" w:after="200"/><w:jc w:val="center"/>',
    `<w:b/>${size(40)}`,
  ),
  style(
    'Heading1',
    '<w:keepNext/><w:spacing w:before="160" w:after="20"/><w:outlineLvl w:val="0"/>',
    `<w:b/>${size(25)}`,
    'heading 1',
  ),
  style('Fact', '<w:spacing w:after="20"/>', `${grey('404040')}${size(21)}`),
  style('ChineseText', '<w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/>', size(24)),
  style('EnglishText', '<w:spacing w:after="100"/>', size(23)),
  style('End', '<w:keepNext/><w:spacing w:before="240"/>', `${grey('404040')}${size(20)}`),
  style('Party', '<w:keepNext/><w:spacing w:before="240"/>', `<w:b/>${size(23)}`),
  style('Sign', '<w:keepNext/>', size(22)),
  style('Blank', '<w:keepNext/><w:spacing w:before="120" w:after="720"/>', size(22)),
  style('Mark', '<w:jc w:val="center"/>', `<w:b/>${grey('B00020')}${size(28)}`),
  style('Foot', '<w:spacing w:line="240" w:lineRule="auto"/>', `${grey('595959')}${size(17)}`),
];

const part = (name: string, content: string): string =>
  `${HEAD}<w:${name} xmlns:w="${W}" xmlns:r="${RELATIONS}" xmlns:wp="${DRAWING}/wordprocessingDrawing"` +
  ` xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture">${content}</w:${name}>`;
const relations = (...list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const override = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`;

const files = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}` +
    `${override('header1', 'header')}${override('footer1', 'footer')}</Types>`,
  '_rels/.rels': relations(['document', 'officeDocument', 'word/document.xml']),
  'word/document.xml': part('document', `<w:body>${body.join('')}</w:body>`),
  'word/_rels/document.xml.rels': relations(
    ['styles', 'styles', 'styles.xml'],
    ['header', 'header', 'header1.xml'],
    ['footer', 'footer', 'footer1.xml'],
  ),
  'word/header1.xml': part('hdr', header),
  'word/footer1.xml': part('ftr', footer),
  'word/styles.xml': part('styles', styles.join('')),
};

const packed = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)]));
writeFileSync(new URL('letter-1.docx', import.meta.url), zipSync(packed, { mtime: '1980-01-01T00:00:00' }));
