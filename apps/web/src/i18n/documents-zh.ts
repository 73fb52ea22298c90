import type { documentsEn } from './documents-en.js';

export const documentsZh: typeof documentsEn = {
  documents: {
    title: '成文文件',
    format: '格式',
    language: '文件语言',
    in: { zh: '中文', en: '英文', both: '中英文' },
    preview: '下载',
    previewOf: '下载 {{format}}',
    issue: '出具',
    issueOf: '出具 {{format}}',
    hint: '下载的是意向书目前的样子；出具的文件会存档，并记入历史。',
    asFile: '该语言的正文是一个文件：它本身就是成文文件，不另行生成。',
    unprintable_one: 'PDF 字体中没有{{signs}}，将印出其编码；DOCX 中正常显示。',
    unprintable_other: 'PDF 字体中没有{{signs}}，将印出其编码；DOCX 中正常显示。',
    issued: '已出具',
    unchanged: '这份文件已经出具，见下方列表。',
    earlier: '此前的文本',
    get: '下载 {{day}}出具的文件（{{format}}，{{language}}）',
  },
};
