export const documentsEn = {
  documents: {
    title: 'As a document',
    language: 'Language of the document',
    format: 'As',
    in: { zh: 'Chinese', en: 'English', both: 'Chinese and English' },
    preview: 'Download',
    previewOf: 'Download as {{format}}',
    issue: 'Issue',
    issueOf: 'Issue as {{format}}',
    hint: 'A download shows the letter as it stands; what is issued is kept and stands in the history.',
    asFile: 'In this language the text is a file: it is the document, and nothing else is made of it.',
    issued: 'Issued',
    unchanged: 'This document is issued already: see the list.',
    earlier: 'of an earlier text',
    get: 'Download the document issued on {{day}}, {{format}}, {{language}}',
  },
};
