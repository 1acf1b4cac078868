/** How grave a finding is: an error stops the build or rejects the file, the others do not. */
export type Severity = 'error' | 'warning' | 'info'

/** What a rule is: its severity and what it says in one sentence. */
export interface Rule {
  readonly severity: Severity
  readonly summary: string
}

/**
 * Every rule that a message can name, for authors and for completed forms. One row a rule; a test asserts that each
 * has its paragraph in `docs/messages.md`.
 */
export const rules = {
  // The configuration file
  'config-missing': error('There is no configuration file where one was looked for.'),
  'config-syntax': error('The configuration is not JSON that can be read.'),
  'config-duplicate-key': error('A key stands twice in one object of the configuration.'),
  'config-value': error('A value of the configuration is not of the kind that is expected there.'),
  'config-unknown-key': error('A key of the configuration is not one that policypack knows.'),
  'config-unknown-document': error(
    'The configuration names a document that the content does not have.',
  ),
  'colour-contrast': warning('Text in the colour of the organisation could not be read on white.'),

  // Front matter and content
  'content-missing': error('There is no content to build from.'),
  'content-other': warning('A file among the documents is none that can be read.'),
  'content-bounds': error(
    'A document is longer, nested more deeply or has more of something than a page can show.',
  ),
  'control-character': error(
    'A text holds a character that no page can show, or one that shows the text in another order.',
  ),
  'front-matter': error('The front matter of a document is missing or not as expected.'),
  'front-matter-read': info('Front matter is written otherwise than usual, and was understood.'),
  'duplicate-document': error('Two documents have the same id.'),
  'raw-html': error('Raw HTML stands in a document; it is never passed through.'),
  'unknown-directive': error('A directive has a name that policypack does not know.'),
  'directive-syntax': error('A directive is not closed or cannot be read.'),
  abbreviation: error(
    'An abbreviation has no text or no meaning, or has something else that it cannot have.',
  ),
  language: error('A passage in another language does not say which, or has no text.'),
  picture: error('A picture is not there, cannot be used, or has no words that say what it shows.'),
  'term-defined-twice': warning('A term is defined twice in one document.'),
  'clause-reference': warning('The text names a clause that is not there.'),
  'duty-without-actor': info('A sentence says what must be done and not who must do it.'),
  'heading-level': warning('A heading skips a level.'),
  'contents-left-out': info('A list of contents with the pages of another program is left out.'),
  'pasted-table': info('Lines with tabs, bars or columns of spaces are taken as a table.'),

  // Placeholders and answers
  'placeholder-unanswered': error('A placeholder has no answer.'),
  'placeholder-misspelt': error(
    'A placeholder has no answer, and one with nearly the same words has.',
  ),
  'placeholder-spans-formatting': error('A placeholder is partly inside other formatting.'),
  'placeholder-unclosed': error('A placeholder begins and does not end.'),
  'answer-unused': warning('An answer is used by no document.'),
  'answer-count': error('A list of answers has not one answer for each place.'),
  'answer-type': error('An answer is not of the kind that the place can take.'),
  'answer-unclear': error('An answer fits into no sentence, or can be read in two ways.'),
  'answer-limits': error('An answer is larger than it can be, or smaller than another allows.'),
  'placeholder-form': error('A placeholder asks for an answer in a form that it does not have.'),
  'answer-twice': warning(
    'One placeholder has two answers in the same place of the configuration.',
  ),
  'answer-differs': info(
    'A placeholder has one answer for all documents and another for one of them.',
  ),
  'condition-unknown': error('A condition asks for an answer that nothing else knows.'),

  'placeholder-read': info(
    'What another kind of template asks for is taken as a placeholder, or is a name that this pack has another for.',
  ),
  'gap-found': warning('Something looks as if it were still to be filled in.'),
  'text-left-out': info(
    'A sentence is left out, since the organisation has none of what it asks for.',
  ),
  'placeholder-left': error('What looks like a placeholder is still in a finished text.'),

  // Fields
  'field-attribute': error(
    'A field has an attribute that its type does not have, or a value it cannot have.',
  ),
  'field-name': error('A field has no name, or a name that cannot be used.'),
  'field-label': error('A field has no question.'),
  'field-duplicate': error('Two fields of one form have the same name.'),
  'field-type': error('A field has a type that policypack does not know.'),
  'field-options': error('The options of a field are missing or not as expected.'),
  'field-place': error('A field stands where it cannot be filled in.'),
  'form-empty': warning('A document of a form kind has no field.'),
  'form-rule': error('A rule of the form names a field that is not there or cannot be compared.'),
  'anonymous-form': error('An anonymous form asks for something that could identify a person.'),
  'privacy-missing': warning('A form asks for personal data and has no privacy notice.'),
  'blank-field': info('A blank, such as `____` after a label, is taken as a field.'),

  // Links
  'link-broken': error('A link leads to a document, heading or clause that is not there.'),
  'document-left-out': warning('Links lead to a document that the organisation has left out.'),
  'review-overdue': warning('The day on which a document was to be reviewed is past.'),
  'change-missing': warning(
    'A document has a version of its own, and no change is entered for it.',
  ),
  'document-dates': warning(
    'A document takes effect before it was issued, or its changes or its review are out of order.',
  ),
  'related-missing': warning('A related document is not in the pack.'),
  'link-protocol': error('A link has an address that is not allowed in a pack.'),

  // Templates and printing
  template: error(
    'A template of your own cannot be filled in, or its style sheet hides a heading.',
  ),
  'marker-count': error('A form field does not stand exactly once on the printed pages.'),
  'table-wide': warning('A table of a form is so wide that words do not fit into its boxes.'),
  'character-missing': error('No font has a character of the document.'),

  // Completed forms: reading
  'not-a-pdf': error('The file is not a PDF.'),
  'file-empty': error('The file is empty.'),
  'file-unreadable': error('The file cannot be opened.'),
  'file-left-out': warning('A folder holds files that are no PDF; they were not read.'),
  'file-too-large': error('The file is larger than the limit.'),
  'file-too-costly': error('The file takes more time or memory to read than a form may.'),
  'file-damaged': error('The file is damaged and its values cannot be read for certain.'),
  'file-repaired': warning('The file was damaged, and could be put together again.'),
  'file-oddity': info('The file is unusual in a way that concerns no answer.'),
  'file-truncated': error('The end of the file is missing.'),
  'password-needed': error('The file opens only with a password.'),
  'definition-unreadable': warning(
    'A form definition or the list of published forms cannot be used.',
  ),
  'form-unknown': error('The file is not one of the forms that are known here.'),
  'form-on-paper': info('The file is a picture of a form that was filled in on paper.'),
  'keyed-open': warning('Answers of a form on paper are still to be keyed.'),
  'keyed-unknown': error('What was keyed is of no form that waits to be keyed.'),
  'form-in-pack': error('The file is the whole pack, or several forms, instead of one form.'),
  'form-archived': error('The file is an archived copy of a record, and no form that was sent in.'),
  'form-other-organisation': error('The form is of another organisation.'),
  'form-untrusted': warning(
    'The form was read by the definition that it brings along, which is not known here.',
  ),
  'form-other-layout': warning('The form is laid out otherwise than all that were published.'),
  'form-other-version': info('The form is of another version than the present one.'),
  'form-guessed': warning('The file does not say which form it is; its fields do.'),
  'form-flattened': warning(
    'The form has no fields any more; its answers were read from the page.',
  ),
  'page-missing': error('A page of the form is not in the file.'),
  'pages-mixed': warning('Pages of a form on paper may be of different copies.'),
  'page-blank': warning('Nothing is filled in on a page of a form without fields.'),
  'remark-found': warning(
    'Something was written or drawn on a page that is in no box of the form.',
  ),
  'form-tampered': warning('The definition inside the form is not the one that was published.'),
  'form-altered': error('A question, box or page of the form is not as it was published.'),
  'active-content': warning(
    'The file brings something that may run when it is opened, or files of its own.',
  ),
  'form-xfa': info('The file has a second form inside (XFA), which some programs show instead.'),
  'field-renamed': warning('A field has another name than it was published with.'),
  'field-missing': error('A field of the form is not in the file.'),
  'field-extra': info('The file has a field that is not of the form.'),
  'value-contradictory': error('The file gives two different values for one field.'),
  'value-shown-otherwise': error(
    'The page shows another answer than the file stores, or does not show it.',
  ),
  'value-cut-off': warning('An answer is longer than what its box shows.'),
  'value-damaged': error('A text has characters that the program which wrote it damaged.'),
  'value-uncertain': warning('A value was read, and it is not certain.'),

  // Completed forms: checking
  'roster-column': warning('A column of the list of people is missing, or stands twice.'),
  'roster-twice': warning(
    'Two rows of the list of people are known by the same number or address.',
  ),
  'roster-value': warning('A cell of the list of people cannot be read, or names nobody in it.'),
  'plan-value': warning(
    'A column or a cell of a list that the people team keeps is missing, or cannot be read.',
  ),
  'record-erased': error('The record of this file was erased, so it was not imported again.'),
  'form-private': warning('The form, or a part of it, is private and was not kept.'),
  'form-blank': error('Nothing is filled in.'),
  'value-required': error('A question that must be answered has no answer.'),
  'value-type': error('An answer is not of the kind that is asked for.'),
  'value-option': error('An answer is not one of the options.'),
  'value-range': error('An answer is too small, too large or too long.'),
  'value-pattern': error('An answer does not have the form that is asked for.'),
  'value-invisible': info('An answer has characters that nobody can see; they were left out.'),
  'value-ambiguous': info('A date or number can be read in two ways, and the locale decided.'),
  'value-rule': error('Two answers do not fit together.'),
  'value-unusual': warning('An answer is unusual, and may be right.'),
  'signature-missing': error('A signature that is needed is not there.'),
  'signature-broken': error('The signed part of the file was altered after it was signed.'),
  'signature-unverified': warning('A digital signature is of a kind that cannot be checked.'),
  'signature-overtaken': error('The file says or shows something else than when it was signed.'),
  'signature-outdated': warning('The file was changed after it was signed.'),
  'signature-earlier': info('Somebody else answered and signed after a signature.'),
  'signature-copied': error('One signature stands in two places.'),
  'signature-same-signer': warning('Two signatures were made with one certificate.'),
  'signature-doubtful': warning(
    'A signature was made by means that are unsafe, unfit or out of date.',
  ),
  'signature-claimed': info('Nobody vouches for the name of somebody who signed.'),
  'signature-untrusted': warning('A signature is not vouched for by the given authorities.'),
  'value-identifying': warning(
    'An anonymous form brings something that could identify a person; it was left out.',
  ),

  // Forms that are filled in beforehand
  'prefill-column': warning(
    'A column of a table answers no question of the form, or not for certain.',
  ),
  'prefill-letters': warning('The font of the form lacks letters of an answer.'),

  // Completed forms: keeping
  'record-damaged': warning('A file has the name of a record and is none.'),
  'record-duplicate': info('The same content is among the records already.'),
  'record-improved': info('The file is a better one of a record, which is now of this file.'),
  'record-superseding': info('The record replaces an earlier one of the same case.'),
  'record-superseded': info('The record is an earlier version of one that is there already.'),
  'record-order': warning('Nothing says which of two versions is the later one.'),
  'record-unconfirmed': warning('Whether a record replaces an earlier one, a person must decide.'),
  'record-corrected': info('The record may be the corrected version of one without a case.'),
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** Where the paragraphs about the rules stand, in the folder of policypack. */
export const MESSAGES_PAGE = 'docs/messages.md'

/** The address of the paragraph that says what a rule means and what to do. */
export function addressOf(rule: RuleId): string {
  return `${MESSAGES_PAGE}#${rule}`
}

function error(summary: string): Rule {
  return { severity: 'error', summary }
}

function warning(summary: string): Rule {
  return { severity: 'warning', summary }
}

function info(summary: string): Rule {
  return { severity: 'info', summary }
}
